import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, isPermitted, requirePermission } from '../../access/index.ts'
import { insertStandingItems, listStandingItems, type NewStandingItem } from '../agenda/agenda.queries.ts'
import type { StandingItem } from '../agenda/agenda.ts'
import { type Acting, enterGroup } from '../enter.ts'
import { countGroupChange, type GroupTerms, insertGroup, updateGroup } from './group.queries.ts'
import type { GroupKind } from './group.ts'
import { keptAs, wordsOfStanding } from '../agenda/item-words.ts'
import type { LoadedGroup } from './load-group.ts'
import { updateTurns } from './member.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { layStandingItems } from '../agenda/standing-items.ts'

/** Which group, as it was when the form was shown. */
export interface SeenGroup {
  readonly groupId: string
  readonly version: number
}

/** Holds a group to be changed, as it was shown, and counts the change. Throws as `enterGroup`, and Refused('changed_meanwhile'). */
export const enterToChange = async (tx: WriteTx, acting: Acting, seen: SeenGroup): Promise<LoadedGroup> => {
  const loaded = await enterGroup(tx, acting, seen.groupId, meetingsPolicy.changeGroup)
  if (loaded.group.version !== seen.version) throw new Refused('changed_meanwhile')
  return loaded
}

/**
 * Writes what a group has agreed for itself. Where it begins to take turns and nobody does, all who sit there do, from today. Throws
 * Refused('group_needs_name'), Refused('changed_meanwhile'), or Refused('person_free_stays') where another than the lead lifts that.
 */
export const changeGroup = (platform: Platform, actor: Actor, seen: SeenGroup, terms: GroupTerms): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const loaded = await enterToChange(tx, acting, seen)
    if (terms.name === '') throw new Refused('group_needs_name')
    const lifts = loaded.group.isPersonFree && !terms.isPersonFree
    if (lifts && !isPermitted(actor, meetingsPolicy.liftPersonFree)) throw new Refused('person_free_stays')
    await updateGroup(tx, seen, terms)
    const begins = terms.convening === 'rotation' && loaded.members.every(({ takesTurns }) => !takesTurns)
    if (begins)
      for (const member of loaded.members) if (!member.isGuest) await updateTurns(tx, member, today(platform.clock))
    leaveTrace(tx, { verb: 'group.changed', thing: 'meeting_group', ref: seen.groupId })
  })

/** A group as somebody makes it by hand. */
export interface GroupToMake {
  readonly name: string
  readonly kind: GroupKind
  readonly isPersonFree: boolean
}

/** Makes a group that no agreement tells of; its seats are given after. Throws Refused('group_needs_name'). */
export const makeGroup = (platform: Platform, actor: Actor, group: GroupToMake): Promise<string> => {
  requirePermission(actor, meetingsPolicy.makeGroup)
  return writeAs(platform, actor, async (tx) => {
    if (group.name === '') throw new Refused('group_needs_name')
    const groupId = await insertGroup(tx, {
      ...group,
      ...plainTerms,
      madeAt: platform.clock.now(),
      madeBy: actor.personId ?? 'system',
      isSample: false,
    })
    await layStandingItems(tx, groupId, { ...group, wantsAnchoring: false })
    leaveTrace(tx, { verb: 'group.made', thing: 'meeting_group', ref: groupId })
    return groupId
  })
}

const plainTerms = {
  forumKey: null,
  agreementId: null,
  activity: '',
  convening: 'unsaid',
  noticeDays: null,
  agendaDays: null,
  objectionDays: 14,
  quorum: null,
  usualMinutes: 120,
  handoverWords: '',
  handoverCandidates: [],
  handoverOn: null,
} as const

type TypedStanding = Pick<StandingItem, 'title' | 'body' | 'minutes'>

/** What is done to the standing items: `at` is the place of one among them. */
export type StandingChange =
  | { readonly does: 'add'; readonly item: TypedStanding }
  | { readonly does: 'write'; readonly at: number; readonly item: TypedStanding }
  | { readonly does: 'remove' | 'up' | 'down'; readonly at: number }

/** Changes what stands on every agenda of a group from the next meeting on. Throws Refused('item_needs_title') and as `enterToChange`. */
export const changeStandingItems = (
  platform: Platform,
  actor: Actor,
  seen: SeenGroup,
  change: StandingChange,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    await enterToChange(tx, { platform, actor }, seen)
    if ('item' in change && change.item.title === '') throw new Refused('item_needs_title')
    await insertStandingItems(tx, seen.groupId, changed(await listStandingItems(tx, seen.groupId), change))
    await countGroupChange(tx, seen)
    leaveTrace(tx, { verb: 'standing_items.changed', thing: 'meeting_group', ref: seen.groupId })
  })

const changed = (items: readonly NewStandingItem[], change: StandingChange): readonly NewStandingItem[] => {
  if (change.does === 'add') return [...items, { ...change.item, wordsKey: null }]
  const own = items[change.at]
  if (own === undefined) throw new Refused('changed_meanwhile')
  if (change.does === 'write')
    return items.with(change.at, { ...own, ...change.item, ...keptAs(wordsOfStanding(own), change.item) })
  const without = items.toSpliced(change.at, 1)
  if (change.does === 'remove') return without
  return without.toSpliced(Math.max(0, change.at + (change.does === 'up' ? -1 : 1)), 0, own)
}
