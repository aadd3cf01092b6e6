import { leaveTrace, type ReadTx, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, isPermitted, requirePermission } from '../../access/index.ts'
import { listOwnersOf, type PlacedCommitment } from '../../commitments/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { findPlaceOfPost, listRelationsToOrganiser } from '../relation.queries.ts'
import { type DaysWithin, mostDays } from './season.rules.ts'
import { findSeason, insertSeason, listRelationsToSeason, updateSeasonTerms } from './season.queries.ts'
import { findPromisedTerms, listSeasonPromises } from './season-terms.ts'

/** Who owes a promise: the actor's own where they do, else the first who does. */
interface Owner {
  readonly organisationId: string
  readonly planId: string | null
}

export const findOwner = async (
  tx: ReadTx,
  actor: Actor,
  promise: PlacedCommitment,
  day: Day,
): Promise<Owner | null> => {
  const owners = await listOwnersOf(tx, promise, day)
  const post = owners.find(({ postId }) => postId === actor.postId) ?? owners[0]
  return post === undefined ? null : findPlaceOfPost(tx, post.postId)
}

/** The promises the actor may open seasons for. */
export const listPromisesToOpen = async (tx: ReadTx, actor: Actor, day: Day): Promise<PlacedCommitment[]> => {
  const mine: PlacedCommitment[] = []
  for (const promise of await listSeasonPromises(tx, day)) {
    const owner = await findOwner(tx, actor, promise, day)
    const toOwner = owner === null ? null : await listRelationsToOrganiser(tx, owner)
    if (toOwner !== null && isPermitted(actor, calendarPolicy.agreeSeason, toOwner)) mine.push(promise)
  }
  return mine
}

export interface SeasonToOpen extends DaysWithin {
  readonly title: string
  readonly lineageId: string
  readonly areaIds: readonly string[]
}

/**
 * Opens a season of a promise, for those who owe it. Throws Refused('not_your_promise'), Refused('ends_first'),
 * Refused('season_too_long'), Refused('season_needs_areas') or Refused('season_overlaps').
 */
export const openSeason = (platform: Platform, actor: Actor, form: SeasonToOpen): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const day = today(platform.clock)
    const terms = await findPromisedTerms(tx, form.lineageId, day)
    const owner = terms === null ? null : await findOwner(tx, actor, terms.promise, day)
    if (owner === null) throw new Refused('not_your_promise')
    requirePermission(actor, calendarPolicy.agreeSeason, await listRelationsToOrganiser(tx, owner))
    if (Temporal.PlainDate.compare(form.from, form.to) > 0) throw new Refused('ends_first')
    if (form.from.until(form.to, { largestUnit: 'days' }).days >= mostDays) throw new Refused('season_too_long')
    if (form.areaIds.length === 0) throw new Refused('season_needs_areas')
    const made = { openedAt: platform.clock.now(), openedBy: actor.personId ?? 'system' }
    const written = { writtenCap: null, writtenPriceOere: null }
    const seasonId = await insertSeason(tx, { ...form, ...owner, ...written, ...made })
    leaveTrace(tx, { verb: 'season.opened', thing: 'season', ref: seasonId })
    return seasonId
  })

/** Writes how many, and at what price, where the agreement cannot be read; what it says itself stands. Throws Refused('changed_meanwhile'). */
export const writeSeasonTerms = (
  platform: Platform,
  actor: Actor,
  seen: { readonly seasonId: string; readonly version: number },
  terms: { readonly cap: number | null; readonly priceOere: bigint | null },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const season = await findSeason(tx, seen.seasonId)
    if (season === undefined) throw new Refused('season_not_found')
    requirePermission(actor, calendarPolicy.agreeSeason, await listRelationsToSeason(tx, season))
    await updateSeasonTerms(tx, seen, terms)
    leaveTrace(tx, { verb: 'season.terms_written', thing: 'season', ref: season.seasonId })
  })
