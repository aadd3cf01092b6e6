import type { Day } from '../../../platform/day.ts'
import type { DeletionRule, DueThing, LegalHold } from './deletion-clock.ts'

/** What was counted from before this day goes on the given day. */
export const dueBefore = (rule: DeletionRule, day: Day): Day => day.subtract(rule.keptFor)

/** Whether a hold in force keeps the thing: on it, on all of its kind, or on the person it is about. */
export const isHeld = (holds: readonly LegalHold[], due: DueThing): boolean =>
  holds.some(
    ({ liftedAt, thing, ref }) =>
      liftedAt === null &&
      ((thing === due.thing && (ref === due.ref || ref === '*')) ||
        (['data_subject', 'person'].includes(thing) && due.about !== null && (ref === due.about || ref === '*'))),
  )

/** The last day of the month after the day's. */
export const endOfNextMonth = (day: Day): Day => day.with({ day: 1 }).add({ months: 2 }).subtract({ days: 1 })
