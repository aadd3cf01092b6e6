import type { Clock } from './clock.ts'

export type Day = Temporal.PlainDate

/** Denmark's wall time, whatever zone the machine keeps. */
export const homeZone = 'Europe/Copenhagen'

/** The moment a day is over in Denmark: midnight of the next. */
export const endOf = (day: Day): Temporal.Instant => day.add({ days: 1 }).toZonedDateTime(homeZone).toInstant()

/** The day it is in Denmark. */
export const today = (clock: Clock): Day => clock.now().toZonedDateTimeISO(homeZone).toPlainDate()
