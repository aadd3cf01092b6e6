import type { Day } from '../../platform/day.ts'
import { parseNotation } from '../commitments/index.ts'

/** What a promise already says of when its activity is. */
export interface PromisedTiming {
  readonly startsOn: Day
  /** Minutes after midnight; null where it says no hour. */
  readonly fromMinute: number | null
  readonly toMinute: number | null
  /** 1 = Monday. */
  readonly weekdays: readonly number[]
  readonly repeat: 'weekly' | 'other_week' | 'even_weeks' | 'odd_weeks' | 'nth_weekday' | 'once'
  readonly restsInJuly: boolean
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const minuteOf = (text: string | undefined): number | null => {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text ?? '') ?? []
  return hour === undefined ? null : Number(hour) * 60 + Number(minute)
}

/** Reads the first rule of a promise's notation as a planner would begin from it, from the day on. */
export const timingOfPromise = (notation: string, day: Day): PromisedTiming => {
  const terms = parseNotation(notation)[0]?.terms ?? []
  const find = (key: string) => terms.find((term) => term.key === key)?.value
  const weekdays = (find('BYDAY') ?? '').split(',').flatMap((code) => {
    const at = codes.indexOf(code.replace(/^[-+\d]+/, ''))
    return at < 0 ? [] : [at + 1]
  })
  const [from, to] = (find('TIME') ?? '').split('-')
  const wanted = weekdays[0] ?? day.dayOfWeek
  const parity = find('WEEKPARITY')
  const frequency = find('FREQ')
  return {
    startsOn: day.add({ days: (wanted - day.dayOfWeek + 7) % 7 }),
    fromMinute: minuteOf(from),
    toMinute: minuteOf(to),
    weekdays,
    repeat:
      parity === 'EVEN'
        ? 'even_weeks'
        : parity === 'ODD'
          ? 'odd_weeks'
          : frequency === 'WEEKLY'
            ? find('INTERVAL') === '2'
              ? 'other_week'
              : 'weekly'
            : frequency === 'MONTHLY'
              ? 'nth_weekday'
              : 'once',
    restsInJuly: (find('EXCEPT_BYMONTH') ?? '').split(',').includes('7'),
  }
}
