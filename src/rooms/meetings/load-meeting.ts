import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { type Actor, isPermitted, type Relations } from '../access/index.ts'
import { listItems, listPapers } from './agenda/agenda.queries.ts'
import type { AgendaItem, Paper } from './agenda/agenda.ts'
import { listOpenFollowUps } from './minutes/decision.queries.ts'
import { findGroup } from './group/group.queries.ts'
import { listInvitees } from './invitations/invitee.queries.ts'
import { type LoadedGroup, loadGroup, relationsToGroup } from './group/load-group.ts'
import type { Invitee, Meeting } from './meeting.ts'
import { findMeeting } from './meeting.queries.ts'
import { meetingsPolicy } from './meetings.policy.ts'
import type { FollowUp } from './minutes/minutes.ts'

/** A meeting with all that is so of it. */
export interface LoadedMeeting {
  readonly meeting: Meeting
  readonly loaded: LoadedGroup
  /** What the reader is to it. */
  readonly relations: Relations
  /** The addresses a mail about it could not be delivered to, in small letters; told to those who see its papers. */
  readonly undelivered: ReadonlySet<string>
  /** Null = the reader may not see the group's papers. */
  readonly papers: {
    readonly items: readonly AgendaItem[]
    readonly attached: readonly Paper[]
    readonly invitees: readonly Invitee[]
    /** What the group agreed to do at earlier meetings and has not done. */
    readonly open: readonly FollowUp[]
  } | null
}

/** Loads a meeting as the actor may see it; undefined where there is none. */
export const loadMeeting = async (
  tx: ReadTx,
  actor: Actor,
  meetingId: string,
  day: Day,
): Promise<LoadedMeeting | undefined> => {
  const meeting = await findMeeting(tx, meetingId)
  const group = meeting && (await findGroup(tx, meeting.groupId))
  if (meeting === undefined || group === undefined) return undefined
  const loaded = await loadGroup(tx, group, day)
  const relations = await relationsToGroup(tx, actor, loaded, meeting.convenorId)
  const papers = isPermitted(actor, meetingsPolicy.readPapers, relations)
    ? {
        items: await listItems(tx, meetingId),
        attached: await listPapers(tx, meetingId),
        invitees: await listInvitees(tx, [meetingId]),
        open: (await listOpenFollowUps(tx, group.groupId)).filter((one) => one.meetingId !== meetingId),
      }
    : null
  return { meeting, loaded, relations, papers, undelivered: new Set() }
}
