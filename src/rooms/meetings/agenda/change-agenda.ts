import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, findPersons } from '../../access/index.ts'
import { deleteItem, getItemForUpdate, insertItem, listItems, updateItem } from './agenda.queries.ts'
import type { AgendaItem } from './agenda.ts'
import { enterGroup, enterMeeting, type SeenMeeting } from '../enter.ts'
import type { Group } from '../group/group.ts'
import { keptAs } from './item-words.ts'
import { updateMeeting } from '../meeting.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { requireNobodyIn } from '../person-free.rules.ts'
import { tellInvited } from '../invitations/tell-invited.ts'

/** What a point says. `isVouchedFor`: the writer says that nothing in it tells who somebody is. */
export interface ItemText {
  readonly title: string
  readonly body: string
  readonly minutes: number | null
  readonly isVouchedFor: boolean
}

/** Throws Refused('item_needs_title'), or Refused('names_persons') in a group whose papers tell of nobody. */
const requireText = ({ isPersonFree }: Group, { title, body, isVouchedFor }: ItemText): void => {
  if (title === '') throw new Refused('item_needs_title')
  if (!isPersonFree) return
  const text = `${title}\n${body}`
  requireNobodyIn(text, findPersons(text, { knownNames: [] }), isVouchedFor)
}

/** Proposes a point for a group's next meeting; its convenor sees it there. Throws as `requireText`. */
export const proposeItem = (platform: Platform, actor: Actor, groupId: string, text: ItemText): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { group } = await enterGroup(tx, { platform, actor }, groupId, meetingsPolicy.proposeItem)
    requireText(group, text)
    const by = { proposedBy: actor.name ?? 'Brobyg', proposedAt: platform.clock.now() }
    await insertItem(tx, { ...text, ...by, groupId, meetingId: null, kind: 'proposed' })
    leaveTrace(tx, { verb: 'item.proposed', thing: 'meeting_group', ref: groupId })
  })

/** Adds a point to the agenda of a meeting. Throws as `requireText`. */
export const addItem = (platform: Platform, actor: Actor, meetingId: string, text: ItemText): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const seen = { meetingId, version: null }
    const { loaded, meeting } = await enterMeeting(tx, { platform, actor }, seen, meetingsPolicy.callMeeting)
    requireText(loaded.group, text)
    requireNotStanding(meeting)
    const by = { proposedBy: actor.name ?? 'Brobyg', proposedAt: platform.clock.now() }
    await insertItem(tx, { ...text, ...by, groupId: meeting.groupId, meetingId, kind: 'proposed' })
    leaveTrace(tx, { verb: 'agenda.changed', thing: 'meeting', ref: meetingId })
  })

/** Minutes that stand are of the agenda as it was. */
const requireNotStanding = ({
  minutesSentAt,
  state,
}: {
  minutesSentAt: Temporal.Instant | null
  state: string
}): void => {
  if (state === 'cancelled') throw new Refused('meeting_cancelled')
  if (minutesSentAt !== null) throw new Refused('minutes_sent')
}

export interface ItemChange {
  readonly meetingId: string
  readonly itemId: string
  /** The point's version as the form showed it. */
  readonly version: number
}

/** Changes what a point says. Throws as `requireText`, Refused('changed_meanwhile') and Refused('item_not_found'). */
export const changeItem = (platform: Platform, actor: Actor, change: ItemChange, text: ItemText): Promise<void> =>
  inAgenda(platform, actor, change, async (tx, item, group) => {
    requireText(group, text)
    const seen = { ...item, version: change.version }
    await updateItem(tx, seen, { ...keptAs(item.words, text), minutes: text.minutes })
  })

/** Takes a point off the agenda; what a member proposed waits for the next meeting again. */
export const removeItem = (platform: Platform, actor: Actor, change: ItemChange): Promise<void> =>
  inAgenda(platform, actor, change, async (tx, item) => {
    if (item.kind === 'proposed' || item.kind === 'carried')
      await updateItem(tx, item, { meetingId: null, position: 0 })
    else await deleteItem(tx, item.itemId)
  })

/** Moves a point one place up or down. */
export const moveItem = (platform: Platform, actor: Actor, change: ItemChange, by: -1 | 1): Promise<void> =>
  inAgenda(platform, actor, change, async (tx, item) => {
    const items = await listItems(tx, change.meetingId)
    const at = items.findIndex(({ itemId }) => itemId === item.itemId)
    const order = items.toSpliced(at, 1).toSpliced(Math.max(0, at + by), 0, item)
    for (const [position, one] of order.entries())
      if (one.position !== position) await updateItem(tx, one, { position })
  })

const inAgenda = (
  platform: Platform,
  actor: Actor,
  { meetingId, itemId }: ItemChange,
  work: (tx: Parameters<typeof updateItem>[0], item: AgendaItem, group: Group) => Promise<void>,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const seen = { meetingId, version: null }
    const { meeting, loaded } = await enterMeeting(tx, { platform, actor }, seen, meetingsPolicy.callMeeting)
    requireNotStanding(meeting)
    const item = await getItemForUpdate(tx, itemId)
    if (item.meetingId !== meetingId) throw new Refused('item_not_found')
    await work(tx, item, loaded.group)
    leaveTrace(tx, { verb: 'agenda.changed', thing: 'meeting', ref: meetingId })
  })

/** Sends the agenda to everybody asked. Throws Refused('not_called_yet') where nobody is asked. */
export const sendAgenda = (platform: Platform, actor: Actor, seen: SeenMeeting): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { meeting } = await enterMeeting(tx, { platform, actor }, seen, meetingsPolicy.callMeeting)
    if (meeting.calledAt === null) throw new Refused('not_called_yet')
    requireNotStanding(meeting)
    await updateMeeting(tx, meeting.meetingId, { agendaSentAt: platform.clock.now() })
    await tellInvited(tx, meeting, 'agenda')
    leaveTrace(tx, { verb: 'agenda.sent', thing: 'meeting', ref: meeting.meetingId })
  })
