import type { ReadTx } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import type { Actor } from '../access/index.ts'
import { findObstacle } from './book-times.ts'
import { checkTime } from './collisions/check-time.ts'
import type { CollidingSeries } from './collisions/collision.queries.ts'
import { isToCome } from './lay-series.ts'
import { type Occurrence, placedAs } from './occurrence.ts'
import type { Series } from './series.ts'

/** Where one time is to take place: when, and in which other venue; null = where its activity is. */
export interface Move {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly elsewhereVenueId: string | null
}

/** What a move would come to: how its place would be had, or why not, and what it would collide with. */
export interface MoveCheck {
  readonly place: 'had' | 'asked' | 'unbooked' | Refused
  readonly collisions: readonly CollidingSeries[]
}

/** Looks at a move of one time before it is made, by the rules that would refuse it. */
export const checkMove = async (
  tx: ReadTx,
  { platform, actor }: { readonly platform: Platform; readonly actor: Actor },
  { series, occurrence }: { readonly series: Series; readonly occurrence: Occurrence },
  move: Move,
): Promise<MoveCheck> => {
  const there = placedAs(series, usualOrElsewhere(series, move))
  const { occurrenceId } = occurrence
  const time = { occurrenceId, startsAt: move.startsAt, endsAt: move.endsAt }
  try {
    requireMovable(occurrence, move, platform.clock.now())
    const place = await findObstacle(tx, actor, there, time)
    return { place, collisions: await checkTime(tx, there, time) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { place: error, collisions: [] }
  }
}

/** A move to where the activity is anyway is no move elsewhere. */
export const usualOrElsewhere = <Asked extends Move>({ venueId }: Pick<Series, 'venueId'>, move: Asked): Asked =>
  move.elsewhereVenueId === venueId ? { ...move, elsewhereVenueId: null } : move

/** Throws Refused('is_over') or Refused('in_the_past'). */
export const requireMovable = (
  occurrence: Occurrence,
  { startsAt }: Pick<Move, 'startsAt'>,
  now: Temporal.Instant,
): void => {
  if (!isToCome(occurrence, now)) throw new Refused('is_over')
  if (Temporal.Instant.compare(startsAt, now) <= 0) throw new Refused('in_the_past')
}
