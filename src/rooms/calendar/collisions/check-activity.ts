import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { homeZone } from '../../../platform/day.ts'
import { listHoldingsBeside } from '../booking.queries.ts'
import { wallOf } from '../clock-words.ts'
import type { SeriesFacts, Timing } from '../series.ts'
import { timesOf } from '../times.rules.ts'
import { findVenue, listOpeningsOf } from '../venue.queries.ts'
import { openOn } from '../venues/opening.rules.ts'
import { freeStretches, type Stretch } from '../venues/stretches.rules.ts'
import { type CollidingSeries, listCollidingSeries, listGatheringTimes, listNearAreas } from './collision.queries.ts'
import { collisionsOf, inPairs } from './collisions.rules.ts'
import type { CollidingPair, GatheringTime } from './gathering.ts'
import { type Proposal, proposeSlots } from './proposals.rules.ts'

/** So many days of an activity are looked at: what comes round shows itself within them. */
const daysAhead = 56

/** What an activity that is not in the calendar yet would collide with. */
export interface ActivityCheck {
  readonly collisions: readonly (CollidingPair & { readonly other: CollidingSeries })[]
  /** When it would collide with nothing, and its place is free. */
  readonly proposals: readonly Proposal[]
}

/** No activity has this id: what is new stands under it while it is looked at. */
const newOne = 'new'

/** Looks at an activity before it is saved. `seriesId` is the one that is changed, which does not collide with itself; null = it is new. */
export const checkActivity = async (
  tx: ReadTx,
  form: SeriesFacts & Timing,
  { seriesId, today }: { readonly seriesId: string | null; readonly today: Day },
): Promise<ActivityCheck> => {
  const from = Temporal.PlainDate.compare(form.startsOn, today) > 0 ? form.startsOn : today
  const to = from.add({ days: daysAhead })
  const times = gatheringTimes(form, { from, to }, seriesId ?? newOne)
  if (times.length === 0) return { collisions: [], proposals: [] }
  // Proposals look at the weekdays beside, too.
  const span = { from: from.subtract({ days: 4 }), to: to.add({ days: 5 }) }
  const ages = { from: form.ageFrom ?? 0, to: form.ageTo ?? 17 }
  const near = await listNearAreas(tx)
  const areas = form.areaId === null ? null : [form.areaId, ...(near.get(form.areaId) ?? [])]
  const others = await listGatheringTimes(tx, { ...momentsOf(span), areaIds: areas, ages })
  const pairs = inPairs(collisionsOf(times, others, near))
  if (pairs.length === 0) return { collisions: [], proposals: [] }
  const otherIdOf = ({ oneId, otherId }: CollidingPair) => (oneId === (seriesId ?? newOne) ? otherId : oneId)
  const known = await listCollidingSeries(tx, pairs.map(otherIdOf))
  const free = await freeOfPlace(tx, form, { span, seriesId })
  return {
    collisions: pairs.flatMap((pair) => {
      const other = known.get(otherIdOf(pair))
      return other === undefined ? [] : [{ ...pair, other }]
    }),
    proposals: proposeSlots(times, { others, near, free }),
  }
}

interface DaySpan {
  readonly from: Day
  readonly to: Day
}

const momentsOf = ({ from, to }: DaySpan) => ({
  from: from.toZonedDateTime(homeZone).toInstant(),
  to: to.toZonedDateTime(homeZone).toInstant(),
})

const wallMinute = (at: Temporal.Instant): number => {
  const { day, minute } = wallOf(at)
  return dayNumberOf(day) * 1440 + minute
}

const gatheringTimes = (form: SeriesFacts & Timing, span: DaySpan, seriesId: string): GatheringTime[] => {
  const { kind, ageFrom, ageTo, areaId, venueId } = form
  const gathering = { seriesId, kind, ageFrom, ageTo, areaId, venueId }
  return timesOf(form, [], span).map(({ startsAt, endsAt }) => ({
    gathering,
    from: wallMinute(startsAt),
    to: wallMinute(endsAt),
  }))
}

/** When its place is open and nobody else holds it; null where it needs none. */
const freeOfPlace = async (
  tx: ReadTx,
  { venueId, spaceId }: SeriesFacts,
  { span, seriesId }: { readonly span: DaySpan; readonly seriesId: string | null },
): Promise<Stretch[] | null> => {
  const venue = venueId === null ? undefined : await findVenue(tx, venueId)
  if (venue === undefined || venue.isInformal) return null
  const openings = await listOpeningsOf(tx, venue.venueId)
  const held = await listHoldingsBeside(tx, { venueId: venue.venueId, spaceId, seriesId }, momentsOf(span))
  const open: Stretch[] = []
  for (let day = span.from; Temporal.PlainDate.compare(day, span.to) < 0; day = day.add({ days: 1 })) {
    const midnight = dayNumberOf(day) * 1440
    for (const { from, to } of openOn(openings, day)) open.push({ from: midnight + from, to: midnight + to })
  }
  return freeStretches(
    open,
    held.map(({ from, to }) => ({ from: wallMinute(from), to: wallMinute(to) })),
  )
}
