import { type Day } from '../../../platform/day.ts'

/** A day as people say it; the year is often left unsaid. */
export interface SaidDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** What phrases of a calendar say beside the terms of agreements. */
export interface CalendarPhrases {
  readonly from: SaidDay | null
  readonly until: SaidDay | null
  /** Days of the month, from the end where negative. */
  readonly monthDays: readonly number[]
  readonly count: number | null
  readonly schoolWeeksOnly: boolean
  /** The phrase without them; other words stand where they stood. */
  readonly rest: string
}

const months = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const monthNames = months.split('|')

const saidDay = `(?:den )?(?:(\\d{1,2})\\. ?(${months})(?: (\\d{4}))?|(\\d{1,2})/(\\d{1,2})(?:[- /](\\d{4}))?)`
const alone = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'iu')

const patterns = {
  until: alone(`(?:indtil|frem til|til)(?: og med)? ${saidDay}`),
  beforeChristmas: alone('(?:indtil|frem til|til) jul'),
  from: alone(`fra(?: og med)? ${saidDay}`),
  schoolWeeks: alone(
    '(?:kun )?i skoleuger(?:ne)?|(?:dog )?ikke i (?:skole)?ferie(?:r|rne|n)|(?:undtagen|bortset fra) (?:i )?(?:skole)?ferie(?:r|rne)',
  ),
  monthDays: alone(
    '(?:hver måned )?den ((?:\\d{1,2}\\.(?:, | og )?(?:den )?)+)(?: i (?:hver )?måned(?:en)?| hver måned)?',
  ),
  lastDay: alone('(?:den )?sidste dag i (?:hver )?måned(?:en)?'),
  count: alone('(?:i alt )?(\\d{1,3}) gange(?: i alt)?(?=\\s*(?:[,.]|$))'),
}

const dayIn = (found: RegExpExecArray): SaidDay | null => {
  const [, day, name, year, slashDay, slashMonth, slashYear] = found
  const month = name === undefined ? Number(slashMonth) : monthNames.indexOf(name.toLowerCase()) + 1
  const said = { year: Number(year ?? slashYear) || null, month, day: Number(day ?? slashDay) }
  // 2000 is a leap year, so every day of a year is there.
  const length = month >= 1 && month <= 12 ? new Temporal.PlainYearMonth(2000, month).daysInMonth : 0
  return said.day >= 1 && said.day <= length ? said : null
}

const isMonthly = (text: string): boolean => /måned/i.test(text)

/** Reads days, counts and school weeks out of a Danish phrase. */
export const readCalendarPhrases = (phrase: string): CalendarPhrases => {
  let rest = phrase
  const take = <Value>(pattern: RegExp, read: (found: RegExpExecArray) => Value | null): Value | null => {
    const found = pattern.exec(rest)
    const value = found === null ? null : read(found)
    if (found !== null && value !== null) {
      rest = rest.slice(0, found.index) + ' '.repeat(found[0].length) + rest.slice(found.index + found[0].length)
    }
    return value
  }
  const until = take(patterns.until, dayIn)
  const christmas = until === null ? take(patterns.beforeChristmas, () => ({ year: null, month: 12, day: 23 })) : null
  const from = take(patterns.from, dayIn)
  const schoolWeeksOnly = take(patterns.schoolWeeks, () => true) === true
  const named = take(patterns.monthDays, ([text, days = '']) =>
    isMonthly(text) ? [...days.matchAll(/\d+/g)].map(([day]) => Number(day)) : null,
  )
  const last = take(patterns.lastDay, () => [-1])
  const count = take(patterns.count, ([, number]) => Number(number) || null)
  const monthDays = [...(last ?? []), ...(named ?? [])].filter((day) => day <= 31)
  return { from, until: until ?? christmas, monthDays, count, schoolWeeksOnly, rest }
}

/** The day that is meant: where no year was said, the first such day that is not before `earliest`. */
export const dayMeant = (said: SaidDay, earliest: Day): Day => {
  const inYear = (year: number): Day => Temporal.PlainDate.from({ year, month: said.month, day: said.day })
  if (said.year !== null) return inYear(said.year)
  const thisYear = inYear(earliest.year)
  return Temporal.PlainDate.compare(thisYear, earliest) < 0 ? inYear(earliest.year + 1) : thisYear
}
