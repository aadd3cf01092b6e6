import { type Selectable, sql } from 'kysely'
import type { ReadTx, Rows, WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import { type Answer, answers, type Invitee, type Presence, presences } from '../meeting.ts'

const inviteeOf = (row: Selectable<Rows['meeting_invitee']>): Invitee => ({
  inviteeId: row.meeting_invitee_id,
  meetingId: row.meeting_id,
  memberId: row.group_member_id,
  name: row.name,
  mail: row.mail,
  personId: row.person_id,
  answer: answers.find((answer) => answer === row.answer) ?? 'none',
  answeredAt: row.answered_at,
  answeredByWay: (['page', 'link', 'mail'] as const).find((way) => way === row.answered_by_way) ?? null,
  note: row.note,
  proposed:
    row.proposed_starts_at === null || row.proposed_ends_at === null
      ? null
      : { startsAt: row.proposed_starts_at, endsAt: row.proposed_ends_at },
  substitute: row.substitute,
  presence: presences.find((presence) => presence === row.presence) ?? null,
  lastSequence: row.last_sequence,
  lastStamp: row.last_stamped_at,
})

/** Who is asked to some meetings, in the order of their seats; guests last. */
export const listInvitees = async (tx: ReadTx, meetingIds: readonly string[]): Promise<Invitee[]> => {
  const rows = await tx
    .selectFrom('meeting_invitee as i')
    .leftJoin('group_member as g', 'g.group_member_id', 'i.group_member_id')
    .selectAll('i')
    .where(sql<boolean>`i.meeting_id = any (${[...meetingIds]}::uuid[])`)
    .orderBy(sql`g.position nulls last`)
    .orderBy('i.name')
    .execute()
  return rows.map(inviteeOf)
}

/** Which of those asked to a meeting sit there for the municipality: for one of its departments. */
export const listMunicipalInvitees = async (tx: ReadTx, meetingId: string): Promise<Set<string>> => {
  const { rows } = await sql<{ inviteeId: string }>`
    select i.meeting_invitee_id as "inviteeId"
    from meeting_invitee i join group_member m using (group_member_id) left join post p on p.post_id = m.post_id
      join organisation o on o.organisation_id = coalesce(p.organisation_id, m.organisation_id)
    where i.meeting_id = ${meetingId}::uuid and o.kind = 'department'`.execute(tx)
  return new Set(rows.map(({ inviteeId }) => inviteeId))
}

/** Whom a link belongs to, found by its hash; undefined where there is none. */
export const findInviteeByLink = async (tx: ReadTx, tokenHash: Buffer): Promise<Invitee | undefined> => {
  const row = await tx.selectFrom('meeting_invitee').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && inviteeOf(row)
}

export interface NewInvitee {
  readonly meetingId: string
  readonly memberId: string | null
  readonly name: string
  readonly mail: string
  readonly personId: string | null
}

export const insertInvitee = async (tx: WriteTx, invitee: NewInvitee): Promise<string> => {
  const meeting_invitee_id = newId<'meeting_invitee'>()
  await tx
    .insertInto('meeting_invitee')
    .values({
      meeting_invitee_id,
      meeting_id: invitee.meetingId,
      group_member_id: invitee.memberId,
      name: invitee.name,
      mail: invitee.mail,
      person_id: invitee.personId,
    })
    .execute()
  return meeting_invitee_id
}

/** Gives an invitation a new link, whose hash alone is kept. */
export const renewLink = (tx: WriteTx, inviteeId: string, tokenHash: Buffer, at: Temporal.Instant) =>
  tx
    .updateTable('meeting_invitee')
    .set({ token_hash: tokenHash, invited_at: at })
    .where('meeting_invitee_id', '=', inviteeId)
    .execute()

export interface InviteeChange {
  readonly answer?: Answer
  readonly answered?: { readonly at: Temporal.Instant; readonly way: 'page' | 'link' | 'mail' }
  readonly note?: string
  readonly substitute?: string
  readonly proposed?: Invitee['proposed']
  readonly presence?: Presence | null
  readonly told?: { readonly sequence: number; readonly stamp: Temporal.Instant }
}

export const updateInvitee = async (tx: WriteTx, inviteeId: string, change: InviteeChange): Promise<void> => {
  await tx
    .updateTable('meeting_invitee')
    .set({
      ...(change.answer === undefined ? {} : { answer: change.answer }),
      ...(change.answered === undefined
        ? {}
        : { answered_at: change.answered.at, answered_by_way: change.answered.way }),
      ...(change.note === undefined ? {} : { note: change.note }),
      ...(change.substitute === undefined ? {} : { substitute: change.substitute }),
      ...(change.proposed === undefined
        ? {}
        : {
            proposed_starts_at: change.proposed?.startsAt ?? null,
            proposed_ends_at: change.proposed?.endsAt ?? null,
          }),
      ...(change.presence === undefined ? {} : { presence: change.presence }),
      ...(change.told === undefined ? {} : { last_sequence: change.told.sequence, last_stamped_at: change.told.stamp }),
    })
    .where('meeting_invitee_id', '=', inviteeId)
    .execute()
}

/** Asks everybody anew after a change of when: answers given before stand as they were, marked as to another time by the empty moment. */
export const askAnew = (tx: WriteTx, meetingId: string) =>
  tx
    .updateTable('meeting_invitee')
    .set({ answer: 'none', answered_at: null, answered_by_way: null, proposed_starts_at: null, proposed_ends_at: null })
    .where('meeting_id', '=', meetingId)
    .where('answer', '<>', 'none')
    .execute()
