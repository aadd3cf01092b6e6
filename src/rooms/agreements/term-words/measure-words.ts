import { formatKroner } from '../../../platform/money.ts'
import { momentInWords } from './anchor-words.ts'
import {
  bounded,
  boundedUpTo,
  everyNth,
  figures,
  fractionInWords,
  listed,
  lookUp,
  percentInWords,
  timesInWords,
} from './number-words.ts'
import type { Speech } from './number-words.ts'
import type { Loosen } from './rhythm-words.ts'
import { perInWords, unitInWords } from './unit-words.ts'
import type { UnsaidTerms, WrittenTerm } from './written-terms.ts'

const frequencyOf: Readonly<Record<string, string>> = {
  DAY: 'DAILY',
  WEEK: 'WEEKLY',
  MONTH: 'MONTHLY',
  QUARTER: 'QUARTERLY',
  HALFYEAR: 'HALFYEARLY',
  YEAR: 'YEARLY',
}

/** What stands after the slash: `YEAR` → `om året`, `2WEEKS` → `hver anden uge`, `2013` → `i 2013`. Null where unknown. */
const periodInWords = (period: string, speech: Speech): string | null => {
  if (/^\d{4}$/.test(period)) return speech.texts.inside(period)
  const [, interval, name] = /^(\d{1,2})([A-Z]+)S$/.exec(period) ?? []
  const frequency = lookUp(frequencyOf, name)
  if (interval !== undefined && frequency !== null) return everyNth(interval, frequency, speech)
  return lookUp(speech.texts.per, period)
}

/** The number and what follows it: `/YEAR` and `per=`. Null where the period is unknown. */
const withPeriod = (what: string, { value, per }: WrittenTerm, speech: Speech): string | null => {
  const [, period] = value.split('/')
  const periodWords = period === undefined ? '' : periodInWords(period, speech)
  if (periodWords === null) return null
  return [what, periodWords, per === null ? '' : perInWords(per, speech)].filter(Boolean).join(' ')
}

const quantity = (term: WrittenTerm, speech: Speech, loosen: Loosen): string | null => {
  const [number = ''] = term.value.split('/')
  const many = figures(number, speech)
  if (many === null) return null
  const what =
    term.unit === 'times' || term.unit === 'time'
      ? (timesInWords(number, speech) ?? many)
      : [many, term.unit === null ? '' : unitInWords(term.unit, speech)].filter(Boolean).join(' ')
  const bind = number === '1' ? bounded : boundedUpTo
  return withPeriod(bind(term.operator, loosen(term.key, what), speech), term, speech)
}

const oere = (kroner: string): bigint | null => {
  const [, whole, decimals = ''] = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(kroner) ?? []
  return whole === undefined ? null : BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'))
}

const kroner = (value: string, { language }: Speech): string | null => {
  const sums = value.split('..').map(oere)
  const [low, high] = sums
  if (low === undefined || low === null || high === null || sums.length > 2) return null
  if (high === undefined) return formatKroner(low, language)
  const [from, to] = [formatKroner(low, language), formatKroner(high, language)]
  return language === 'da' ? `${from.replace(/ kr\.$/, '')}–${to}` : `${from}–${to.replace(/^DKK /, '')}`
}

const amount = (term: WrittenTerm, speech: Speech, loosen: Loosen): string | null => {
  const [, number = ''] = /^([\d.]+) DKK(?:\/|$)/.exec(term.value) ?? []
  const sum = kroner(number, speech)
  return sum === null ? null : withPeriod(boundedUpTo(term.operator, loosen(term.key, sum), speech), term, speech)
}

const share = (term: WrittenTerm, speech: Speech, loosen: Loosen): string | null => {
  const percent = percentInWords(term.value, speech)
  return percent === null ? null : boundedUpTo(term.operator, loosen(term.key, percent), speech)
}

const ratio = ({ operator, value }: WrittenTerm, speech: Speech): string | null => {
  const part = fractionInWords(value, speech)
  return part === null ? null : boundedUpTo(operator, part, speech)
}

const shares = (terms: UnsaidTerms, speech: Speech, loosen: Loosen): string | null => {
  const percent = terms.say('SHARE', (term) => share(term, speech, loosen))
  const part = terms.say('RATIO', (term) => ratio(term, speech))
  const told = percent !== null && part !== null ? `${percent} (${part})` : (percent ?? part)
  const at = terms.say('AT', ({ value }) => momentInWords(value, speech))
  return told === null ? at : [told, at].filter((word) => word !== null).join(' ')
}

/** How much: shares, quantities and money. */
export const measuresInWords = (terms: UnsaidTerms, speech: Speech, loosen: Loosen): string[] => {
  const quantities = terms.sayAll('QUANTITY', (term) => quantity(term, speech, loosen))
  const amounts = terms.sayAll('AMOUNT', (term) => amount(term, speech, loosen))
  return [
    shares(terms, speech, loosen) ?? '',
    listed(quantities, speech.texts.and),
    listed(amounts, speech.texts.and),
  ].filter(Boolean)
}
