import type { ListedOccurrence } from '../../listed-occurrence.ts'
import { placeWords } from '../event-words.ts'
import { kroner } from '../json-ld.ts'
import { findActivity } from './activity.rules.ts'
import type { OpenItem } from './open-item.ts'

export const openActiveContext = ['https://openactive.io/']

/** Whether OpenActive can tell of it: a physical activity that its list has, with a price and a place. */
const isTold = (listed: ListedOccurrence): boolean =>
  findActivity(listed.series.title) !== undefined && listed.series.priceOere !== null && placeWords(listed) !== ''

const idOf = (baseUrl: string, kind: string, id: string): string => `${baseUrl}/openactive/${kind}/${id}`

/** Each series that OpenActive can tell of, from its published times. */
export const sessionSeries = (times: readonly ListedOccurrence[], baseUrl: string): OpenItem[] =>
  [...Map.groupBy(times.filter(isTold), ({ seriesId }) => seriesId).values()].flatMap((ofSeries) => {
    const [first] = ofSeries
    return first === undefined
      ? []
      : [{ id: first.seriesId, item: seriesItem(first, ofSeries.slice(0, mostSubEvents), baseUrl) }]
  })

/** So many of its times stand in a series itself; all of them in the feed of times. */
const mostSubEvents = 8

const seriesItem = (listed: ListedOccurrence, coming: readonly ListedOccurrence[], baseUrl: string) => {
  const { series, position } = listed
  const id = idOf(baseUrl, 'session-series', series.seriesId)
  const url = `${baseUrl}/kalender/${series.seriesId}`
  const ages = { minValue: series.ageFrom ?? 0, ...(series.ageTo === null ? {} : { maxValue: series.ageTo }) }
  return {
    '@context': openActiveContext,
    '@type': 'SessionSeries',
    '@id': id,
    identifier: series.seriesId,
    url,
    name: series.title,
    ...(series.summary === '' ? {} : { description: series.summary }),
    activity: [findActivity(series.title)],
    organizer: {
      '@type': 'Organization',
      '@id': organisationId(baseUrl, series.organisationId),
      name: listed.organisation,
    },
    location: {
      '@type': 'Place',
      '@id': `${baseUrl}/api/v1/venues/${series.venueId ?? series.seriesId}`,
      name: listed.venue ?? placeWords(listed),
      address: placeWords(listed),
      ...(position === null ? {} : { geo: { '@type': 'GeoCoordinates', ...position } }),
    },
    ageRange: { '@type': 'QuantitativeValue', ...ages },
    genderRestriction: 'https://openactive.io/NoRestriction',
    isAccessibleForFree: series.priceOere === 0n,
    offers: [offerOf(`${id}#pris`, series.priceOere ?? 0n, url)],
    eventStatus: 'https://schema.org/EventScheduled',
    subEvent: coming.map((time) => sessionOf(time, baseUrl)),
  }
}

export const organisationId = (baseUrl: string, organisationId: string): string =>
  `${baseUrl}/hsds/organizations/${organisationId}`

export const offerOf = (id: string, oere: bigint, url: string) => ({
  '@type': 'Offer',
  '@id': id,
  name: 'Deltagelse',
  price: Number(kroner(oere)),
  priceCurrency: 'DKK',
  url,
})

/** Each published time of such a series. */
export const scheduledSessions = (times: readonly ListedOccurrence[], baseUrl: string): OpenItem[] =>
  times.filter(isTold).map((time) => ({
    id: time.occurrenceId,
    item: {
      '@context': openActiveContext,
      ...sessionOf(time, baseUrl),
      superEvent: idOf(baseUrl, 'session-series', time.seriesId),
    },
  }))

const sessionOf = (time: ListedOccurrence, baseUrl: string) => ({
  '@type': 'ScheduledSession',
  '@id': idOf(baseUrl, 'scheduled-sessions', time.occurrenceId),
  identifier: time.occurrenceId,
  url: `${baseUrl}/kalender/gang/${time.occurrenceId}`,
  startDate: time.startsAt.toString(),
  endDate: time.endsAt.toString(),
  duration: durationOf(time),
  eventStatus: `https://schema.org/${time.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
  ...(time.series.places === null ? {} : { maximumAttendeeCapacity: time.series.places }),
})

const durationOf = ({ startsAt, endsAt }: ListedOccurrence): string =>
  startsAt.until(endsAt, { largestUnit: 'hours', smallestUnit: 'minutes' }).toString()
