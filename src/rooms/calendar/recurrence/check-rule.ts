import { Refused } from '../../../platform/refused.ts'
import type { Rule } from './rule.ts'

const has = (list: readonly unknown[]): boolean => list.length > 0

/** Which parts go together, and what is said of those that do not. Source: RFC 5545, §3.3.10, "MUST NOT". */
const clashes: readonly { reason: string; part: string; isSo: (rule: Rule) => boolean }[] = [
  { reason: 'count_and_until', part: 'COUNT', isSo: ({ count, until }) => count !== null && until !== null },
  {
    reason: 'only_yearly',
    part: 'BYWEEKNO',
    isSo: ({ frequency, byWeekNo }) => has(byWeekNo) && frequency !== 'YEARLY',
  },
  {
    reason: 'not_here',
    part: 'BYYEARDAY',
    isSo: ({ frequency, byYearDay }) => has(byYearDay) && ['DAILY', 'WEEKLY', 'MONTHLY'].includes(frequency),
  },
  {
    reason: 'not_here',
    part: 'BYMONTHDAY',
    isSo: ({ frequency, byMonthDay }) => has(byMonthDay) && frequency === 'WEEKLY',
  },
  {
    reason: 'ordinal_not_here',
    part: 'BYDAY',
    isSo: ({ frequency, byDay, byWeekNo }) =>
      byDay.some(({ ordinal }) => ordinal !== null) && (!['MONTHLY', 'YEARLY'].includes(frequency) || has(byWeekNo)),
  },
  {
    // Both would choose days, and the standard does not say how they meet.
    reason: 'week_and_month_day',
    part: 'BYWEEKNO',
    isSo: ({ byWeekNo, byMonthDay }) => has(byWeekNo) && has(byMonthDay),
  },
  {
    reason: 'positions_alone',
    part: 'BYSETPOS',
    isSo: (rule) =>
      has(rule.bySetPos) &&
      ![
        rule.bySecond,
        rule.byMinute,
        rule.byHour,
        rule.byDay,
        rule.byMonthDay,
        rule.byYearDay,
        rule.byWeekNo,
        rule.byMonth,
      ].some(has),
  },
]

/** Throws Refused('not_a_rule') where parts of a rule do not go together. */
export const checkRule = (rule: Rule): void => {
  const clash = clashes.find(({ isSo }) => isSo(rule))
  if (clash !== undefined) {
    throw new Refused('not_a_rule', { reason: clash.reason, part: clash.part, frequency: rule.frequency })
  }
}
