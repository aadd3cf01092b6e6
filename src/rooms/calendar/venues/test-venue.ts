import type { NewVenue } from '../venue.queries.ts'

/** A venue for tests: one room, open all hours, had by nobody. */
export const testVenue = (facts: Partial<NewVenue>): NewVenue => ({
  name: 'Salen',
  areaId: null,
  organisationId: null,
  planId: null,
  address: null,
  entrance: null,
  isInformal: false,
  bookingRule: 'request',
  conditions: null,
  spaces: [],
  openings: [],
  isSample: false,
  ...facts,
})
