import { sql } from 'kysely'
import {
  type DaySpan,
  readDaySpan,
  type ReadTx,
  refuseOn,
  writeDaySpan,
  type WriteTx,
} from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Member } from './group.ts'

interface MemberRow {
  readonly memberId: string
  readonly groupId: string
  readonly position: number
  readonly name: string
  readonly postId: string | null
  readonly organisationId: string | null
  readonly planId: string | null
  readonly party: string | null
  readonly holder: string | null
  readonly personId: string | null
  readonly contactName: string
  readonly contactMail: string
  readonly isGuest: boolean
  readonly takesTurns: boolean
  readonly turnsFrom: string | null
  readonly origin: Member['origin']
  readonly sits: string
}

const selectMembers = (day: Day) => sql`
  select m.group_member_id as "memberId", m.meeting_group_id as "groupId", m.position, coalesce(p.title, m.name) as name,
    m.post_id as "postId", m.organisation_id as "organisationId", m.plan_id as "planId",
    coalesce(n.name, u.name, o.name) as party, e.name as holder, e.person_id as "personId",
    coalesce(c.name, '') as "contactName", coalesce(c.mail, '') as "contactMail", m.is_guest as "isGuest", m.takes_turns as "takesTurns",
    m.turns_from_on::text as "turnsFrom",
    m.origin, m.sits_during::text as sits
  from group_member m
    left join group_member_contact c on c.group_member_id = m.group_member_id
    left join post p on p.post_id = m.post_id
    left join organisation o on o.organisation_id = m.organisation_id
    left join plan n on n.plan_id = m.plan_id
    left join unit_name u on u.unit_id = p.unit_id and u.named_during @> ${day.toString()}::date
    left join holder h on h.post_id = m.post_id and h.holder_during @> ${day.toString()}::date
    left join person e on e.person_id = h.person_id`

const memberOf = (row: MemberRow): Member => ({
  ...row,
  party: row.party ?? '',
  turnsFrom: row.turnsFrom === null ? null : Temporal.PlainDate.from(row.turnsFrom),
  sits: readDaySpan(row.sits),
})

/** Everybody who sits or sat in a group, in the order of their seats; who holds the posts is told of the day. */
export const listEveryMember = async (tx: ReadTx, groupId: string, day: Day): Promise<Member[]> => {
  const { rows } = await sql<MemberRow>`${selectMembers(day)}
    where m.meeting_group_id = ${groupId}::uuid order by m.position, m.group_member_id`.execute(tx)
  return rows.map(memberOf)
}

export interface NewMember extends Omit<
  Member,
  'memberId' | 'party' | 'holder' | 'personId' | 'position' | 'turnsFrom'
> {
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
}

/** Gives somebody the last seat. Throws Refused('sits_already'). */
export const insertMember = async (tx: WriteTx, member: NewMember): Promise<string> => {
  const group_member_id = newId<'group_member'>()
  try {
    await sql`insert into group_member (group_member_id, meeting_group_id, position, name, post_id, organisation_id, plan_id,
        is_guest, takes_turns, origin, sits_during, added_at, added_by)
      select ${group_member_id}::uuid, ${member.groupId}::uuid,
        (select coalesce(max(position), -1) + 1 from group_member where meeting_group_id = ${member.groupId}::uuid),
        ${member.name}, ${member.postId}::uuid, ${member.organisationId}::uuid, ${member.planId}::uuid,
        ${member.isGuest}, ${member.takesTurns}, ${member.origin}, ${writeDaySpan(member.sits)}::daterange,
        ${member.addedAt}, ${member.addedBy}`.execute(tx)
  } catch (error) {
    throw refuseOn(error, { member_sits_once_at_a_time: () => new Refused('sits_already') })
  }
  await writeContact(tx, group_member_id, member)
  return group_member_id
}

/** Writes how a seat without a post is reached, in place of what stood there. */
const writeContact = async (
  tx: WriteTx,
  memberId: string,
  { contactName, contactMail }: Pick<Member, 'contactName' | 'contactMail'>,
): Promise<void> => {
  await tx.deleteFrom('group_member_contact').where('group_member_id', '=', memberId).execute()
  if (contactName === '' && contactMail === '') return
  const contact = { group_member_id: memberId, name: contactName, mail: contactMail }
  await tx.insertInto('group_member_contact').values(contact).execute()
}

/** Writes the days somebody sits in a group. */
export const updateSitting = (tx: WriteTx, memberId: string, sits: DaySpan) =>
  tx
    .updateTable('group_member')
    .set({ sits_during: writeDaySpan(sits) })
    .where('group_member_id', '=', memberId)
    .execute()

/** Writes how a seat without a post is reached, or the post it turned out to be. Throws Refused('sits_already'). */
export const updateSeat = async (
  tx: WriteTx,
  memberId: string,
  seat: Pick<Member, 'name' | 'postId' | 'organisationId' | 'planId' | 'contactName' | 'contactMail'>,
): Promise<void> => {
  try {
    await tx
      .updateTable('group_member')
      .set({
        name: seat.name,
        post_id: seat.postId,
        organisation_id: seat.organisationId,
        plan_id: seat.planId,
      })
      .where('group_member_id', '=', memberId)
      .execute()
  } catch (error) {
    throw refuseOn(error, { member_sits_once_at_a_time: () => new Refused('sits_already') })
  }
  await writeContact(tx, memberId, seat)
}

/** Lets somebody take turns from a day on, last of all, or no more. */
export const updateTurns = async (tx: WriteTx, { groupId, memberId }: Member, from: Day | null): Promise<void> => {
  await sql`update group_member set takes_turns = ${from !== null}, turns_from_on = ${from?.toString() ?? null}::date,
      position = case when ${from !== null} then (select max(position) + 1 from group_member where meeting_group_id = ${groupId}::uuid) else position end
    where group_member_id = ${memberId}::uuid`.execute(tx)
}
