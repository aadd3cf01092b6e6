import { isWholeDays, wallOf } from '../clock-words.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { isAtOtherTime } from '../occurrence.ts'

/**
 * A published time as a schema.org Event, for the page that tells of it. Moments stand in UTC; a price in whole or half kroner.
 * Source: schema.org/Event, as search engines ask for it.
 */
export const jsonLdOf = (listed: ListedOccurrence, baseUrl: string): Record<string, unknown> => {
  const { series, organisation } = listed
  const url = `${baseUrl}/kalender/gang/${listed.occurrenceId}`
  const isFree = series.priceOere === 0n
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    name: series.title,
    ...(series.summary === '' ? {} : { description: series.summary }),
    ...datesOf(listed),
    eventStatus: `https://schema.org/${statusOf(listed)}`,
    ...(isAtOtherTime(listed) ? { previousStartDate: listed.originalStartsAt.toString() } : {}),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: placeOf(listed),
    organizer: { '@type': 'Organization', name: organisation },
    ...(series.languages.length === 0 ? {} : { inLanguage: series.languages }),
    ...(series.ageFrom === null && series.ageTo === null
      ? {}
      : { typicalAgeRange: `${series.ageFrom ?? 0}-${series.ageTo ?? ''}` }),
    ...(series.priceOere === null ? {} : { isAccessibleForFree: isFree }),
    ...(series.priceOere === null || series.pricePer === 'month' || series.pricePer === 'year'
      ? {}
      : { offers: { '@type': 'Offer', price: kroner(series.priceOere), priceCurrency: 'DKK', url } }),
    ...(series.places === null ? {} : { maximumAttendeeCapacity: series.places }),
  }
}

/** What lasts whole days is told by its days, the last included. */
const datesOf = (listed: ListedOccurrence) =>
  isWholeDays(listed)
    ? {
        startDate: wallOf(listed.startsAt).day.toString(),
        endDate: wallOf(listed.endsAt).day.subtract({ days: 1 }).toString(),
      }
    : { startDate: listed.startsAt.toString(), endDate: listed.endsAt.toString() }

const statusOf = (listed: ListedOccurrence): string => {
  if (listed.state === 'cancelled') return 'EventCancelled'
  return isAtOtherTime(listed) ? 'EventRescheduled' : 'EventScheduled'
}

const placeOf = ({ venue, address, area, series, position }: ListedOccurrence): Record<string, unknown> => ({
  '@type': 'Place',
  name: venue ?? (series.place || (area ?? '')),
  address: {
    '@type': 'PostalAddress',
    ...(address === null ? {} : { streetAddress: address }),
    ...(area === null ? {} : { addressLocality: area }),
    addressCountry: 'DK',
  },
  ...(position === null ? {} : { geo: { '@type': 'GeoCoordinates', ...position } }),
})

/** Whole øre in kroner, as machines read it: `20`, `12.50`. */
export const kroner = (oere: bigint): string =>
  oere % 100n === 0n ? String(oere / 100n) : (Number(oere) / 100).toFixed(2)

/** JSON that may stand between script tags: nothing in it ends them. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
