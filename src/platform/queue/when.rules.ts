import { homeZone } from '../day.ts'

/** A time of day on Danish clocks, the same in summer and winter. */
export interface Hour {
  readonly hour: number
  readonly minute: number
}

/** The next moment, after the given one, when Danish clocks show the hour on a weekday (1 = Monday … 7 = Sunday; null = any day). */
export const nextAt = (after: Temporal.Instant, weekday: number | null, { hour, minute }: Hour): Temporal.Instant => {
  const now = after.toZonedDateTimeISO(homeZone)
  const days = weekday === null ? 0 : (weekday - now.dayOfWeek + 7) % 7
  const day = now.toPlainDate().add({ days })
  const moment = day.toZonedDateTime({ timeZone: homeZone, plainTime: Temporal.PlainTime.from({ hour, minute }) })
  const next = Temporal.Instant.compare(moment.toInstant(), after) > 0 ? moment : moment.add({ days: weekday ? 7 : 1 })
  return next.toInstant()
}
