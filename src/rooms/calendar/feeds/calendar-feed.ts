import type { ReadTx } from '../../../platform/database/index.ts'
import { type Day, homeZone } from '../../../platform/day.ts'
import type { CalendarEvent } from '../../../platform/icalendar/timed-event.ts'
import { writeCalendar } from '../../../platform/icalendar/write-calendar.ts'
import { pick } from '../../../platform/language.ts'
import { type ListedOccurrence, wholeCalendar } from '../listed-occurrence.ts'
import { findListedOccurrence, listOccurrences } from '../listed-occurrence.queries.ts'
import { seriesTexts } from '../series.texts.ts'
import { aboutTime, languageName, type Telling } from './event-words.ts'
import type { FeedFilter } from './feed-filter.rules.ts'
import { findNamesOfFilter } from './feed.queries.ts'
import { feedTexts } from './feed.texts.ts'
import { eventOfTime, eventsOfSeries } from './series-events.rules.ts'

/** Which calendar, of which place, as of which day. */
interface AskedFeed extends Telling {
  readonly filter: FeedFilter
  readonly day: Day
  readonly partnership: string
}

/** No feed holds more times than this. */
export const mostTimesInFeed = 20_000

/** Where a feed begins: a month that is over stays in it for a month or two, so that it changes by itself once a month alone. */
export const feedBegin = (day: Day): Temporal.Instant =>
  day.with({ day: 1 }).subtract({ months: 1 }).toZonedDateTime(homeZone).toInstant()

/** The published times that a filter lets through as iCalendar; null where it asks for an area, a venue or an organiser there is not. */
export const writeCalendarFeed = async (tx: ReadTx, asked: AskedFeed): Promise<string | null> => {
  const { filter, day } = asked
  const names = await findNamesOfFilter(tx, filter)
  if (names === undefined) return null
  const listed = await listOccurrences(tx, {
    ...wholeCalendar,
    ...filter,
    from: feedBegin(day),
    isPublic: true,
    most: mostTimesInFeed,
  })
  const words = pick(feedTexts, asked.language)
  return writeCalendar({
    name: words.name([asked.partnership, ...filterWords(asked, names)].join(' · ')),
    description: words.description,
    language: asked.language,
    days: [],
    events: eventsOf(listed, asked),
    hours: 4,
  })
}

/** One published time as iCalendar; null where there is none. */
export const writeTimeFeed = async (
  tx: ReadTx,
  occurrenceId: string,
  telling: Telling & { readonly partnership: string },
): Promise<string | null> => {
  const listed = await findListedOccurrence(tx, occurrenceId)
  if (listed === undefined || !listed.series.isPublished || listed.state === 'skipped') return null
  return writeCalendar({
    name: listed.series.title,
    description: pick(feedTexts, telling.language).name(telling.partnership),
    language: telling.language,
    days: [],
    events: [eventOfTime(listed, aboutTime(listed, telling, true))],
    hours: 4,
  })
}

const eventsOf = (listed: readonly ListedOccurrence[], telling: Telling): CalendarEvent[] =>
  [...Map.groupBy(listed, ({ seriesId }) => seriesId).values()].flatMap((times) => {
    const first = times.find(({ elsewhereVenueId }) => elsewhereVenueId === null) ?? times[0]
    if (first === undefined) return []
    const known = new Map(times.map((time) => [time.occurrenceId, time]))
    const usual = aboutTime(first, telling, false)
    return eventsOfSeries(first.series, times, {
      usual,
      of: ({ occurrenceId }) => {
        const time = known.get(occurrenceId)
        return time === undefined ? usual : aboutTime(time, telling, true)
      },
    })
  })

/** What a filter asks for, in words: `Tangvej · Idræt og leg · 8–12 år · gratis`. */
const filterWords = ({ filter, language }: AskedFeed, names: readonly string[]): string[] => {
  const words = pick(feedTexts, language)
  return [
    ...names,
    ...(filter.kind === null ? [] : [pick(seriesTexts, language).kinds[filter.kind]]),
    ...(filter.ages === null ? [] : [words.ages(filter.ages.from, filter.ages.to)]),
    ...(filter.isFree ? [words.free] : []),
    ...(filter.language === null ? [] : [languageName(filter.language, language)]),
    ...(filter.words === null ? [] : [`“${filter.words}”`]),
  ]
}
