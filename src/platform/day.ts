import type { Clock } from './clock.ts'

export type Day = Temporal.PlainDate

/** Denmark's wall time, whatever zone the machine keeps. */
export const homeZone = 'Europe/Copenhagen'

/** The day it is in Denmark. */
export const today = (clock: Clock): Day => clock.now().toZonedDateTimeISO(homeZone).toPlainDate()
