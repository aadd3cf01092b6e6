import { homeZone } from '../../../../platform/day.ts'
import { type Moment, secondsADay, wallOf } from '../../../../platform/icalendar/moment.ts'
import { occurrencesBetween } from '../../recurrence/series.ts'
import { createZoneClock, type ZoneClock } from '../../recurrence/zone-clock.ts'
import type { ZoneFinder } from '../../../../platform/icalendar/reading/find-zone.ts'
import type { OutsideTime, UnreadReason } from './outside-activity.ts'
import type { EventTimes } from './event-times.ts'
import type { NamedMoment } from '../../../../platform/icalendar/reading/read-times.ts'

/** What is asked for, in seconds since 1970: all that ends after `from` and begins before `to`. */
export interface AskedSpan {
  readonly from: number
  readonly to: number
  /** Nothing that is asked for lasts longer, in seconds; a fortnight unless said. */
  readonly longest?: number
}

/** More times than this within the span is no activity anybody comes to. */
const mostTimes = 1000

/** Nothing in the calendar lasts longer than a fortnight, and an hour for the clocks. */
const fortnight = 14 * secondsADay + 3600

/** What something without an end is taken to last. */
const anHour = 3600

const home = createZoneClock(homeZone)

/** Turns moments of one file into seconds since 1970. */
export const createMomentReader = (zones: ZoneFinder) => {
  const clocks = new Map<string, ZoneClock>()
  const clockOf = (zone: string | null): ZoneClock => {
    const name = zone === null ? homeZone : zones.find(zone)
    const known = clocks.get(name) ?? createZoneClock(name)
    clocks.set(name, known)
    return known
  }
  return {
    zoneOf: (zone: string | null): string => (zone === null ? homeZone : zones.find(zone)),
    /** A day begins at midnight in Denmark; a time without a zone is on Danish clocks. */
    instantOf: ({ moment, zone }: NamedMoment): number => {
      if (moment.isUtc) return wallOf(moment)
      return (moment.second === null ? home : clockOf(zone)).toInstant(wallOf(moment))
    },
  }
}

export type MomentReader = ReturnType<typeof createMomentReader>

const utc = (second: number): Moment => {
  const day = Math.floor(second / secondsADay)
  return { day, second: second - day * secondsADay, isUtc: true }
}

/** How long it lasts: days as the clock counts them, then seconds. */
interface Length {
  readonly days: number
  readonly seconds: number
}

/** How long an event lasts, or why it cannot be told. */
export const lengthOf = (
  event: EventTimes,
  reader: MomentReader,
  longest: number = fortnight,
): Length | UnreadReason => {
  const { start, end, lasts } = event
  const isDay = start.moment.second === null
  const found = end !== null ? untilEnd(event, end, reader) : (lasts ?? { days: isDay ? 1 : 0, seconds: 0 })
  const all = found.days * secondsADay + found.seconds
  if (all < 0) return 'ends_first'
  if (all > longest) return 'lasts_too_long'
  if (all === 0) return isDay ? { days: 1, seconds: 0 } : { days: 0, seconds: anHour }
  return found
}

const untilEnd = ({ start }: EventTimes, end: NamedMoment, reader: MomentReader): Length => {
  if (start.moment.second === null && end.moment.second === null)
    return { days: end.moment.day - start.moment.day, seconds: 0 }
  const seconds = reader.instantOf(end) - reader.instantOf(start)
  // The end of a time told as a day that is the same day: until it is over.
  return seconds <= 0 && end.moment.second === null && seconds > -secondsADay
    ? { days: 0, seconds: seconds + secondsADay }
    : { days: 0, seconds }
}

const endOf = (startsAt: number, { days, seconds }: Length): number =>
  days === 0 ? startsAt + seconds : home.toInstant(home.toWall(startsAt) + days * secondsADay) + seconds

const isWithin = ({ startsAt, endsAt }: OutsideTime, { from, to }: AskedSpan): boolean => endsAt > from && startsAt < to

