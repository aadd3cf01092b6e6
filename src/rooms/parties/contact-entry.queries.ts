import { sql } from 'kysely'
import { type ReadTx, type WriteTx } from '../../platform/database/index.ts'
import { type Day, homeZone } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { Askable, ContactEntry, WaitingAnswer } from './contact-entry.ts'
import { organisationNameOn, unitNameOn } from './name-on.queries.ts'
import { postWords } from './party.ts'

type EntryRow = Omit<ContactEntry, 'confirmedOn' | 'waiting'> & {
  readonly confirmedAt: Temporal.Instant | null
  readonly isGone: boolean | null
  readonly toldEmail: string | null
}

const toEntry = ({ confirmedAt, isGone, toldEmail, ...row }: EntryRow): ContactEntry => ({
  ...row,
  confirmedOn: confirmedAt?.toZonedDateTimeISO(homeZone).toPlainDate() ?? null,
  waiting: isGone === null ? null : { isGone, email: toldEmail },
})

const selectEntries = (day: Day) => sql<EntryRow>`
  select holder.holder_id as "holderId", holder.post_id as "postId", post.organisation_id as "organisationId",
    person.person_id as "personId", person.name, person.introduction, person.email, person.phone, post.title,
    ${organisationNameOn(day)} as organisation, plan.name as plan, ${unitNameOn(day)} as unit, holder.provisional,
    (select max(c.confirmed_at) from holder_confirmation c where c.holder_id = holder.holder_id) as "confirmedAt",
    a.is_gone as "isGone", a.email as "toldEmail"
  from holder join person using (person_id) join post using (post_id) join organisation using (organisation_id)
    left join plan using (plan_id)
    left join contact_answer a on a.holder_id = holder.holder_id and a.settled_at is null
  where holder.holder_during @> ${day.toString()}::date`

/** What stands about a person in each post they hold on the day. */
export const listEntriesOf = async (tx: ReadTx, personId: string, day: Day): Promise<ContactEntry[]> => {
  const { rows } = await sql<EntryRow>`${selectEntries(day)} and holder.person_id = ${personId}::uuid
    order by post.title, organisation, holder.holder_id`.execute(tx)
  return rows.map(toEntry)
}

/** Everyone's entry on the day that nobody confirmed since the moment, the longest ago first. */
export const listStaleEntries = async (tx: ReadTx, day: Day, since: Temporal.Instant): Promise<ContactEntry[]> => {
  const { rows } = await sql<EntryRow>`select * from (${selectEntries(day)}) entry
    where entry."confirmedAt" is null or entry."confirmedAt" < ${since}
    order by entry."confirmedAt" nulls first, entry.organisation, entry.title, entry."holderId"`.execute(tx)
  return rows.map(toEntry)
}

/** How many answers wait, and how many entries nobody confirmed since the moment. */
export const countToLookAt = async (tx: ReadTx, day: Day, since: Temporal.Instant) => {
  const { rows } = await sql<{ readonly answers: number; readonly stale: number }>`
    with held as (select holder_id from holder where holder_during @> ${day.toString()}::date)
    select (select count(*)::int from contact_answer join held using (holder_id) where settled_at is null) as answers,
      (select count(*)::int from held where holder_id not in (
        select c.holder_id from holder_confirmation c where c.confirmed_at >= ${since})) as stale`.execute(tx)
  return rows[0] ?? { answers: 0, stale: 0 }
}

/** Writes that somebody said the entry is right. */
export const insertConfirmation = (tx: WriteTx, holderId: string, at: Temporal.Instant, by: string) =>
  tx
    .insertInto('holder_confirmation')
    .values({ holder_id: holderId, confirmed_at: at, confirmed_by: by })
    .onConflict((conflict) => conflict.constraint('holder_confirmed_once_at_a_moment').doNothing())
    .execute()

/** Writes a person's work phone; null = none. */
export const setPersonPhone = (tx: WriteTx, personId: string, phone: string | null) =>
  tx.updateTable('person').set({ phone }).where('person_id', '=', personId).execute()

interface NewAnswer {
  readonly holderId: string
  readonly isGone: boolean
  readonly email: string | null
  readonly at: Temporal.Instant
}

