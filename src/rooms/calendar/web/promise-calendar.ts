import type { Platform } from '../../../platform/platform.ts'
import type { CalendarPart } from '../../commitments/index.ts'
import { listNextTimes } from '../next-times.queries.ts'
import { calendarPaths } from './calendar.paths.ts'

/** What the list of promises is told of the calendar. */
export const promiseCalendar = (platform: Platform): CalendarPart => ({
  listNextTimes: async (tx) => {
    const times = await listNextTimes(tx, platform.clock.now())
    return new Map(
      [...times].map(([lineageId, { on, occurrenceId }]) => [
        lineageId,
        { on, path: calendarPaths.occurrence(occurrenceId) },
      ]),
    )
  },
  planPath: calendarPaths.addFor,
})
