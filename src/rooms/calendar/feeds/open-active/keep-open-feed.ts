import { readChangeMark } from '../../../../platform/change-mark.queries.ts'
import { keepHouse, nobody, readAs, type ReadTx, type WriteTx } from '../../../../platform/database/index.ts'
import { homeZone, today } from '../../../../platform/day.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { system } from '../../../access/index.ts'
import { wholeCalendar } from '../../listed-occurrence.ts'
import { listOccurrences } from '../../listed-occurrence.queries.ts'
import { mostTimesInFeed } from '../calendar-feed.ts'
import { facilityUses, slotDays, slots } from './facilities.ts'
import { listFacilities, listTakenSpans } from './facility.queries.ts'
import {
  type FeedLine,
  type FeedPlace,
  findFeedMark,
  forgetGone,
  getFeedForUpdate,
  listItems,
  listLines,
  setFeedMark,
  writeItems,
} from './open-feed.queries.ts'
import type { OpenFeed, OpenItem } from './open-item.ts'
import { scheduledSessions, sessionSeries } from './sessions.ts'

/** So many lines stand on a page of a feed. */
const linesAPage = 500

/** What is gone is told so for so long. */
const toldGoneFor = Temporal.Duration.from({ hours: 24 * 30 })

/** A page of a feed, as it was last brought up to date. */
export const readOpenFeed = (tx: ReadTx, feed: OpenFeed, after: FeedPlace | null): Promise<FeedLine[]> =>
  listLines(tx, feed, after, linesAPage)

const versionOf = ({ clock }: Platform, mark: string): string => `${today(clock)} ${mark}`

/**
 * Compares what there is now with what the feed told last, and writes what differs after all that was written before: a reader who goes
 * on from where they were misses nothing, whoever changed it and however: moved, hidden, renamed or deleted.
 */
export const bringUpToDate = async (platform: Platform, feed: OpenFeed): Promise<void> => {
  const isCurrent = await readAs(platform, nobody, async (tx) => {
    const { mark } = await readChangeMark(tx)
    return (await findFeedMark(tx, feed)) === versionOf(platform, mark)
  })
  if (isCurrent) return
  await keepHouse(platform, system, async (tx) => {
    const known = await getFeedForUpdate(tx, feed)
    const mark = versionOf(platform, (await readChangeMark(tx)).mark)
    if (known.mark === mark) return
    const changed = differences(await listItems(tx, feed), await itemsOf(tx, platform, feed))
    const now = platform.clock.now()
    const modified = changed.size === 0 ? known.modified : Math.max(now.epochMilliseconds, known.modified + 1)
    if (changed.size > 0) await writeItems(tx, feed, modified, changed)
    await forgetGone(tx, feed, now.subtract(toldGoneFor).epochMilliseconds)
    await setFeedMark(tx, feed, { mark, modified })
  })
}

const differences = (
  before: ReadonlyMap<string, string | null>,
  now: readonly OpenItem[],
): Map<string, string | null> => {
  const changed = new Map<string, string | null>()
  const there = new Set<string>()
  for (const { id, item } of now) {
    const text = JSON.stringify(item)
    there.add(id)
    if (before.get(id) !== text) changed.set(id, text)
  }
  for (const [id, item] of before) if (item !== null && !there.has(id)) changed.set(id, null)
  return changed
}

/** What a feed is to tell now. The program sees all: only what is published is asked for. */
const itemsOf = async (tx: WriteTx, { clock, config }: Platform, feed: OpenFeed): Promise<OpenItem[]> => {
  const day = today(clock)
  const from = day.toZonedDateTime(homeZone).toInstant()
  if (feed === 'session-series' || feed === 'scheduled-sessions') {
    const times = await listOccurrences(tx, { ...wholeCalendar, from, isPublic: true, most: mostTimesInFeed })
    return feed === 'session-series' ? sessionSeries(times, config.baseUrl) : scheduledSessions(times, config.baseUrl)
  }
  const facilities = await listFacilities(tx, day)
  if (feed === 'facility-uses') return facilityUses(facilities, config.baseUrl)
  const taken = await listTakenSpans(tx, from, from.add({ hours: 24 * (slotDays + 1) }))
  return slots(facilities, taken, { from: day, baseUrl: config.baseUrl })
}
