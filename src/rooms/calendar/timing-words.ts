import { dayNumberOf } from '../../platform/day-number.ts'
import type { Day } from '../../platform/day.ts'
import type { Language } from '../../platform/language.ts'
import { hoursOfDay } from './clock-words.ts'
import { formatRule } from './recurrence/format-rule.ts'
import { parseRule } from './recurrence/parse-rule.ts'
import { readRepeat } from './recurrence/read-repeat.ts'
import { repeatInWords } from './recurrence/repeat-in-words.ts'
import type { RepeatPlan } from './recurrence/repeat-plan.ts'
import type { Rule } from './recurrence/rule.ts'
import type { Timing } from './series.ts'
import { untilOf, withUntil } from './times.rules.ts'

/** How something comes round, as it was read out of a planner's own words. */
export interface ReadRepeat {
  readonly rule: string | null
  readonly leavesOutMonths: readonly number[]
  readonly schoolDaysOnly: boolean
}

/** Reads a Danish phrase; undefined where it has no one rhythm, or words that were not understood. Days without a year follow `from`. */
export const readRepeatWords = (phrase: string, from: Day): ReadRepeat | undefined => {
  const [plan, ...more] = readRepeat(phrase, from)
  if (plan === undefined || more.length > 0 || plan.unread.length > 0) return undefined
  const text = formatRule(plan.rule)
  const until = untilOf(text)
  return {
    rule: until === null ? text : withUntil(text, until),
    leavesOutMonths: [],
    schoolDaysOnly: plan.schoolWeeksOnly,
  }
}

const allMonths = Array.from({ length: 12 }, (_, at) => at + 1)

/** The rule with the months it leaves out, and its last day as a day in Denmark: what is told of it. */
const toldRule = ({ rule, leavesOutMonths }: Timing & { readonly rule: string }): Rule => {
  const parsed = parseRule(rule)
  const named = parsed.byMonth.length === 0 ? allMonths : parsed.byMonth
  const left = named.filter((month) => !leavesOutMonths.includes(month))
  const last = untilOf(rule)
  return {
    ...parsed,
    byMonth: left.length === allMonths.length ? [] : left,
    until: last === null ? null : { day: dayNumberOf(last), second: null, isUtc: false },
  }
}

const clockOf = (minute: number): Temporal.PlainTime =>
  new Temporal.PlainTime(Math.floor(minute / 60) % 24, minute % 60)

const planOf = (timing: Timing & { readonly rule: string }): RepeatPlan => ({
  rule: toldRule(timing),
  startTime: clockOf(timing.startsMinute),
  endTime: clockOf(timing.startsMinute + timing.lastsMinutes),
  from: null,
  withoutMonths: timing.leavesOutMonths,
  weekParity: null,
  schoolWeeksOnly: timing.schoolDaysOnly,
  unread: [],
})

const hasRule = (timing: Timing): timing is Timing & { readonly rule: string } => timing.rule !== null

/** When an activity is, in plain words: `Hver torsdag kl. 14–17, ikke i juli, kun i skoleuger`, `Lørdag den 5. december 2026 kl. 13.00–15.30`. */
export const whenWords = (timing: Timing, language: Language): string => {
  if (hasRule(timing)) return capital(repeatInWords(planOf(timing), language))
  const [from, to] = [timing.startsMinute, timing.startsMinute + timing.lastsMinutes]
  return capital(hoursOfDay(timing.startsOn, [from, to], language))
}

/** The rhythm alone, as a planner would write it: without its hours, its last day and whether it keeps to school days. */
export const repeatInDanish = (timing: Timing): string => {
  if (!hasRule(timing)) return ''
  const plan = planOf(timing)
  return repeatInWords(
    { ...plan, rule: { ...plan.rule, until: null }, startTime: null, endTime: null, schoolWeeksOnly: false },
    'da',
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