/** Moments beside the rule or left out, as the engine asks for them: days of what is told in days, and UTC for the rest. */
const engineMoments = (named: readonly NamedMoment[], start: Moment, reader: MomentReader): Moment[] =>
  named.map((one) => {
    if (start.second === null) return { day: one.moment.day, second: null, isUtc: false }
    return one.moment.second === null ? one.moment : utc(reader.instantOf(one))
  })

/** Where the rule of an event puts it within the span; more than `mostTimes` where it comes too often. */
const ruleStarts = (event: EventTimes, reader: MomentReader, span: AskedSpan, length: Length): number[] => {
  const { moment, zone } = event.start
  const isDay = moment.second === null
  const series = {
    rule: event.rule,
    start: moment,
    zone: isDay || moment.isUtc ? null : reader.zoneOf(zone),
    extra: engineMoments(event.extra, moment, reader),
    except: engineMoments(event.except, moment, reader),
    moved: [],
  }
  const around = {
    from: utc(span.from - Math.max(fortnight, length.days * secondsADay + length.seconds) - secondsADay),
    to: utc(span.to + secondsADay),
  }
  return occurrencesBetween(series, around.from, around.to, mostTimes + 40).map(({ wall, instant }) =>
    isDay ? home.toInstant(wall) : instant,
  )
}

export interface Expanded {
  readonly times: readonly OutsideTime[]
  readonly isTooOften: boolean
}

/** The times of an event within the span, with the changes of single times that the file tells of. */
export const expandEvent = (
  event: EventTimes,
  changes: readonly EventTimes[],
  reader: MomentReader,
  span: AskedSpan,
): Expanded => {
  const length = lengthOf(event, reader, span.longest)
  if (typeof length === 'string') return { times: [], isTooOften: false }
  const changed = new Map(changes.map((change) => [keyOf(change, event, reader), change]))
  const following = [...changed].filter(([, { changesFollowing }]) => changesFollowing).toSorted(([a], [b]) => a - b)
  const starts = ruleStarts(event, reader, span, length)
  const plain = starts
    .filter((original) => !changed.has(original))
    .map((original): OutsideTime => {
      const [from, change] = following.findLast(([key]) => key < original) ?? []
      if (from === undefined || change === undefined)
        return { original, startsAt: original, endsAt: endOf(original, length), isCancelled: event.isCancelled }
      const startsAt = original + reader.instantOf(change.start) - from
      const lasting = lengthOf(change, reader, span.longest)
      const endsAt = endOf(startsAt, typeof lasting === 'string' ? length : lasting)
      return { original, startsAt, endsAt, isCancelled: change.isCancelled || event.isCancelled }
    })
  const moved = [...changed].map(([original, change]) =>
    ofChange(original, change, event, { reader, length, longest: span.longest }),
  )
  const times = [...plain, ...moved].filter((time) => isWithin(time, span)).toSorted((a, b) => a.startsAt - b.startsAt)
  return { times, isTooOften: times.length > mostTimes }
}

/** A change of a single time; where its own end makes no sense it lasts as the others do. */
const ofChange = (
  original: number,
  change: EventTimes,
  event: EventTimes,
  { reader, length, longest }: { reader: MomentReader; length: Length; longest: number | undefined },
): OutsideTime => {
  const startsAt = reader.instantOf(change.start)
  const lasting = lengthOf(change, reader, longest)
  const endsAt = endOf(startsAt, typeof lasting === 'string' ? length : lasting)
  return { original, startsAt, endsAt, isCancelled: change.isCancelled || event.isCancelled }
}

/** The time a change is about. Told as a day it is the time of that day. */
const keyOf = (change: EventTimes, event: EventTimes, reader: MomentReader): number => {
  const about = change.changes ?? change.start
  if (about.moment.second !== null && event.start.moment.second === null) {
    const day = { day: about.moment.day, second: null, isUtc: false }
    return reader.instantOf({ moment: day, zone: null })
  }
  if (about.moment.second !== null || event.start.moment.second === null) return reader.instantOf(about)
  return reader.instantOf({ ...event.start, moment: { ...event.start.moment, day: about.moment.day } })
}
