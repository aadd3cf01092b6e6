import type { WriteTx } from '../../../platform/database/index.ts'
import { insertItem, listStandingItems, listWaitingItems, updateItem } from './agenda.queries.ts'
import type { Acting } from '../enter.ts'
import type { StandingItem } from './agenda.ts'
import { wordsOfStanding } from './item-words.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { laySuggestions } from '../suggestions/fetch-suggestions.ts'

/**
 * Begins the agenda of a meeting: what always stands there, then what waits for it (proposed by members, or carried over) and what Brobyg
 * knows there is to talk about, before the last two.
 */
export const layAgenda = async (tx: WriteTx, acting: Acting, loaded: LoadedGroup, meetingId: string): Promise<void> => {
  const { platform, actor } = acting
  const { group } = loaded
  const standing = await listStandingItems(tx, group.groupId)
  const waiting = await listWaitingItems(tx, group.groupId)
  // "Next meeting" and "any other business" close the meeting.
  const closing = Math.min(2, standing.length)
  const opening = standing.slice(0, standing.length - closing)
  const by = { groupId: group.groupId, meetingId, proposedBy: actor.name ?? 'Brobyg', proposedAt: platform.clock.now() }
  for (const item of opening) await insertItem(tx, { ...by, ...standingPoint(item) })
  for (const [at, item] of waiting.entries()) await updateItem(tx, item, { meetingId, position: opening.length + at })
  for (const item of standing.slice(opening.length)) await insertItem(tx, { ...by, ...standingPoint(item) })
  await laySuggestions(tx, acting, loaded, meetingId)
}

/** A standing item as a point of one agenda. */
const standingPoint = (item: StandingItem) => {
  const { title, body, minutes } = item
  return { kind: 'standing' as const, title, body, minutes, words: wordsOfStanding(item) }
}
