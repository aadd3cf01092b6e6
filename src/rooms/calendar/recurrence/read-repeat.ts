import { dayNumberOf } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { readTerms, type Rule as TermRule, type Term } from '../../commitments/index.ts'
import { weeksOfParity } from './day-words.ts'
import { joinWeekdays } from './join-weekdays.ts'
import { parseRule } from './parse-rule.ts'
import type { RepeatPlan } from './repeat-plan.ts'
import { type CalendarPhrases, dayMeant, readCalendarPhrases } from './repeat-phrases.ts'
import type { Rule } from './rule.ts'
import { unreadWords } from './unread-words.ts'

/** How a frequency of terms is written as a rule. */
const rhythms: Readonly<Record<string, { frequency: string; interval: number }>> = {
  DAILY: { frequency: 'DAILY', interval: 1 },
  WEEKLY: { frequency: 'WEEKLY', interval: 1 },
  MONTHLY: { frequency: 'MONTHLY', interval: 1 },
  QUARTERLY: { frequency: 'MONTHLY', interval: 3 },
  HALFYEARLY: { frequency: 'MONTHLY', interval: 6 },
  YEARLY: { frequency: 'YEARLY', interval: 1 },
}

/** What of the terms a plan holds; other terms are told as not understood. */
const keysRead = new Set(
  'FREQ INTERVAL COUNT_PER_PERIOD BYDAY BYMONTH WEEKPARITY TIME START SESSION ON EXCEPT_BYMONTH'.split(' '),
)

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

type ValueOf = (key: Term['key']) => string | null

const numbersIn = (text: string | null): number[] => (text ?? '').split(',').filter(Boolean).map(Number)

const monthsOf = (valueOf: ValueOf): number[] => {
  const named = numbersIn(valueOf('BYMONTH'))
  const without = numbersIn(valueOf('EXCEPT_BYMONTH'))
  if (named.length === 0 && without.length === 0) return []
  return (named.length > 0 ? named : allMonths).filter((month) => !without.includes(month))
}

const parityIn = (valueOf: ValueOf): RepeatPlan['weekParity'] => {
  const parity = valueOf('WEEKPARITY')
  return parity === null ? null : parity === 'ODD' ? 'odd' : 'even'
}

/** The parts of the rule that say on which days, `null` where the terms tell no rhythm of a calendar. */
const partsOf = (valueOf: ValueOf, phrases: CalendarPhrases): string[] | null => {
  const byDay = valueOf('BYDAY')
  const on = valueOf('ON')
  const hasOrdinal = byDay !== null && /\d|LAST/.test(byDay)
  const usual = hasOrdinal || phrases.monthDays.length > 0 ? 'MONTHLY' : byDay !== null ? 'WEEKLY' : null
  const rhythm = rhythms[valueOf('FREQ') ?? usual ?? '']
  if (rhythm === undefined || (valueOf('COUNT_PER_PERIOD') ?? '=1') !== '=1') return null
  const parity = parityIn(valueOf)
  if (parity !== null) {
    return ['FREQ=YEARLY', `BYWEEKNO=${weeksOfParity(parity).join()}`, ...(byDay === null ? [] : [`BYDAY=${byDay}`])]
  }
  const interval = rhythm.interval * Number(valueOf('INTERVAL') ?? 1)
  const parts = [`FREQ=${hasOrdinal && rhythm.frequency === 'WEEKLY' ? 'MONTHLY' : rhythm.frequency}`]
  if (interval > 1) parts.push(`INTERVAL=${interval}`)
  if (byDay === 'LAST_WORKDAY') parts.push('BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')
  else if (byDay !== null) parts.push(`BYDAY=${byDay}`)
  if (phrases.monthDays.length > 0) parts.push(`BYMONTHDAY=${phrases.monthDays.join()}`)
  if (on !== null) parts.push(`BYMONTH=${Number(on.slice(0, 2))}`, `BYMONTHDAY=${Number(on.slice(3))}`)
  return parts
}

const ruleFrom = (parts: readonly string[]): Rule | null => {
  try {
    return parseRule(parts.join(';'))
  } catch {
    // Terms that make no rule together, such as a weekday's number by the day.
    return null
  }
}

