import type { WriteTx } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, type Permission, requirePermission } from '../access/index.ts'
import { findGroup, getGroupForUpdate } from './group/group.queries.ts'
import type { Group } from './group/group.ts'
import { type LoadedGroup, loadGroup, relationsToGroup } from './group/load-group.ts'
import type { Meeting } from './meeting.ts'
import { findMeeting, getMeetingForUpdate } from './meeting.queries.ts'

/** Who acts, and what with. */
export interface Acting {
  readonly platform: Platform
  readonly actor: Actor
}

/** Which meeting, as it was when the form was shown. */
export interface SeenMeeting {
  readonly meetingId: string
  readonly version: number
}

/** Holds a group until the transaction ends, and lets only those on who may. Throws as `requirePermission`, and Refused('group_not_found'). */
export const enterGroup = async (
  tx: WriteTx,
  { platform, actor }: Acting,
  groupId: string,
  permission: Permission,
): Promise<LoadedGroup> => {
  const group = await holdGroup(tx, actor, groupId, permission)
  const loaded = await loadGroup(tx, group, today(platform.clock))
  requirePermission(actor, permission, await relationsToGroup(tx, actor, loaded))
  return loaded
}

/** Holds a group; whoever sees it but has nothing to do with it is told that they may not. */
const holdGroup = async (tx: WriteTx, actor: Actor, groupId: string, permission: Permission): Promise<Group> => {
  try {
    return await getGroupForUpdate(tx, groupId)
  } catch (error) {
    if ((await findGroup(tx, groupId)) !== undefined) requirePermission(actor, permission)
    throw error
  }
}

/** Holds a meeting and its group until the transaction ends. Throws as `enterGroup`, Refused('meeting_not_found') and Refused('changed_meanwhile'). */
export const enterMeeting = async (
  tx: WriteTx,
  { platform, actor }: Acting,
  seen: { readonly meetingId: string; readonly version: number | null },
  permission: Permission,
): Promise<{ meeting: Meeting; loaded: LoadedGroup }> => {
  // The group first, so that two who write in it wait for each other in one order.
  const found = await findMeeting(tx, seen.meetingId)
  if (found === undefined) throw new Refused('meeting_not_found')
  const group = await holdGroup(tx, actor, found.groupId, permission)
  const meeting = await getMeetingForUpdate(tx, seen.meetingId, seen.version)
  const loaded = await loadGroup(tx, group, today(platform.clock))
  requirePermission(actor, permission, await relationsToGroup(tx, actor, loaded, meeting.convenorId))
  return { meeting, loaded }
}
