import { brokenEvents } from './test-broken-events.ts'
import { brokenFiles } from './test-broken-files.ts'
import { brokenRules } from './test-broken-rules.ts'
import { brokenTimes, brokenZones } from './test-broken-times.ts'
import type { BrokenCalendar } from './test-calendar-files.ts'

/** Calendars broken in every way we have met or could think of, with what comes of each. */
export const brokenCalendars: readonly BrokenCalendar[] = [
  ...brokenFiles,
  ...brokenEvents,
  ...brokenTimes,
  ...brokenZones,
  ...brokenRules,
]
