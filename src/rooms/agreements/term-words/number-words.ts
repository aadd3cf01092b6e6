import type { Language } from '../../../platform/language.ts'
import type { TermTexts } from './term-words.texts.ts'

/** What words are made with: the language and its texts. */
export interface Speech {
  readonly language: Language
  readonly texts: TermTexts
}

/** The word for a key of a table of words, or null where the table has none. */
export const lookUp = <Word>(words: Readonly<Record<string, Word>>, key: string | undefined): Word | null =>
  key !== undefined && Object.hasOwn(words, key) ? (words[key] ?? null) : null

/** `a`, `a og b`, `a, b og c`. */
export const listed = (words: readonly string[], joint: string): string => {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`
}

const cardinals: Record<Language, readonly string[]> = {
  da: 'nul en to tre fire fem seks syv otte ni ti elleve tolv'.split(' '),
  en: 'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
}

const ordinals = {
  common: '. første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte'.split(' '),
  neuter: '. første andet tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte'.split(' '),
}

const aNumber = /^\d{1,15}(?:\.\d+)?$/

/** A number of the notation (`7.5`, `2000`) as people write it; null where it is none. */
export const figure = (number: string, { language }: Speech): string | null => {
  if (!aNumber.test(number)) return null
  const [whole = '', decimals] = number.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'da' ? '.' : ',')
  return decimals === undefined ? grouped : `${grouped}${language === 'da' ? ',' : '.'}${decimals}`
}

/** A number or a range of them: `2..4` is `2–4`. */
export const figures = (value: string, speech: Speech): string | null => {
  const parts = value.split('..').map((number) => figure(number, speech))
  return parts.length <= 2 && parts.every((part) => part !== null) ? parts.join('–') : null
}

/** `én gang`, `tre gange`, `2–4 gange`; in English `once`, `twice`, `three times`. */
export const timesInWords = (value: string, speech: Speech): string | null => {
  const number = /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN
  if (number === 1) return speech.language === 'da' ? 'én gang' : 'once'
  if (number === 2 && speech.language === 'en') return 'twice'
  const many = cardinals[speech.language][number] ?? figures(value, speech)
  return many === null ? null : `${many} ${speech.language === 'da' ? 'gange' : 'times'}`
}

/** `mindst …`, `højst …`, `mere end …`, `under …`. */
export const bounded = (operator: string, words: string, { texts }: Speech): string =>
  operator === '>='
    ? `${texts.atLeast} ${words}`
    : operator === '<='
      ? `${texts.atMost} ${words}`
      : operator === '>'
        ? `${texts.moreThan} ${words}`
        : operator === '<'
          ? `${texts.lessThan} ${words}`
          : words

/** Like `bounded`, but `<=` gives `op til …`: for what may be had, not for what must be kept below. */
export const boundedUpTo = (operator: string, words: string, speech: Speech): string =>
  operator === '<=' ? `${speech.texts.upTo} ${words}` : bounded(operator, words, speech)

const neuterUnits = new Set(['QUARTERLY', 'HALFYEARLY', 'YEARLY'])

const unitNames: Record<Language, Readonly<Record<string, string>>> = {
  da: { DAILY: 'dag', WEEKLY: 'uge', MONTHLY: 'måned', QUARTERLY: 'kvartal', HALFYEARLY: 'halvår', YEARLY: 'år' },
  en: { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', QUARTERLY: 'quarter', HALFYEARLY: 'half-year', YEARLY: 'year' },
}

const ordinal = (nth: number, gender: 'common' | 'neuter'): string => ordinals[gender][nth] ?? `${nth}.`

/** `hver anden uge`, `hvert tredje år`, `hver 6.–8. uge`; `every other week`, `every three years`. Null where unknown. */
export const everyNth = (interval: string, frequency: string, { language }: Speech): string | null => {
  const unit = lookUp(unitNames[language], frequency)
  const numbers = /^\d{1,3}(?:\.\.\d{1,3})?$/.test(interval) ? interval.split('..').map(Number) : []
  const [nth, last] = numbers
  if (unit === null || nth === undefined || nth === 0) return null
  if (language === 'en') {
    if (last !== undefined) return `every ${nth}–${last} ${unit}s`
    return nth === 2
      ? `every other ${unit}`
      : nth === 1
        ? `every single ${unit}`
        : `every ${cardinals.en[nth] ?? nth} ${unit}s`
  }
  const gender = neuterUnits.has(frequency) ? 'neuter' : 'common'
  const every = gender === 'neuter' ? 'hvert' : 'hver'
  if (last !== undefined) return `${every} ${nth}.–${last}. ${unit}`
  return nth === 1 ? `${every} eneste ${unit}` : `${every} ${ordinal(nth, gender)} ${unit}`
}

/** `hver anden onsdag`, `hver tredje onsdag`; `every other Wednesday`, `every third Wednesday`. */
export const everyNthDay = (interval: string, day: string, { language, texts }: Speech): string | null => {
  const nth = /^\d{1,2}$/.test(interval) ? Number(interval) : 0
  if (nth < 2) return null
  if (language === 'da') return `hver ${ordinal(nth, 'common')} ${day}`
  return nth === 2 ? `every other ${day}` : `every ${lookUp(texts.nth, String(nth)) ?? `${nth}th`} ${day}`
}

/** `halvdelen`, `en tredjedel`, `15 ud af 37`: a fraction of the notation (`1/2`). Null where it is none. */
export const fractionInWords = (value: string, { texts }: Speech): string | null => {
  const [, above, below] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []
  if (above === undefined || below === undefined) return null
  const name = texts.parts[Number(below) - 2]
  if (above === '1' && below === '2') return texts.parts[0] ?? null
  return name === undefined || below === '2' || Number(above) > Number(below)
    ? texts.outOf(above, below)
    : texts.part(Number(above), name)
}

/** `65 %`, `25–30 %`; null where it is no percentage. */
export const percentInWords = (value: string, speech: Speech): string | null => {
  const number = value.endsWith('%') ? figures(value.slice(0, -1), speech) : null
  return number === null ? null : speech.texts.percent(number)
}
