import type { Day } from '../../platform/day.ts'
import type { Repeat } from './repeat.ts'

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const codeOf = (day: Day): string => weekdayCodes[day.dayOfWeek - 1] ?? 'MO'

const weeksOf = (first: number): string =>
  Array.from({ length: Math.floor((53 - first) / 2) + 1 }, (_, at) => first + 2 * at).join(',')

/** The RRULE of a choice in the form, from the first time and its weekdays (1 = Monday); null = once. */
export const ruleOfRepeat = (
  repeat: Exclude<Repeat, 'words'>,
  startsOn: Day,
  weekdays: readonly number[],
): string | null => {
  const chosen = weekdays.length === 0 ? codeOf(startsOn) : weekdays.map((day) => weekdayCodes[day - 1]).join(',')
  const nth = Math.ceil(startsOn.day / 7)
  switch (repeat) {
    case 'once':
      return null
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${chosen}`
    case 'other_week':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${chosen}`
    case 'even_weeks':
      return `FREQ=YEARLY;BYWEEKNO=${weeksOf(2)};BYDAY=${chosen}`
    case 'odd_weeks':
      return `FREQ=YEARLY;BYWEEKNO=${weeksOf(1)};BYDAY=${chosen}`
    case 'weekdays':
      return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
    case 'nth_weekday':
      return nth > 4 ? `FREQ=MONTHLY;BYDAY=-1${codeOf(startsOn)}` : `FREQ=MONTHLY;BYDAY=${nth}${codeOf(startsOn)}`
    case 'last_weekday':
      return `FREQ=MONTHLY;BYDAY=-1${codeOf(startsOn)}`
    case 'yearly':
      return 'FREQ=YEARLY'
  }
}

/** The choice of the form that gives this rule; `words` for every other. `until` and `count` are left out of account. */
export const repeatOfRule = (rule: string | null, startsOn: Day): { repeat: Repeat; weekdays: readonly number[] } => {
  const plain = rule === null ? null : rule.replace(/;?(?:UNTIL|COUNT)=[^;]*/g, '')
  const codes = /BYDAY=([A-Z,]+)$/.exec(plain ?? '')?.[1]?.split(',') ?? []
  const weekdays = codes.flatMap((code) => {
    const at = weekdayCodes.findIndex((known) => known === code)
    return at < 0 ? [] : [at + 1]
  })
  const choices = ['once', 'weekdays', 'weekly', 'other_week', 'even_weeks', 'odd_weeks'] as const
  const more = ['last_weekday', 'nth_weekday', 'yearly'] as const
  const found = [...choices, ...more].find((choice) => ruleOfRepeat(choice, startsOn, weekdays) === plain)
  return { repeat: found ?? 'words', weekdays }
}
