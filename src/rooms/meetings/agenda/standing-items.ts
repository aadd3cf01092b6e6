import type { WriteTx } from '../../../platform/database/index.ts'
import { insertStandingItems, type NewStandingItem } from './agenda.queries.ts'
import type { GroupKind } from '../group/group.ts'
import { standingPoint } from './item-words.ts'
import { type StandingKey, standingKeys } from './standing.texts.ts'

interface Wanted {
  readonly kind: GroupKind
  readonly isPersonFree: boolean
  /** The agreement wants somebody else to call the meetings some day. */
  readonly wantsAnchoring: boolean
}

/** Gives a new group what stands on every agenda of its kind; it changes them as it likes. */
export const layStandingItems = (tx: WriteTx, groupId: string, wanted: Wanted): Promise<void> =>
  insertStandingItems(tx, groupId, standingItemsFor(wanted))

const minutesOf: Readonly<Record<StandingKey, number>> = {
  may_share: 5,
  since_last: 10,
  themes: 30,
  calendar: 20,
  promises: 20,
  proposals: 20,
  anchoring: 10,
  next_meeting: 5,
  other: 5,
}

/** What stands on every agenda of a kind of group, in order. Kept in Danish, and shown in the reader's language until the group words it. */
const standingItemsFor = (wanted: Wanted): NewStandingItem[] =>
  keysFor(wanted).map((wordsKey) => ({ wordsKey, ...standingPoint(wordsKey), minutes: minutesOf[wordsKey] }))

const keysFor = ({ kind, isPersonFree, wantsAnchoring }: Wanted): StandingKey[] => {
  const isForum = kind === 'forum'
  const follows = isForum || kind === 'following'
  const when: Readonly<Record<StandingKey, boolean>> = {
    may_share: isPersonFree,
    since_last: true,
    themes: kind === 'focus' || isPersonFree,
    calendar: kind === 'coordination' || kind === 'cooperation',
    promises: follows,
    proposals: isForum,
    anchoring: wantsAnchoring || follows,
    next_meeting: true,
    other: true,
  }
  return standingKeys.filter((key) => when[key])
}
