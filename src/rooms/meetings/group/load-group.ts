import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf } from '../../../platform/day-number.ts'
import { type Day, homeZone } from '../../../platform/day.ts'
import type { Actor, Relations } from '../../access/index.ts'
import { listCommitmentsInForce, type PlacedCommitment, planOfCommitment } from '../../commitments/index.ts'
import { type Turn, turnOn } from '../turns/convenor.rules.ts'
import type { Convenorship, Group, GroupPromiseRole, Member } from './group.ts'
import { listConvenorships } from '../turns/convenorship.queries.ts'
import { listGroupPromises, listRelationsToGroup } from './group.queries.ts'
import { listEveryMember } from './member.queries.ts'
import type { Meeting } from '../meeting.ts'
import { listMeetingsOf, listRotation } from '../meeting.queries.ts'
import { isThere } from '../turns/rotation.rules.ts'
import { layYear, type PeriodOfMeetings } from './year.rules.ts'

/** A group with all that is so of it on a day. */
export interface LoadedGroup {
  readonly group: Group
  /** Who sits in it today. */
  readonly members: readonly Member[]
  /** Who sits or sat in it. */
  readonly everyone: readonly Member[]
  readonly turn: Turn
  readonly convenorships: readonly Convenorship[]
  readonly promises: readonly { readonly promise: PlacedCommitment; readonly role: GroupPromiseRole }[]
  readonly meetings: readonly Meeting[]
  /** The periods its promise is made of, from a year back to a year ahead; empty where it promises no rhythm. */
  readonly year: readonly PeriodOfMeetings[]
}

/** The day a meeting begins on Danish walls. */
export const dayOfMeeting = ({ startsAt }: Pick<Meeting, 'startsAt'>): Day =>
  startsAt.toZonedDateTimeISO(homeZone).toPlainDate()

/** Loads a group as it is on the day. */
export const loadGroup = async (tx: ReadTx, group: Group, day: Day): Promise<LoadedGroup> => {
  const everyone = await listEveryMember(tx, group.groupId, day)
  const convenorships = await listConvenorships(tx, [group.groupId])
  const events = await listRotation(tx, [group.groupId])
  const meetings = await listMeetingsOf(tx, [group.groupId])
  const roles = new Map((await listGroupPromises(tx, [group.groupId])).map(({ lineageId, role }) => [lineageId, role]))
  const inForce = roles.size === 0 ? [] : await listCommitmentsInForce(tx, day)
  const promises = inForce.flatMap((promise) => {
    const role = roles.get(promise.lineageId)
    return role === undefined ? [] : [{ promise, role }]
  })
  return {
    group,
    everyone,
    members: everyone.filter(({ sits }) => isThere(sits, day)),
    turn: turnOn({ convening: group.convening, members: everyone, convenorships, events }, day),
    convenorships,
    promises,
    meetings,
    year: yearOf(promises, meetings, day),
  }
}

const yearOf = (promises: LoadedGroup['promises'], meetings: readonly Meeting[], day: Day): PeriodOfMeetings[] => {
  const on = dayNumberOf(day)
  const periods = promises
    .filter(({ role }) => role === 'cadence')
    .flatMap(({ promise }) => planOfCommitment(promise, day).ways.flatMap((way) => way.slice(0, 1)))
    .flatMap(({ cadence, periods: laid }) => (cadence.kind === 'periodic' ? laid : []))
    .filter(({ from, to, least }) => least > 0 && to >= on - 366 && from <= on + 366)
  const days = meetings.map((meeting) => ({
    meetingId: meeting.meetingId,
    state: meeting.state,
    day: dayNumberOf(dayOfMeeting(meeting)),
  }))
  return layYear(periods, days)
}

/** What the actor is to a group, the convenor of one of its meetings or of the next included. */
export const relationsToGroup = async (
  tx: ReadTx,
  actor: Actor,
  { group, turn, members }: Pick<LoadedGroup, 'group' | 'turn' | 'members'>,
  convenorId: string | null = turn.memberId,
): Promise<Relations> => {
  const relations = new Set(await listRelationsToGroup(tx, group.groupId))
  const convenor = members.find(({ memberId }) => memberId === convenorId)
  // Where nobody is told to call, or who was told no longer can, everyone who sits there may.
  const isOnes = convenor !== undefined && convenor.holder !== null
  if (relations.has('member') && (isOnes ? convenor.postId === actor.postId : true)) relations.add('convenor')
  return relations
}
