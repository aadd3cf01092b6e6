import { leaveTrace, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import type { CircleMember } from './consent.ts'
import { consentPolicy } from './consent.policy.ts'
import { insertConsent } from './consent.queries.ts'
import { findSubject, insertGuardianship, insertSubject } from './subject.queries.ts'

/** A person to register. */
export interface PersonForm {
  readonly called: string
  readonly mail: string | null
  readonly phone: string | null
}

export interface GuardianForm extends PersonForm {
  readonly holdsCustody: boolean
}

/** Whom a consent is asked about: somebody known, or somebody new with their guardians. */
export type AboutForm =
  | { readonly subjectId: string }
  | {
      readonly person: PersonForm & { readonly birthMonth: string | null }
      readonly guardians: readonly GuardianForm[]
    }

/** What is asked for. */
export interface ConsentForm {
  readonly about: AboutForm
  readonly dataKinds: readonly string[]
  readonly recipient: Pick<CircleMember, 'postId' | 'organisationId'>
  readonly consentPurpose: string
  readonly purpose: string
  readonly isMaterial: boolean
  readonly until: Day
}

/** No consent is asked for longer than this. */
export const longestConsent = Temporal.Duration.from({ years: 2 })

/**
 * Asks for a consent to share: registers the person and their guardians where they are new. Nobody is let in before it is given. Answers
 * with its id. Throws Refused('subject_not_found'), Refused('consent_until_wrong').
 */
export const askForConsent = (platform: Platform, actor: Actor, form: ConsentForm): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, consentPolicy.askForConsent)
    const from = today(platform.clock)
    requireUntil(from, form.until)
    const subjectId = await aboutWhom(tx, platform, actor, form.about)
    const consentId = newId<'consent'>()
    await insertConsent(tx, {
      ...form,
      consentId,
      dataSubjectId: subjectId,
      during: { from, to: form.until },
      circle: [
        { postId: actor.postId, organisationId: null, side: 'shares' },
        { ...form.recipient, side: 'receives' },
      ],
      recordedPostId: actor.postId,
      recordedBy: actor.personId ?? '',
      recordedAt: platform.clock.now(),
    })
    leaveTrace(tx, { verb: 'consent.asked', thing: 'consent', ref: consentId, about: subjectId })
    return consentId
  })

const requireUntil = (from: Day, until: Day): void => {
  const isInTime =
    Temporal.PlainDate.compare(until, from) >= 0 && Temporal.PlainDate.compare(until, from.add(longestConsent)) <= 0
  if (!isInTime) throw new Refused('consent_until_wrong', { years: longestConsent.years })
}

const aboutWhom = async (tx: WriteTx, platform: Platform, actor: Actor, about: AboutForm): Promise<string> => {
  if ('subjectId' in about) {
    if ((await findSubject(tx, about.subjectId)) === undefined) throw new Refused('subject_not_found')
    return about.subjectId
  }
  const register = (person: PersonForm, birthMonth: string | null) =>
    registerSubject(tx, platform, actor, { ...person, birthMonth })
  const childId = await register(about.person, about.person.birthMonth)
  for (const guardian of about.guardians) {
    const guardianId = await register(guardian, null)
    await insertGuardianship(tx, {
      guardianshipId: newId<'guardianship'>(),
      childId,
      guardianId,
      holdsCustody: guardian.holdsCustody,
      during: { from: null, to: null },
    })
  }
  return childId
}

const registerSubject = async (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  person: PersonForm & { birthMonth: string | null },
): Promise<string> => {
  const dataSubjectId = newId<'data_subject'>()
  await insertSubject(tx, {
    ...person,
    dataSubjectId,
    registeredPostId: actor.postId,
    registeredBy: actor.personId ?? '',
    registeredAt: platform.clock.now(),
    isSample: false,
  })
  leaveTrace(tx, { verb: 'subject.registered', thing: 'data_subject', ref: dataSubjectId, about: dataSubjectId })
  return dataSubjectId
}
