import { openTables } from '../../../platform/database/database.ts'
import { testSchema } from '../../../platform/database/test-database.ts'
import { silentLog } from '../../../platform/log.ts'
import { Refused } from '../../../platform/refused.ts'
import { testPlatform } from '../../../platform/test-platform.ts'
import { system } from '../../access/index.ts'
import { bookVenue } from './book-venue.ts'

/** Many who book the same place at the same time, from one process; tells how each fared. */
const [url = '', venueId = '', organisationId = '', count = '0'] = process.argv.slice(2)
const database = openTables(url, testSchema, silentLog)
const platform = testPlatform(database)
const form = {
  venueId,
  spaceId: null,
  organisationId,
  planId: null,
  purpose: 'Møde',
  day: Temporal.PlainDate.from('2026-12-01'),
  fromMinute: 16 * 60,
  toMinute: 18 * 60,
  weeklyUntil: null,
}
const fared = await Promise.all(
  Array.from({ length: Number(count) }, () =>
    bookVenue(platform, system, form).then(
      () => 'booked',
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error
        return `${error.code} by ${error.facts['by']} next ${error.facts['nextFrom']}`
      },
    ),
  ),
)
await database.close()
process.send?.(fared)
