import { civilDate, type DayNumber, dayNumber, dayNumberOf, toDay } from '../../platform/day-number.ts'
import { findTerm, parseNotation } from './notation.ts'

/** How an agreement or activity is brought to an end: with how long a notice, and to the end of what. */
export interface NoticeTerm {
  /** ISO duration: `P1M`, `P3W`; `P0D` where only the end it goes to is agreed. */
  readonly length: string
  /** `MONTH_END`, `QUARTER_END`, `HALFYEAR_END`, `YEAR_END`, `SCHOOL_YEAR_END`; null where any day will do. */
  readonly to: string | null
  readonly isWritten: boolean
}

/** The notice a promise's term tells of, or null where it tells of none that can be counted. */
export const noticeIn = (notation: string): NoticeTerm | null => {
  for (const rule of parseNotation(notation)) {
    const [notice, to] = [findTerm(rule, 'NOTICE'), findTerm(rule, 'NOTICE_TO')]
    if (notice === undefined && to === undefined) continue
    const length = notice?.value ?? 'P0D'
    if (durationOf(length) === null) continue
    return { length, to: to?.value ?? null, isWritten: findTerm(rule, 'FORM')?.value === 'WRITTEN' }
  }
  return null
}

/**
 * The earliest day an agreement may end, when notice is given on a day: the notice is added in whole months or days (a month from 31 January
 * is the last of February), and then runs on to the end it goes to. The day is the last on which it applies.
 */
export const earliestEnd = ({ length, to }: NoticeTerm, givenOn: DayNumber): DayNumber => {
  const after = toDay(givenOn).add(durationOf(length) ?? {}, { overflow: 'constrain' })
  return endOf(to, dayNumberOf(after))
}

/** Days, weeks, months or years of an ISO duration; null where it is none. */
const durationOf = (length: string): { days: number } | { months: number } | null => {
  const [, count, unit] = /^P(\d{1,4})([DWMY])$/.exec(length) ?? []
  if (count === undefined) return null
  const number = Number(count)
  if (unit === 'D' || unit === 'W') return { days: unit === 'W' ? number * 7 : number }
  return { months: unit === 'Y' ? number * 12 : number }
}

const monthsIn: Readonly<Record<string, number>> = { MONTH_END: 1, QUARTER_END: 3, HALFYEAR_END: 6, YEAR_END: 12 }

/** The first day, on or after this one, that ends what notice goes to. A school year ends on 31 July. */
const endOf = (to: string | null, day: DayNumber): DayNumber => {
  const { year, month } = civilDate(day)
  if (to === 'SCHOOL_YEAR_END') return dayNumber(month > 7 ? year + 1 : year, 8, 1) - 1
  const length = to !== null && Object.hasOwn(monthsIn, to) ? monthsIn[to] : undefined
  if (length === undefined) return day
  const last = Math.ceil(month / length) * length
  return dayNumber(last === 12 ? year + 1 : year, (last % 12) + 1, 1) - 1
}

/** The day notice is given: not before the matter has been discussed where it must be. */
export const noticeGivenOn = (asked: DayNumber, discussedOn: DayNumber | null): DayNumber =>
  discussedOn === null ? asked : Math.max(asked, discussedOn)

/** The group in which ending it is to be discussed first, as the text names it ("følgegruppen"); null where it names none. */
export const groupToAsk = (sentences: readonly string[]): string | null => {
  for (const sentence of sentences) {
    if (!/ophør|opsig|afslutte|stoppe/iu.test(sentence)) continue
    const [, group] =
      /(?:drøft\p{L}*|behandl\p{L}*|forelæg\p{L}*|tages op)(?:\s+(?:først|forinden))?\s+(?:i|for|på|med)\s+([\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)*)/u.exec(
        sentence,
      ) ?? []
    if (group !== undefined) return group
  }
  return null
}
