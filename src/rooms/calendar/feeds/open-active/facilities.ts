import { type Day, homeZone } from '../../../../platform/day.ts'
import type { OpenStretch } from '../../venues/opening.ts'
import { danishPlace } from './danish-place.ts'
import type { Facility, TakenSpan } from './facility.queries.ts'
import type { OpenItem } from './open-item.ts'
import { offerOf, openActiveContext, organisationId } from './sessions.ts'

const idOf = (baseUrl: string, facility: Facility): string => `${baseUrl}/openactive/facility-uses/${facility.venueId}`

/** Each venue that can be borrowed or hired, as OpenActive tells of places. */
export const facilityUses = (facilities: readonly Facility[], baseUrl: string): OpenItem[] =>
  facilities.map((facility) => ({
    id: facility.venueId,
    item: {
      '@context': openActiveContext,
      '@type': 'FacilityUse',
      '@id': idOf(baseUrl, facility),
      identifier: facility.venueId,
      url: `${baseUrl}/kalender`,
      name: facility.name,
      ...(facility.conditions === null ? {} : { description: facility.conditions }),
      provider: {
        '@type': 'Organization',
        '@id': organisationId(baseUrl, facility.organisationId),
        name: facility.organisation,
      },
      location: danishPlace(facility, baseUrl),
      // A room for many things is no type of OpenActive's list of sports grounds: the name is our own.
      facilityType: [
        {
          '@type': 'Concept',
          '@id': `${baseUrl}/openactive#lokale`,
          prefLabel: 'Beboerlokale',
          inScheme: `${baseUrl}/openactive`,
        },
      ],
      ...(facility.openings.length === 0 ? {} : { hoursAvailable: facility.openings.map(hoursAvailable) }),
    },
  }))

const hoursAvailable = ({ weekday, opensMinute, closesMinute }: OpenStretch) => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: [`https://schema.org/${weekdays[weekday - 1]}`],
  opens: clock(opensMinute),
  closes: clock(closesMinute),
})

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const clock = (minute: number): string => {
  const last = Math.min(minute, 1439)
  return `${String(Math.floor(last / 60)).padStart(2, '0')}:${String(last % 60).padStart(2, '0')}`
}

/** So many days of free hours are told ahead. */
export const slotDays = 14

/** Each hour that a venue is open in the days ahead, with how many of its spaces are still free. */
export const slots = (
  facilities: readonly Facility[],
  taken: readonly TakenSpan[],
  { from, baseUrl }: { from: Day; baseUrl: string },
): OpenItem[] => {
  const bySpace = Map.groupBy(taken, ({ venueId }) => venueId)
  return facilities.flatMap((facility) =>
    hoursOf(facility, from).map(({ begins, ends }) => {
      const overlapping = (bySpace.get(facility.venueId) ?? []).filter(
        (span) => span.from < ends.epochMilliseconds && span.to > begins.epochMilliseconds,
      )
      const free = Math.max(0, facility.spaces - new Set(overlapping.map(({ spaceId }) => spaceId)).size)
      const id = `${facility.venueId}_${begins.toString().replaceAll(/[-:]/g, '')}`
      const address = `${baseUrl}/openactive/slots/${id}`
      return {
        id,
        item: {
          '@context': openActiveContext,
          '@type': 'Slot',
          '@id': address,
          identifier: id,
          facilityUse: idOf(baseUrl, facility),
          startDate: begins.toString(),
          endDate: ends.toString(),
          duration: 'PT1H',
          remainingUses: free,
          maximumUses: facility.spaces,
          offers: [offerOf(`${address}#pris`, facility.priceOere ?? 0n, `${baseUrl}/kalender`)],
        },
      }
    }),
  )
}

const hoursOf = ({ openings }: Facility, from: Day) =>
  Array.from({ length: slotDays }, (_, days) => from.add({ days })).flatMap((day) =>
    openings
      .filter(({ weekday }) => weekday === day.dayOfWeek)
      .flatMap(({ opensMinute, closesMinute }) =>
        Array.from({ length: Math.floor((closesMinute - opensMinute) / 60) }, (_, hour) => {
          const begins = day
            .toZonedDateTime(homeZone)
            .withPlainTime(clock(opensMinute + hour * 60))
            .toInstant()
          return { begins, ends: begins.add({ hours: 1 }) }
        }),
      ),
  )
