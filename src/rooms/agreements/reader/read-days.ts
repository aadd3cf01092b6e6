import type { DaySpan } from '../agreement-format.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const monthWord =
  '(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\\.?'
const year = '(?:19|20)\\d{2}'
const patterns = [
  new RegExp(`(?<iy>${year})-(?<im>\\d{2})-(?<id>\\d{2})(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\d)(?<d>\\d{1,2})\\s?\\.?\\s*(?<m>${monthWord})(?:\\s+(?<y>${year}))?(?!\\p{L})`, 'giu'),
  new RegExp(
    `(?<![\\d/.])(?<nd>\\d{1,2})\\s?[/.-]\\s?(?<nm>\\d{1,2})\\s?[-/. ]\\s?(?<ny>${year}|\\d{2})(?![\\d.,/])`,
    'giu',
  ),
  new RegExp(
    `(?<part>primo|medio|ultimo|start(?:en)? af|udgangen af|slutningen af)\\s+(?:(?<pm>${monthWord})\\s+)?(?<py>${year})`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}\\d.])(?<mm>${monthWord})\\s+(?<my>${year})`, 'giu'),
]

interface FoundDay {
  from: number
  to: number
  /** Null where the year is left out and stands with the other end of a span. */
  year: number | null
  month: number
  /** Null where only the month is told. */
  day: number | null
  isLate: boolean
}

const monthNumber = (word: string): number => months.indexOf(word.toLowerCase().slice(0, 3)) + 1

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const partOf = (groups: Record<string, string | undefined>): Omit<FoundDay, 'from' | 'to'> => {
  const late = /ultimo|udgang|slutning/iu.test(groups['part'] ?? '')
  const middle = /medio/iu.test(groups['part'] ?? '')
  const month = groups['pm'] === undefined ? (late ? 12 : middle ? 7 : 1) : monthNumber(groups['pm'])
  const ofMonth = groups['pm'] !== undefined
  return { year: Number(groups['py']), month, day: late ? null : middle && ofMonth ? 15 : 1, isLate: late }
}

const dayFrom = (groups: Record<string, string | undefined>): Omit<FoundDay, 'from' | 'to'> => {
  if (groups['iy'] !== undefined) {
    return { year: Number(groups['iy']), month: Number(groups['im']), day: Number(groups['id']), isLate: false }
  }
  if (groups['d'] !== undefined) {
    const told = groups['y']
    return {
      year: told === undefined ? null : Number(told),
      month: monthNumber(groups['m'] ?? ''),
      day: Number(groups['d']),
      isLate: false,
    }
  }
  if (groups['nd'] !== undefined) {
    return { year: fullYear(groups['ny'] ?? ''), month: Number(groups['nm']), day: Number(groups['nd']), isLate: false }
  }
  if (groups['part'] !== undefined) return partOf(groups)
  return { year: Number(groups['my']), month: monthNumber(groups['mm'] ?? ''), day: null, isLate: false }
}

const isReal = (found: FoundDay): boolean =>
  found.month >= 1 && found.month <= 12 && (found.day ?? 1) >= 1 && (found.day ?? 1) <= 31

const findDays = (text: string): FoundDay[] => {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      ...dayFrom(match.groups ?? {}),
    })),
  )
  const free: FoundDay[] = []
  for (const day of found.filter(isReal)) {
    if (!free.some((other) => day.from < other.to && other.from < day.to)) free.push(day)
  }
  return free.toSorted((a, b) => a.from - b.from)
}

const isoDay = (found: FoundDay, end: 'from' | 'to', otherYear: number | null): string | null => {
  const told = found.year ?? otherYear
  if (told === null) return null
  const first = Temporal.PlainDate.from({ year: told, month: found.month, day: 1 })
  const wanted = found.day ?? (end === 'to' || found.isLate ? first.daysInMonth : 1)
  return wanted > first.daysInMonth ? null : first.with({ day: wanted }).toString()
}

/** The first whole day a text tells in any Danish form ("29. november 2012", "1/1 2013", "primo 2014"), as ISO. */
export const readDay = (text: string): string | null => {
  for (const found of findDays(text)) {
    const day = isoDay(found, 'from', null)
    if (day !== null) return day
  }
  return null
}

const yearSpan = new RegExp(
  `(?<![\\d.,/-])(${year})\\s*(?:[-–—/]|til(?: og med)?|og)\\s*(${year}|\\d{2})(?![\\d.,]*\\d)`,
  'u',
)
const link = /^\s*(?:[-–—]|til og med|til|t\.o\.m\.|frem til|indtil|og)\s*(?:den\s+)?$/iu

const schoolYear = new RegExp(`skoleåre(?:t|ne)?\\s+(${year})\\s*[-–/]\\s*(${year}|\\d{2})`, 'iu')

const spanOfYears = (text: string): DaySpan | null => {
  const inSchool = schoolYear.exec(text)
  const match = inSchool ?? yearSpan.exec(text)
  if (match === null) return null
  const from = Number(match[1])
  const told = match[2] ?? ''
  const to = told.length === 2 ? Math.floor(from / 100) * 100 + Number(told) : Number(told)
  if (inSchool !== null) return { from: `${from}-08-01`, to: `${to}-07-31` }
  return to >= from && to - from <= 30 ? { from: `${from}-01-01`, to: `${to}-12-31` } : null
}

const spanOfDays = (text: string): DaySpan | null => {
  const days = findDays(text)
  for (const [at, first] of days.entries()) {
    const second = days[at + 1]
    if (second === undefined || !link.test(text.slice(first.to, second.from))) continue
    const from = isoDay(first, 'from', second.year)
    const to = isoDay(second, 'to', first.year)
    if (from !== null && to !== null && from <= to) return { from, to }
  }
  return null
}

const openSpan = (text: string): DaySpan | null => {
  const [found] = findDays(text)
  if (found === undefined) return null
  const before = text.slice(Math.max(0, found.from - 30), found.from)
  if (/(?:frem til|indtil|til og med|senest|udløber|til)\s+(?:den\s+)?$/iu.test(before)) {
    return { from: null, to: isoDay(found, 'to', null) }
  }
  if (/(?:fra|pr\.|træder i kraft|begynder|starter)\s+(?:og med\s+)?(?:den\s+)?$/iu.test(before)) {
    return { from: isoDay(found, 'from', null), to: null }
  }
  return null
}

/**
 * The span of days a text tells, both ends included: "2013-16", "1. maj 2031 – 30. april 2033", "januar til juni 2014",
 * or one end alone ("fra 1. januar 2013").
 */
export const readSpan = (text: string): DaySpan | null => spanOfDays(text) ?? spanOfYears(text) ?? openSpan(text)

/** The last day a text says something holds until, and whether only the year was told. */
export const readUntil = (text: string): { day: string; isYearOnly: boolean } | null => {
  const match =
    /(?:indtil|frem til|til og med|til udgangen af|til ultimo|ophører|udløber|senest|inden|til)\s+(?:den\s+|d\.\s+|udgangen af\s+|ultimo\s+|og med\s+)*/giu
  for (const found of text.matchAll(match)) {
    const rest = text.slice(found.index + found[0].length)
    const [day] = findDays(rest)
    if (day !== undefined && day.from === 0) {
      const iso = isoDay(day, 'to', null)
      if (iso !== null) return { day: iso, isYearOnly: false }
    }
    const alone = new RegExp(`^(${year})(?![\\d-])`, 'u').exec(rest)
    if (alone !== null) return { day: `${alone[1]}-12-31`, isYearOnly: !/ultimo|udgang|og med/iu.test(found[0]) }
  }
  return null
}
