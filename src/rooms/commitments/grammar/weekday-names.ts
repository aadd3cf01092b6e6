import { ahead, anyWord, beginningWith, like, listOf, map, oneOf, opt, pick, seq, sign, word } from './parser.ts'
import type { Parser } from './parser.ts'

/** The days of the week as the notation writes them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const weekdayStems = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']
const weekdayShort = ['man', 'tirs', 'ons', 'tors', 'fre', 'lør', 'søn']

const weekdayNumber = (text: string): number | undefined => {
  const stem = weekdayStems.findIndex(
    (name) => text === name || text === `${name}e` || text === `${name}en` || text === `${name}ene`,
  )
  if (stem >= 0) return stem
  const short = weekdayShort.findIndex((name) => text === name || text === `${name}d`)
  return short < 0 ? undefined : short
}

const weekdayWord = pick(anyWord, (found) => weekdayNumber(found.text))

/** A weekday, 0 = Monday: `mandag`, `mandage`, `tirs.` */
export const weekday: Parser<number> = beginningWith(weekdayWord, (tokens, at) => {
  const found = tokens.at(at)
  const day = found?.kind === 'word' ? weekdayNumber(found.text) : undefined
  if (found === undefined || day === undefined) return undefined
  const dot = tokens.at(at + 1)
  if (found.text.includes('dag')) return { value: day, to: at + 1 }
  // "man" and "ons" are weekdays only as abbreviations: "man." or "man-tors".
  if (dot?.text === '.' && dot.glued) return { value: day, to: at + 2 }
  return dot?.text === '-' || dot?.text === '/' || dot?.text === 'kl' ? { value: day, to: at + 1 } : undefined
})

/** What stands between the ends of a span. */
export const through = oneOf(word('til og med', 'til', 'tom'), sign('-'))

const daySpan = (first: number, last: number): number[] =>
  weekdays.flatMap((_, day) => (day >= first && day <= last ? [day] : []))

const letterPairs = ['ma', 'ti', 'on', 'to', 'fr', 'lø', 'sø']

const letterPair: Parser<number> = pick(anyWord, ({ text }) => {
  const day = letterPairs.indexOf(text)
  return day < 0 ? undefined : day
})

const weekdayRun: Parser<number[]> = oneOf(
  // "to" is Thursday only in a span such as "ma-to".
  pick(seq(letterPair, sign('-'), letterPair), ([first, , last]) => (first < last ? daySpan(first, last) : undefined)),
  pick(seq(letterPair, ahead(word('kl'))), ([day]) => [day]),
  pick(seq(weekday, through, opt(word('og med')), weekdayWord), ([first, , , last]) =>
    first < last ? daySpan(first, last) : undefined,
  ),
  map(weekday, (day) => [day]),
  map(word('hverdage, hverdagene, alle hverdage, på hverdage, ugens hverdage'), () => [0, 1, 2, 3, 4]),
  map(like(/^week-?end(?:er|erne|en)?$/), () => [5, 6]),
)

/** What stands between the parts of a list. */
export const listSign = oneOf(
  seq(sign(','), opt(word('og', 'samt'))),
  word('og, samt, eller, og hver'),
  sign('/', '+', '&'),
)

/** Weekdays as the notation writes them: `mandag til onsdag` → MO,TU,WE. */
export const weekdayList: Parser<string[]> = map(listOf(weekdayRun, listSign), (runs) =>
  runs.flat().flatMap((day) => weekdays[day] ?? []),
)
