import { formatDay } from '../../../platform/dates.ts'
import { isDay } from '../agreement-format.schema.ts'
import { lookUp } from './number-words.ts'
import type { Speech } from './number-words.ts'

/** A date of the notation in words: bare (`juni 2014`), and as the time when something happens (`i juni 2014`). */
export interface SpokenDate {
  readonly bare: string
  readonly at: string
  readonly kind: 'day' | 'day_of_year' | 'month' | 'year' | 'part'
}

/** The name of a month, `1` or `01` = January; null where there is none. */
export const monthName = (month: string, { texts }: Speech): string | null =>
  /^\d{1,2}$/.test(month) ? (texts.months.split(',')[Number(month) - 1] ?? null) : null

const seasonWords = (season: string, year: string | undefined, { texts }: Speech): string | null => {
  const [, part, name] = /^(?:(EARLY|LATE)_)?([A-Z]+)$/.exec(season) ?? []
  const word = lookUp(texts.seasons, name)
  if (word === null) return null
  const lead = lookUp(texts.partOfSeason, part)
  return lead === null ? texts.inSeason(word, year) : `${lead} ${word}${year === undefined ? '' : ` ${year}`}`
}

/** `SPRING`, `LATE_AUTUMN`, `2018-SPRING`: when in the year, `om foråret`, `i foråret 2018`. Null where unknown. */
export const seasonInWords = (value: string, speech: Speech): string | null => {
  const [, year, season] = /^(?:(\d{4})-)?([A-Z_]+)$/.exec(value) ?? []
  return season === undefined ? null : seasonWords(season, year, speech)
}

const partMonths: Readonly<Record<string, string>> = { BEGINNING: '01', MIDDLE: '06', END: '12' }

/** `2014-06(MIDDLE)` is the middle of 2014, `2014-03(END)` the end of March. */
const edgeOf = (value: string, speech: Speech): SpokenDate | null => {
  const [, year, month = '', part] = /^(?:(\d{4})-)?(\d{2})\(([A-Z]+)\)$/.exec(value) ?? []
  const edge = lookUp(speech.texts.within, part)
  const name = monthName(month, speech)
  if (edge === null || name === null) return null
  const isOfYear = year !== undefined && partMonths[part ?? ''] === month
  const bare = `${edge} ${isOfYear ? year : [name, year].filter(Boolean).join(' ')}`
  return { bare, at: speech.texts.insideEdge(bare), kind: 'part' }
}

const inside = (bare: string, kind: SpokenDate['kind'], { texts }: Speech): SpokenDate => ({
  bare,
  at: texts.inside(bare),
  kind,
})

const seasonOf = (value: string, speech: Speech): SpokenDate | null => {
  const at = seasonInWords(value, speech)
  const [, year, season] = /^(?:(\d{4})-)?(?:(?:EARLY|LATE)_)?([A-Z]+)$/.exec(value) ?? []
  const name = lookUp(speech.texts.seasons, season)
  if (at === null || name === null) return null
  const isPlain = !/EARLY|LATE/.test(value)
  return { bare: isPlain ? [name, year].filter(Boolean).join(' ') : at, at, kind: 'part' }
}

const weekOrQuarter = (value: string, speech: Speech): SpokenDate | null => {
  const [, year, letter, number] = /^(?:(\d{4})-)?([WQ])(\d{1,2})$/.exec(value) ?? []
  if (letter === 'W') return inside(speech.texts.week(Number(number), year), 'part', speech)
  const quarter = letter === 'Q' ? speech.texts.quarters[Number(number) - 1] : undefined
  return quarter === undefined
    ? null
    : inside([quarter, year].filter(Boolean).join(speech.language === 'en' ? ' of ' : ' '), 'part', speech)
}

const dayOfYear = (value: string, speech: Speech): SpokenDate | null => {
  const [, month = '', day] = /^(\d{2})-(\d{2})$/.exec(value) ?? []
  const name = monthName(month, speech)
  if (name === null || Number(day) < 1 || Number(day) > 31) return null
  const bare = speech.texts.dayOfYear(Number(day), name)
  return { bare, at: speech.texts.onDate(bare), kind: 'day_of_year' }
}

/** A date of the notation in words, whole or in part (`2018-06-12`, `2014-06`, `2014`, `2014-SPRING`, `06(MIDDLE)`). */
export const dateInWords = (value: string, speech: Speech): SpokenDate | null => {
  if (isDay(value)) {
    const bare = formatDay(Temporal.PlainDate.from(value), speech.language)
    return { bare, at: speech.texts.onDate(bare), kind: 'day' }
  }
  if (/^\d{4}$/.test(value)) return inside(value, 'year', speech)
  const [, year, month = ''] = /^(\d{4})-(\d{2})$/.exec(value) ?? []
  const name = monthName(month, speech)
  if (name !== null) return inside(`${name} ${year}`, 'month', speech)
  return dayOfYear(value, speech) ?? edgeOf(value, speech) ?? weekOrQuarter(value, speech) ?? seasonOf(value, speech)
}
