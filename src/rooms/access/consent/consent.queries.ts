import { sql } from 'kysely'
import { readDaySpan, type ReadTx, writeDaySpan, type WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { CircleMember, Consent, ConsentAnswer, GivenHow, ListedWord } from './consent.ts'

interface Wanted {
  readonly consentId?: string
  readonly about?: readonly string[]
}

/** Consents the actor may see, the one that ends first standing first. */
export const listConsents = async (tx: ReadTx, { consentId, about }: Wanted = {}): Promise<Consent[]> => {
  const rows = await tx
    .selectFrom('consent')
    .select([
      'consent_id as consentId',
      'data_subject_id as dataSubjectId',
      'consent_purpose as consentPurpose',
      'purpose',
      'is_material as isMaterial',
      'consent_during as during',
      'recorded_post_id as recordedPostId',
      'recorded_at as recordedAt',
    ])
    .$if(consentId !== undefined, (query) => query.where('consent_id', '=', consentId ?? ''))
    .$if(about !== undefined, (query) => query.where('data_subject_id', 'in', about ?? []))
    .orderBy(sql`upper(consent_during)`)
    .orderBy('consent_id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.consentId)
  const [kinds, answers, circle] = [await listKinds(tx, ids), await listAnswers(tx, ids), await listCircle(tx, ids)]
  return rows.map((row) => ({
    ...row,
    during: endedSpan(row.during),
    dataKinds: (kinds.get(row.consentId) ?? []).map(({ dataKind }) => dataKind),
    answers: answers.get(row.consentId) ?? [],
    circle: circle.get(row.consentId) ?? [],
  }))
}

/** A consent the actor may see. */
export const findConsent = async (tx: ReadTx, consentId: string): Promise<Consent | undefined> =>
  (await listConsents(tx, { consentId }))[0]

const endedSpan = (text: string): { from: Day; to: Day } => {
  const { from, to } = readDaySpan(text)
  if (from === null || to === null) throw new Error('A consent without an end')
  return { from, to }
}

const listKinds = async (tx: ReadTx, ids: readonly string[]) =>
  Map.groupBy(
    await tx
      .selectFrom('consent_data_kind')
      .innerJoin('data_kind', 'data_kind.data_kind', 'consent_data_kind.data_kind')
      .select(['consent_id as consentId', 'consent_data_kind.data_kind as dataKind'])
      .where('consent_id', 'in', ids)
      .orderBy('data_kind.position')
      .execute(),
    ({ consentId }) => consentId,
  )

const ways: readonly GivenHow[] = ['paper', 'spoken', 'signed_link']

const listAnswers = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, ConsentAnswer[]>> => {
  const rows = await tx
    .selectFrom('consent_giver')
    .select(['consent_id as consentId', 'giver_id as giverId', 'given_on', 'withdrawn_on', 'how'])
    .where('consent_id', 'in', ids)
    .orderBy('recorded_at')
    .execute()
  const toDay = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  const answers = rows.map(({ given_on, withdrawn_on, how, ...row }) => ({
    ...row,
    how: ways.find((way) => way === how) ?? 'paper',
    givenOn: toDay(given_on),
    withdrawnOn: toDay(withdrawn_on),
  }))
  return Map.groupBy(answers, ({ consentId }) => consentId)
}

const listCircle = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, CircleMember[]>> => {
  const rows = await tx
    .selectFrom('circle_member')
    .select(['consent_id as consentId', 'post_id as postId', 'organisation_id as organisationId', 'side'])
    .where('consent_id', 'in', ids)
    .orderBy('circle_member_id')
    .execute()
  const sideOf = (side: string): CircleMember['side'] => (side === 'shares' ? 'shares' : 'receives')
  const members = rows.map(({ side, ...row }) => ({ ...row, side: sideOf(side) }))
  return Map.groupBy(members, ({ consentId }) => consentId)
}

interface NewConsent extends Omit<Consent, 'answers'> {
  readonly recordedBy: string
}

/** Writes a consent that is asked for: nobody has answered, and nobody is let in by it. */
export const insertConsent = async (tx: WriteTx, consent: NewConsent): Promise<void> => {
  const { consentId, dataSubjectId } = consent
  await tx
    .insertInto('consent')
    .values({
      consent_id: consentId,
      data_subject_id: dataSubjectId,
      consent_purpose: consent.consentPurpose,
      purpose: consent.purpose,
      is_material: consent.isMaterial,
      consent_during: writeDaySpan(consent.during),
      recorded_post_id: consent.recordedPostId,
      recorded_by: consent.recordedBy,
      recorded_at: consent.recordedAt,
    })
    .execute()
  await tx
    .insertInto('consent_data_kind')
    .values(consent.dataKinds.map((kind) => ({ consent_id: consentId, data_kind: kind })))
    .execute()
  await tx
    .insertInto('circle_member')
    .values(
      consent.circle.map((member) => ({
        circle_member_id: newId<'circle_member'>(),
        data_subject_id: dataSubjectId,
        consent_id: consentId,
        post_id: member.postId,
        organisation_id: member.organisationId,
        side: member.side,
        circle_during: writeDaySpan(consent.during),
      })),
    )
    .execute()
}

interface NewAnswer extends Pick<ConsentAnswer, 'giverId' | 'how'> {
  readonly consentId: string
  readonly recordedBy: string
  readonly recordedAt: Temporal.Instant
}

/** Writes that somebody gave a consent. */
export const insertGiven = (tx: WriteTx, answer: NewAnswer, givenOn: Day) =>
  tx
    .insertInto('consent_giver')
    .values({ ...answerValues(answer), given_on: givenOn.toString() })
    .execute()

/** Writes that somebody who had given it withdraws a consent, or that somebody who had not answered says no. */
export const upsertWithdrawn = (tx: WriteTx, answer: NewAnswer, withdrawnOn: Day) => {
  const withdrawal = {
    withdrawn_on: withdrawnOn.toString(),
    withdrawn_at: answer.recordedAt,
    withdrawn_by: answer.recordedBy,
  }
  return tx
    .insertInto('consent_giver')
    .values({ ...answerValues(answer), ...withdrawal })
    .onConflict((conflict) => conflict.constraint('consent_answered_once_by_each').doUpdateSet(withdrawal))
    .execute()
}

const answerValues = (answer: NewAnswer) => ({
  consent_id: answer.consentId,
  giver_id: answer.giverId,
  how: answer.how,
  recorded_by: answer.recordedBy,
  recorded_at: answer.recordedAt,
})

/** Ends the circle and the addresses that followed from a consent somebody withdrew. */
export const endWhatFollowed = (tx: WriteTx, consentId: string, endedAt: Temporal.Instant) =>
  sql`select end_what_followed(${consentId}::uuid, ${endedAt}::timestamptz)`.execute(tx)

/** The kinds of data a consent may name. */
export const listDataKinds = (tx: ReadTx): Promise<ListedWord[]> =>
  tx.selectFrom('data_kind').select(['data_kind as code', 'da', 'en']).orderBy('position').execute()

/** What a consent may be for. */
export const listConsentPurposes = (tx: ReadTx): Promise<ListedWord[]> =>
  tx.selectFrom('consent_purpose').select(['consent_purpose as code', 'da', 'en']).orderBy('position').execute()
