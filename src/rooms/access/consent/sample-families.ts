import type { WriteTx } from '../../../platform/database/index.ts'
import { type Day, homeZone } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { CircleMember, GivenHow } from './consent.ts'
import { endWhatFollowed, insertConsent, insertGiven, upsertWithdrawn } from './consent.queries.ts'
import { insertGuardianship, insertSubject } from './subject.queries.ts'

interface SampleAnswer {
  readonly giver: string
  readonly how: GivenHow
  readonly givenOn: Day
  readonly withdrawnOn: Day | null
}

interface SampleConsent {
  readonly about: string
  readonly dataKinds: readonly string[]
  readonly consentPurpose: string
  readonly purpose: string
  readonly isMaterial: boolean
  readonly during: { readonly from: Day; readonly to: Day }
  readonly circle: readonly CircleMember[]
  readonly answers: readonly SampleAnswer[]
}

/** An invented family: who is in it, who is whose guardian, and what they agreed to. People are named by what they are called. */
export interface SampleFamily {
  readonly registeredPostId: string
  readonly registeredOn: Day
  readonly people: readonly { called: string; birthMonth: string | null; mail: string | null; phone: string | null }[]
  readonly guardians: readonly { child: string; guardian: string; holdsCustody: boolean }[]
  readonly consents: readonly SampleConsent[]
}

const atNoon = (day: Day): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: homeZone, plainTime: Temporal.PlainTime.from('12:00') }).toInstant()

/** Writes the sample's families. */
export const insertSampleFamilies = async (tx: WriteTx, families: readonly SampleFamily[]): Promise<void> => {
  for (const family of families) {
    const ids = new Map(family.people.map(({ called }) => [called, newId<'data_subject'>()]))
    const idOf = (called: string): string => {
      const id = ids.get(called)
      if (id === undefined) throw new Error(`The sample knows nobody called ${called}`)
      return id
    }
    await insertPeople(tx, family, idOf)
    for (const consent of family.consents) await insertSampleConsent(tx, family, consent, idOf)
  }
}

const insertPeople = async (tx: WriteTx, family: SampleFamily, idOf: (called: string) => string): Promise<void> => {
  for (const person of family.people)
    await insertSubject(tx, {
      ...person,
      dataSubjectId: idOf(person.called),
      registeredPostId: family.registeredPostId,
      registeredBy: 'system',
      registeredAt: atNoon(family.registeredOn),
      isSample: true,
    })
  for (const { child, guardian, holdsCustody } of family.guardians)
    await insertGuardianship(tx, {
      guardianshipId: newId<'guardianship'>(),
      childId: idOf(child),
      guardianId: idOf(guardian),
      holdsCustody,
      during: { from: null, to: null },
    })
}

const insertSampleConsent = async (
  tx: WriteTx,
  family: SampleFamily,
  consent: SampleConsent,
  idOf: (called: string) => string,
): Promise<void> => {
  const consentId = newId<'consent'>()
  await insertConsent(tx, {
    ...consent,
    consentId,
    dataSubjectId: idOf(consent.about),
    recordedPostId: family.registeredPostId,
    recordedBy: 'system',
    recordedAt: atNoon(consent.during.from),
  })
  for (const { giver, how, givenOn, withdrawnOn } of consent.answers) {
    const answer = { consentId, giverId: idOf(giver), how, recordedBy: 'system' }
    await insertGiven(tx, { ...answer, recordedAt: atNoon(givenOn) }, givenOn)
    if (withdrawnOn === null) continue
    await upsertWithdrawn(tx, { ...answer, recordedAt: atNoon(withdrawnOn) }, withdrawnOn)
    await endWhatFollowed(tx, consentId, atNoon(withdrawnOn))
  }
}
