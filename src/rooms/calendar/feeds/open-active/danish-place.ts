import type { Facility } from './facility.queries.ts'

/** A venue as a place; its address is the one people say, for postal codes are not kept. */
export const danishPlace = (facility: Facility, baseUrl: string) => ({
  '@type': 'Place',
  '@id': `${baseUrl}/api/v1/venues/${facility.venueId}`,
  name: facility.name,
  address: [...new Set([facility.address ?? facility.name, facility.area])].filter((part) => part !== null).join(', '),
  ...(facility.position === null ? {} : { geo: { '@type': 'GeoCoordinates', ...facility.position } }),
})