/** Writes what waits for the lead, in the place of what waited about the same entry. */
export const insertAnswer = async (tx: WriteTx, { holderId, isGone, email, at }: NewAnswer): Promise<void> => {
  await settleAnswersAbout(tx, holderId, at)
  await tx
    .insertInto('contact_answer')
    .values({
      contact_answer_id: newId<'contact_answer'>(),
      holder_id: holderId,
      is_gone: isGone,
      email,
      answered_at: at,
    })
    .execute()
}

/** Nothing waits about the entry any more. */
export const settleAnswersAbout = (tx: WriteTx, holderId: string, at: Temporal.Instant) =>
  tx
    .updateTable('contact_answer')
    .set({ settled_at: at })
    .where('holder_id', '=', holderId)
    .where('settled_at', 'is', null)
    .execute()

const selectWaiting = (tx: ReadTx, day: Day) =>
  tx
    .selectFrom('contact_answer')
    .innerJoin('holder', 'holder.holder_id', 'contact_answer.holder_id')
    .innerJoin('person', 'person.person_id', 'holder.person_id')
    .innerJoin('post', 'post.post_id', 'holder.post_id')
    .innerJoin('organisation', 'organisation.organisation_id', 'post.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .where('contact_answer.settled_at', 'is', null)
    .select([
      'contact_answer.contact_answer_id as contactAnswerId',
      'contact_answer.holder_id as holderId',
      'contact_answer.is_gone as isGone',
      'contact_answer.email as email',
      'contact_answer.answered_at as answeredAt',
      'person.person_id as personId',
      'person.name as name',
      'post.title as title',
      organisationNameOn(day).as('organisation'),
      'plan.name as plan',
    ])

/** The answers that wait for the lead about posts still held on the day, the oldest first. */
export const listWaitingAnswers = async (tx: ReadTx, day: Day): Promise<WaitingAnswer[]> => {
  const rows = await selectWaiting(tx, day)
    .where(sql<boolean>`holder.holder_during @> ${day.toString()}::date`)
    .orderBy('contact_answer.answered_at')
    .execute()
  return rows.map(({ title, organisation, plan, ...row }) => ({
    ...row,
    post: postWords({ title, organisation, plan }),
  }))
}

/** One answer that waits. Throws Refused('answer_settled') where none does. */
export const getWaitingAnswer = async (tx: ReadTx, contactAnswerId: string, day: Day) => {
  const found = await selectWaiting(tx, day)
    .where(sql<boolean>`contact_answer.contact_answer_id::text = ${contactAnswerId}`)
    .executeTakeFirst()
  if (found === undefined) throw new Refused('answer_settled')
  return found
}

/** Who holds any of the posts on the day, each person once, by name. */
export const listAskable = async (tx: ReadTx, postIds: readonly string[], day: Day): Promise<Askable[]> => {
  const { rows } = await sql<Askable>`
    select person.person_id as "personId", person.name, person.email,
      (select max(l.asked_at) from confirmation_link l where l.person_id = person.person_id) as "askedAt",
      asks_as_party(person.person_id) as "isAskedByParty"
    from person where person_id in (select h.person_id from holder h
      where h.post_id::text = any (${[...postIds]}) and h.holder_during @> ${day.toString()}::date)
    order by person.name, person.person_id`.execute(tx)
  return rows
}

interface NewLink {
  readonly tokenHash: Buffer
  readonly personId: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** Writes a link that asks a person to confirm; an earlier one of theirs opens nothing any more. */
export const replaceConfirmationLink = async (tx: WriteTx, link: NewLink): Promise<void> => {
  await tx.deleteFrom('confirmation_link').where('person_id', '=', link.personId).execute()
  await tx
    .insertInto('confirmation_link')
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      asked_by: link.askedBy,
      asked_at: link.askedAt,
      ends_at: link.endsAt,
    })
    .execute()
}

/** Whom a link asks, and until when. Throws Refused('confirmation_not_found'). */
export const getConfirmationLink = async (tx: ReadTx, tokenHash: Buffer) => {
  const found = await tx
    .selectFrom('confirmation_link')
    .select(['person_id as personId', 'ends_at as endsAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (found === undefined) throw new Refused('confirmation_not_found')
  return found
}

/** Removes links that open nothing any more. */
export const deleteConfirmationLinksEndedBy = (tx: WriteTx, moment: Temporal.Instant) =>
  tx.deleteFrom('confirmation_link').where('ends_at', '<=', moment).execute()
