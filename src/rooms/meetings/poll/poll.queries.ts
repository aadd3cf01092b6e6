import { type Selectable, sql } from 'kysely'
import type { ReadTx, Rows, WriteTx } from '../../../platform/database/index.ts'
import { findId, newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import { toResidentLanguage } from '../../../platform/resident-language.ts'
import { type Poll, type PollAnswer, pollAnswers, type PollInvitee, type PollTime } from './poll.ts'

const pollOf = (row: Selectable<Rows['poll']>): Poll => ({
  pollId: row.poll_id,
  groupId: row.meeting_group_id,
  title: row.title,
  note: row.note,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  closesAt: row.closes_at,
  closedAt: row.closed_at,
  meetingId: row.meeting_id,
})

/** The poll, or undefined where there is none or the actor may not see it. */
export const findPoll = async (tx: ReadTx, pollId: string): Promise<Poll | undefined> => {
  const id = findId(pollId)
  if (id === undefined) return undefined
  const row = await tx.selectFrom('poll').selectAll().where('poll_id', '=', id).executeTakeFirst()
  return row && pollOf(row)
}

/** The poll, held until the transaction ends. Throws Refused('poll_not_found'). */
export const getPollForUpdate = async (tx: WriteTx, pollId: string): Promise<Poll> => {
  const id = findId(pollId)
  const row = id && (await tx.selectFrom('poll').selectAll().where('poll_id', '=', id).forUpdate().executeTakeFirst())
  if (!row) throw new Refused('poll_not_found')
  return pollOf(row)
}

/** The polls of a group the actor may see, the latest first. */
export const listPolls = async (tx: ReadTx, groupId: string): Promise<Poll[]> => {
  const rows = await tx
    .selectFrom('poll')
    .selectAll()
    .where('meeting_group_id', '=', groupId)
    .orderBy('asked_at', 'desc')
    .execute()
  return rows.map(pollOf)
}

/** The times asked of, in order. */
export const listPollTimes = async (tx: ReadTx, pollId: string): Promise<PollTime[]> => {
  const rows = await tx
    .selectFrom('poll_time')
    .selectAll()
    .where('poll_id', '=', pollId)
    .orderBy('starts_at')
    .orderBy('ends_at')
    .execute()
  return rows.map(({ poll_time_id, starts_at, ends_at }) => ({
    timeId: poll_time_id,
    startsAt: starts_at,
    endsAt: ends_at,
  }))
}

const inviteeOf = (
  row: Selectable<Rows['poll_invitee']>,
  answers: readonly Selectable<Rows['poll_answer']>[],
): PollInvitee => ({
  inviteeId: row.poll_invitee_id,
  pollId: row.poll_id,
  memberId: row.group_member_id,
  name: row.name,
  mail: row.mail,
  language: toResidentLanguage(row.language),
  answeredAt: row.answered_at,
  note: row.note,
  answers: new Map(
    answers.flatMap(({ poll_invitee_id, poll_time_id, answer }) => {
      const given = pollAnswers.find((one) => one === answer)
      return poll_invitee_id === row.poll_invitee_id && given !== undefined ? [[poll_time_id, given]] : []
    }),
  ),
})

/** Who is asked, with their answers, by name. */
export const listPollInvitees = async (tx: ReadTx, pollId: string): Promise<PollInvitee[]> => {
  const rows = await tx.selectFrom('poll_invitee').selectAll().where('poll_id', '=', pollId).orderBy('name').execute()
  const answers = await listAnswersOf(
    tx,
    rows.map(({ poll_invitee_id }) => poll_invitee_id),
  )
  return rows.map((row) => inviteeOf(row, answers))
}

const listAnswersOf = (tx: ReadTx, inviteeIds: readonly string[]) =>
  tx
    .selectFrom('poll_answer')
    .selectAll()
    .where(sql<boolean>`poll_invitee_id = any (${[...inviteeIds]}::uuid[])`)
    .execute()

/** Whom a link belongs to, found by its hash; undefined where there is none. */
export const findPollInviteeByLink = async (tx: ReadTx, tokenHash: Buffer): Promise<PollInvitee | undefined> => {
  const row = await tx.selectFrom('poll_invitee').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && inviteeOf(row, await listAnswersOf(tx, [row.poll_invitee_id]))
}

export interface NewPoll {
  readonly groupId: string
  readonly title: string
  readonly note: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
  readonly closesAt: Temporal.Instant
  readonly times: readonly Omit<PollTime, 'timeId'>[]
}

/** Writes a poll with its times; answers with its id. */
export const insertPoll = async (tx: WriteTx, poll: NewPoll): Promise<string> => {
  const poll_id = newId<'poll'>()
  await tx
    .insertInto('poll')
    .values({
      poll_id,
      meeting_group_id: poll.groupId,
      title: poll.title,
      note: poll.note,
      asked_at: poll.askedAt,
      asked_by: poll.askedBy,
      closes_at: poll.closesAt,
    })
    .execute()
  await tx
    .insertInto('poll_time')
    .values(
      poll.times.map(({ startsAt, endsAt }) => ({
        poll_time_id: newId<'poll_time'>(),
        poll_id,
        starts_at: startsAt,
        ends_at: endsAt,
      })),
    )
    .execute()
  return poll_id
}

export type NewPollInvitee = Pick<PollInvitee, 'inviteeId' | 'pollId' | 'memberId' | 'name' | 'mail' | 'language'>

export const insertPollInvitee = async (tx: WriteTx, invitee: NewPollInvitee, tokenHash: Buffer): Promise<void> => {
  await tx
    .insertInto('poll_invitee')
    .values({
      poll_invitee_id: invitee.inviteeId,
      poll_id: invitee.pollId,
      group_member_id: invitee.memberId,
      name: invitee.name,
      mail: invitee.mail,
      language: invitee.language,
      token_hash: tokenHash,
    })
    .execute()
}

/** Writes what somebody answered in place of what they answered before. */
export const savePollAnswers = async (
  tx: WriteTx,
  inviteeId: string,
  given: { readonly answers: ReadonlyMap<string, PollAnswer>; readonly note: string; readonly at: Temporal.Instant },
): Promise<void> => {
  for (const [timeId, answer] of given.answers)
    await tx
      .insertInto('poll_answer')
      .values({ poll_invitee_id: inviteeId, poll_time_id: timeId, answer })
      .onConflict((conflict) => conflict.constraint('poll_answered_once').doUpdateSet({ answer }))
      .execute()
  await tx
    .updateTable('poll_invitee')
    .set({ answered_at: given.at, note: given.note })
    .where('poll_invitee_id', '=', inviteeId)
    .execute()
}

/** Closes a poll, and tells the meeting it led to where there is one. */
export const closePoll = (tx: WriteTx, pollId: string, at: Temporal.Instant, meetingId: string | null) =>
  tx
    .updateTable('poll')
    .set((eb) => ({
      closed_at: eb.fn.coalesce('closed_at', eb.val(at)),
      meeting_id: meetingId ?? eb.ref('meeting_id'),
      version: eb('version', '+', 1),
    }))
    .where('poll_id', '=', pollId)
    .execute()

/** Closes the polls whose time is over. */
export const closePollsOver = async (tx: WriteTx, now: Temporal.Instant): Promise<void> => {
  await sql`update poll set closed_at = closes_at, version = version + 1 where closed_at is null and closes_at <= ${now}`.execute(
    tx,
  )
}

/** Polls that took no answers after the moment. */
export const listPollsClosedBefore = async (tx: ReadTx, moment: Temporal.Instant): Promise<string[]> => {
  const rows = await tx
    .selectFrom('poll')
    .select('poll_id')
    .where('closes_at', '<', moment)
    .orderBy('poll_id')
    .execute()
  return rows.map(({ poll_id }) => poll_id)
}

export const deletePolls = async (tx: WriteTx, pollIds: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx.deleteFrom('poll').where('poll_id', 'in', pollIds).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
