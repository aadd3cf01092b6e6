import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Actor } from '../../access/index.ts'
import { getVersion, listProposals } from '../../agreements/index.ts'
import { listDecisions, listFollowUps } from './decision.queries.ts'
import { documentOfMinutes } from './document-of-minutes.ts'
import { loadMinutesState, type MinutesState } from './enter-minutes.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { type LoadedMeeting, loadMeeting } from '../load-meeting.ts'
import type { Decision, FollowUp, MinutesDocument } from './minutes.ts'

/** The minutes of a meeting with all that is so of them. */
export interface LoadedMinutes extends MinutesState {
  readonly shown: LoadedMeeting
  readonly decisions: readonly Decision[]
  readonly followUps: readonly FollowUp[]
  /** The proposals of the group's agreements a decision may lead to, by the address of their page. */
  readonly proposals: readonly (readonly [path: string, title: string])[]
}

/** Loads the minutes of a meeting as the actor may see them; undefined where there is no such meeting. */
export const loadMinutes = async (
  tx: ReadTx,
  actor: Actor,
  meetingId: string,
  day: Day,
): Promise<LoadedMinutes | undefined> => {
  const shown = await loadMeeting(tx, actor, meetingId, day)
  if (shown === undefined) return undefined
  const { meeting, loaded } = shown
  return {
    ...(await loadMinutesState(tx, meeting, loaded.group.objectionDays, day)),
    shown,
    decisions: await listDecisions(tx, [meeting.meetingId]),
    followUps: await listFollowUps(tx, [meeting.meetingId]),
    proposals: await proposalsOf(tx, loaded, day),
  }
}

/** The minutes as they were sent last; where none were sent here, as they are written. */
export const lastDocument = ({ editions, shown, decisions, followUps }: LoadedMinutes): MinutesDocument => {
  const { meeting, loaded, papers } = shown
  const { invitees, items } = papers ?? { invitees: [], items: [] }
  return editions.at(-1)?.document ?? documentOfMinutes({ meeting, loaded, invitees, items, decisions, followUps })
}

/** The agreements a group is of: the one it was read in, or those its promises stand in. */
export const agreementsOfGroup = async (tx: ReadTx, { group, promises }: LoadedGroup): Promise<Set<string>> => {
  const agreements = new Set<string>(group.agreementId === null ? [] : [group.agreementId])
  for (const version of new Set(promises.map(({ promise }) => promise.agreementVersionId)))
    agreements.add((await getVersion(tx, version)).agreementId)
  return agreements
}

const proposalsOf = async (tx: ReadTx, loaded: LoadedGroup, day: Day): Promise<[string, string][]> => {
  const proposals: [string, string][] = []
  for (const agreementId of await agreementsOfGroup(tx, loaded))
    for (const { proposalId, number, title, withdrawnAt } of await listProposals(tx, agreementId, day))
      if (withdrawnAt === null) proposals.push([`/forslag/${proposalId}`, `${number}. ${title}`])
  return proposals
}
