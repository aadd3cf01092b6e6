import { formatDay } from '../../../platform/dates.ts'
import { type Language } from '../../../platform/language.ts'

const months: Record<Language, readonly string[]> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

const words = {
  da: {
    week: (week: number, year: string) => `uge ${week} ${year}`,
    quarter: (quarter: string, year: string) => `${quarter}. kvartal ${year}`,
    half: (half: string, year: string) => `${half}. halvår ${year}`,
  },
  en: {
    week: (week: number, year: string) => `week ${week} ${year}`,
    quarter: (quarter: string, year: string) => `quarter ${quarter} of ${year}`,
    half: (half: string, year: string) => `${half === '1' ? 'first' : 'second'} half of ${year}`,
  },
}

/** A period's label as people say it: `2013-Q1` → "1. kvartal 2013", `2013-W05` → "uge 5 2013", `2013-02` → "februar 2013". */
export const periodInWords = (label: string, language: Language): string => {
  const said = words[language]
  const week = /^(\d{4})-W(\d{2})$/.exec(label)
  if (week) return said.week(Number(week[2]), week[1] ?? '')
  const part = /^(\d{4})-([QH])(\d)$/.exec(label)
  if (part)
    return part[2] === 'Q' ? said.quarter(part[3] ?? '', part[1] ?? '') : said.half(part[3] ?? '', part[1] ?? '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(label)) return formatDay(Temporal.PlainDate.from(label), language)
  const span = /^(\d{4})-(\d{2})\/(\d{4})-(\d{2})$/.exec(label)
  if (span) return monthSpan(span, language)
  const month = /^(\d{4})-(\d{2})$/.exec(label)
  if (month) return `${months[language][Number(month[2]) - 1] ?? ''} ${month[1]}`
  return label.replace('/', '–')
}

/** The period with its preposition: "i 2013", "in 2013", and for a day "inden 30. juni 2014". */
export const withinPeriod = (label: string, language: Language): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(label)
  const preposition = language === 'da' ? (isDay ? 'inden' : 'i') : isDay ? 'by' : 'in'
  return `${preposition} ${periodInWords(label, language)}`
}

const monthSpan = (span: RegExpExecArray, language: Language): string => {
  const [, firstYear = '', first, lastYear = '', last] = span
  const [from, to] = [first, last].map((month) => months[language][Number(month) - 1] ?? '')
  return firstYear === lastYear ? `${from}–${to} ${lastYear}` : `${from} ${firstYear} – ${to} ${lastYear}`
}
