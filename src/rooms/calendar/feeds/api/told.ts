import { homeZone } from '../../../../platform/day.ts'
import type { CalendarFilter, ListedOccurrence, TimeInList } from '../../listed-occurrence.ts'
import { wholeCalendar } from '../../listed-occurrence.ts'
import { placeWords } from '../event-words.ts'
import { findAges } from '../feed-filter.rules.ts'
import type { OccurrencesQuery, ToldOccurrence, ToldSeries } from './api.form.ts'

const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

export const toldSeries = (listed: ListedOccurrence, baseUrl: string): ToldSeries => {
  const { series } = listed
  return {
    id: series.seriesId,
    url: `${baseUrl}/kalender/${series.seriesId}`,
    title: series.title,
    summary: series.summary,
    kind: series.kind,
    organisation: { id: series.organisationId, name: listed.organisation },
    plan: named(series.planId, listed.plan),
    area: named(series.areaId, listed.area),
    venue: named(series.venueId, listed.venue),
    place: placeWords(listed),
    ageFrom: series.ageFrom,
    ageTo: series.ageTo,
    languages: [...series.languages],
    priceOere: series.priceOere === null ? null : Number(series.priceOere),
    pricePer: series.pricePer,
    goesAlong: series.goesAlong,
    signUp: series.signUp === 'open',
    places: series.places,
    rule: series.rule,
    changedAt: series.changedAt.toString(),
  }
}

export const toldOccurrence = (listed: ListedOccurrence, baseUrl: string): ToldOccurrence => {
  const { series } = listed
  return {
    id: listed.occurrenceId,
    url: `${baseUrl}/kalender/gang/${listed.occurrenceId}`,
    seriesId: listed.seriesId,
    title: series.title,
    startsAt: listed.startsAt.toString(),
    endsAt: listed.endsAt.toString(),
    originallyAt: listed.originalStartsAt.toString(),
    state: listed.state === 'skipped' ? 'cancelled' : listed.state,
    reason: listed.reason,
    kind: series.kind,
    area: listed.area,
    place: placeWords(listed),
    organisation: listed.organisation,
    ageFrom: series.ageFrom,
    ageTo: series.ageTo,
    priceOere: series.priceOere === null ? null : Number(series.priceOere),
    changedAt: listed.changedAt.toString(),
  }
}

/** What a question asks the calendar for; without a beginning from the moment given. Undefined where its cursor is none. */
export const filterOf = (query: OccurrencesQuery, begin: Temporal.Instant): CalendarFilter | undefined => {
  const after = query.cursor === undefined ? null : findCursor(query.cursor)
  if (after === undefined) return undefined
  const month = query.month === undefined ? null : Temporal.PlainDate.from(`${query.month}-01`)
  return {
    ...wholeCalendar,
    from: month !== null ? startOf(month) : query.from === undefined ? begin : momentOf(query.from),
    to: month !== null ? startOf(month.add({ months: 1 })) : query.to === undefined ? null : momentOf(query.to),
    areaId: query.area ?? null,
    venueId: query.venue ?? null,
    organisationId: query.organisation ?? null,
    planId: query.plan ?? null,
    kind: query.kind ?? null,
    ages: query.ages === undefined ? null : (findAges(query.ages) ?? null),
    isFree: query.free === 'true',
    language: query.language ?? null,
    words: query.q === undefined || query.q.trim() === '' ? null : query.q.trim(),
    isPublic: true,
    after,
    most: query.limit,
  }
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(homeZone).toInstant()

const momentOf = (text: string): Temporal.Instant =>
  text.length === 10 ? startOf(Temporal.PlainDate.from(text)) : Temporal.Instant.from(text)

/** Where a page ends, as its reader hands it back. */
export const cursorOf = ({ startsAt, occurrenceId }: TimeInList): string =>
  Buffer.from(`${startsAt} ${occurrenceId}`).toString('base64url')

const findCursor = (text: string): TimeInList | undefined => {
  const [, moment, occurrenceId] =
    /^(20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      Buffer.from(text, 'base64url').toString(),
    ) ?? []
  if (moment === undefined || occurrenceId === undefined) return undefined
  try {
    return { startsAt: Temporal.Instant.from(moment), occurrenceId }
  } catch {
    return undefined
  }
}
