import type { WriteTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import type { HeldPost } from '../../parties/index.ts'
import { insertWatch } from '../events/event.queries.ts'
import { findPlaceOfPost } from '../relation.queries.ts'
import { findOwner } from './open-season.ts'
import { comingSeasons, lateWindows } from './season.rules.ts'
import { insertSeason, insertWish } from './season.queries.ts'
import { listSeasonPromises } from './season-terms.ts'
import { seasonTexts } from './season.texts.ts'

/** What the sample wishes for, and by whom. */
export interface SampleWish {
  readonly by: HeldPost
  readonly areaId: string
  readonly venueId: string | null
  readonly title: string
  readonly note: string
}

/** Opens the next season of the sample's first promise of so many a year, with what is wished for it. */
export const laySampleSeason = async (
  tx: WriteTx,
  platform: Platform,
  wishes: readonly SampleWish[],
): Promise<void> => {
  const day = today(platform.clock)
  const [promise] = await listSeasonPromises(tx, day)
  const owner = promise && (await findOwner(tx, system, promise, day))
  const half = comingSeasons(day)[1]
  if (!promise || !owner || !half) return
  const at = platform.clock.now()
  const { lineageId } = promise
  const areaIds = [...new Set(wishes.map(({ areaId }) => areaId))]
  const said = { title: seasonTexts.da[half.half](half.from.year), writtenCap: null, writtenPriceOere: null, lineageId }
  const made = { openedAt: at, openedBy: 'system', isSample: true }
  const seasonId = await insertSeason(tx, { ...said, ...owner, ...made, from: half.from, to: half.to, areaIds })
  const weeks = lateWindows(half)[0] ?? half
  for (const { by, ...wish } of wishes) {
    const place = await findPlaceOfPost(tx, by.postId)
    if (place !== null)
      await insertWish(tx, {
        ...wish,
        ...place,
        seasonId,
        weeks: { from: weeks.from, to: weeks.to },
        wishedAt: at,
        wishedBy: by.personId,
      })
  }
}

/** Lets a post of the sample hear of larger events, wherever they are. */
export const watchAsSample = (tx: WriteTx, platform: Platform, { postId }: HeldPost): Promise<void> =>
  insertWatch(tx, { postId, areaId: null, chosenAt: platform.clock.now(), chosenBy: 'system' })