const timeIn = (text: string | undefined): Temporal.PlainTime | null =>
  text !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Temporal.PlainTime.from(text) : null

const timesIn = (valueOf: ValueOf): Pick<RepeatPlan, 'startTime' | 'endTime'> => {
  const [from, to] = (valueOf('TIME') ?? '').split('-')
  const startTime = timeIn(from) ?? timeIn(valueOf('START') ?? undefined)
  const session = valueOf('SESSION')
  const isLong = startTime !== null && session !== null && /^PT[\dHM]+$/.test(session)
  return { startTime, endTime: timeIn(to) ?? (isLong ? startTime.add(session) : null) }
}

const planOf = (terms: readonly Term[], phrases: CalendarPhrases, today: Day): Omit<RepeatPlan, 'unread'> | null => {
  const valueOf: ValueOf = (key) => {
    const term = terms.find((term) => term.key === key)
    if (term === undefined) return null
    return key === 'COUNT_PER_PERIOD' ? `${term.op}${term.value}` : term.value
  }
  const parts = partsOf(valueOf, phrases)
  if (parts === null) return null
  const months = monthsOf(valueOf)
  if (months.length > 0 && valueOf('ON') === null) parts.push(`BYMONTH=${months.join()}`)
  const rule = ruleFrom(parts)
  if (rule === null) return null
  const from = phrases.from === null ? null : dayMeant(phrases.from, today)
  const until = phrases.until === null ? null : dayMeant(phrases.until, from ?? today)
  return {
    // Told both ways, the day is what binds.
    rule: {
      ...rule,
      count: until === null ? phrases.count : null,
      until: until === null ? null : { day: dayNumberOf(until), second: null, isUtc: false },
    },
    ...timesIn(valueOf),
    from,
    withoutMonths: numbersIn(valueOf('EXCEPT_BYMONTH')),
    weekParity: parityIn(valueOf),
    schoolWeeksOnly: phrases.schoolWeeksOnly,
  }
}

const timeKeys: ReadonlySet<Term['key']> = new Set<Term['key']>(['TIME', 'START'])

/** A time of day that no clock shows is not understood. */
const isHeld = ({ key, value }: Term): boolean =>
  keysRead.has(key) && (!timeKeys.has(key) || value.split('-').every((clock) => timeIn(clock) !== null))

const clock = '\\d{1,2}(?:[.:]\\d\\d)?'

/** `kl. 14 og 19` is two times, not a stretch between them. */
const severalClocks = new RegExp(
  `(?<!mellem )(?<![\\p{L}\\d])kl\\.? ?${clock}(?:, ${clock})* og ${clock}(?![\\p{L}\\d])`,
  'giu',
)

const hasTime = (terms: readonly Term[]): boolean => terms.some(({ key }) => timeKeys.has(key))

const isRead = ({ terms, alternatives }: TermRule): boolean => alternatives.length === 0 && terms.length > 0

/**
 * Reads how something repeats out of a Danish phrase, `hver anden torsdag i lige uger kl. 17-19, ikke i juli`: a plan for each time of
 * day that is told, none where the phrase has no rhythm of a calendar. Days without a year are the first on or after `today`;
 * "til jul" ends on 23 December. What was not understood is told in `unread`, so that nothing is left out in silence.
 */
export const readRepeat = (phrase: string, today: Day): RepeatPlan[] => {
  const phrases = readCalendarPhrases(phrase)
  const read = readTerms(phrases.rest).filter(isRead)
  const rules = joinWeekdays(phrases.rest, read)
  const told: readonly (readonly Term[])[] =
    rules.length === 0 && phrases.monthDays.length > 0 ? [[]] : rules.map(({ terms }) => terms)
  // Several plans are several times of day; what stands beside them without one says something else of the days.
  const apart = rules.length > 1 ? rules.filter(({ terms }) => !hasTime(terms)) : []
  const unread = [
    ...unreadWords(
      phrases.rest,
      read.flatMap(({ terms }) => terms.filter(isHeld)),
    ),
    ...apart.map(({ from, to }) => phrases.rest.slice(from, to)),
    ...(phrases.rest.match(severalClocks) ?? []),
  ]
  return told.flatMap((terms) => {
    const plan = planOf(terms, phrases, today)
    return plan === null ? [] : [{ ...plan, unread }]
  })
}
