import { dayNumberOf } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { type Moment, secondsADay } from '../../../platform/icalendar/moment.ts'
import type { RepeatPlan } from './repeat-plan.ts'
import { occurrencesBetween, type Series } from './series.ts'

const secondOf = (time: Temporal.PlainTime): number => time.hour * 3600 + time.minute * 60

/**
 * The series of a plan that begins on its first day, or on `earliest` where it names none or an earlier one. "Every other Tuesday" counts
 * from the first Tuesday, so the series begins there. `null` where it would never happen. School weeks are left to who knows them.
 */
export const seriesOfPlan = (plan: RepeatPlan, earliest: Day, zone: string | null): Series | null => {
  const named = plan.from ?? earliest
  const first = Temporal.PlainDate.compare(named, earliest) < 0 ? earliest : named
  const second = plan.startTime === null ? null : secondOf(plan.startTime)
  const possible: Moment = { day: dayNumberOf(first), second, isUtc: false }
  const series = { rule: plan.rule, start: possible, zone, extra: [], except: [], moved: [] }
  const eachTime = { ...series, rule: { ...plan.rule, interval: 1, count: null } }
  const [begins] = occurrencesBetween(eachTime, null, null, 1)
  return begins === undefined ? null : { ...series, start: { ...possible, day: Math.floor(begins.wall / secondsADay) } }
}
