import { anchorInWords } from './anchor-words.ts'
import { dateInWords } from './date-words.ts'
import type { SpokenDate } from './date-words.ts'
import { durationInWords, owningDurationInWords, roundDurationInWords } from './duration-words.ts'
import { bounded, boundedUpTo, listed, lookUp } from './number-words.ts'
import type { Speech } from './number-words.ts'
import { clockTime } from './rhythm-words.ts'
import type { Loosen } from './rhythm-words.ts'
import type { UnsaidTerms, WrittenTerm } from './written-terms.ts'

const relative = (value: string, speech: Speech): string | null => {
  const { texts } = speech
  const [, name = '', sign, length = ''] = /^(.+)([+-])(P[\dA-Z.,]+|UNSPECIFIED|LAST_WORKDAY)$/.exec(value) ?? []
  if (sign === undefined) return null
  const anchor = anchorInWords(name, speech)
  if (length === 'UNSPECIFIED') return sign === '-' ? texts.sometimeBefore(anchor) : texts.sometimeAfter(anchor)
  if (length === 'LAST_WORKDAY') return sign === '-' ? texts.lastWorkdayBefore(anchor) : null
  const span = durationInWords(length, speech)
  if (span === null) return null
  if (sign === '-') return texts.latestBefore(span, anchor)
  return name === 'reference_date' ? texts.withinSpan(span) : texts.latestAfter(span, anchor)
}

const readDates = (value: string, speech: Speech): SpokenDate[] | null => {
  const dates = value.split(',').map((date) => dateInWords(date, speech))
  return dates.every((date) => date !== null) ? dates : null
}

const isDayLike = ({ kind }: SpokenDate): boolean => kind === 'day' || kind === 'day_of_year'

const byDate = (value: string, isBefore: boolean, speech: Speech): string | null => {
  const { texts, language } = speech
  const time = clockTime(value, speech)
  if (time !== null) return isBefore ? texts.before(texts.at(time)) : texts.latest(texts.at(time))
  const dates = readDates(value, speech)
  if (dates === null) return null
  const bare = listed(
    dates.map((date) => date.bare),
    texts.and,
  )
  if (isBefore) return texts.before(bare)
  if (dates.every(isDayLike)) return texts.latest(bare)
  const at = listed(
    dates.map((date) => (isDayLike(date) ? date.bare : date.at)),
    texts.and,
  )
  return language === 'da' ? texts.latest(at) : `${at} at the latest`
}

const deadline = (terms: UnsaidTerms, isYearly: boolean, speech: Speech): string | null => {
  const { texts } = speech
  const isBefore = terms.find('BOUND')?.value === 'BEFORE'
  const value = terms.find('DEADLINE')?.value
  const words = terms.say('DEADLINE', (term) =>
    term.value === 'ASAP'
      ? texts.asap
      : term.value === 'ROLLING'
        ? texts.rolling
        : byDate(term.value, isBefore, speech),
  )
  if (words === null || value === undefined) return null
  if (isBefore) terms.take('BOUND')
  if (value === 'ASAP') {
    const after = terms.find('TRIGGER')?.value
    const isAnchor = after !== undefined && !/[|=]|^(?:chair|reduction|suppress|request)$/.test(after)
    if (isAnchor) terms.take('TRIGGER')
    return isAnchor ? texts.asapAfter(anchorInWords(after, speech)) : words
  }
  return /^\d\d-\d\d/.test(value) && !isYearly ? `${words} ${texts.everyYear}` : words
}

/** By when: relative to something, by a date, as soon as possible. `isYearly` tells that the rule says "every year" already. */
export const deadlinesInWords = (terms: UnsaidTerms, isYearly: boolean, speech: Speech): string[] => {
  const before = terms.sayAll('DEADLINE_REL', ({ value }) => relative(value, speech))
  const by = deadline(terms, isYearly || before.length > 0, speech)
  const all = [...before]
  if (by !== null) all.push(before.length > 0 ? `(${by})` : by)
  return all.length === 0 ? [] : [all.join(' ')]
}

const noticeSpan = (term: WrittenTerm, speech: Speech, loosen: Loosen): string | null => {
  if (term.value === 'P0D') return speech.texts.noNotice
  const span = owningDurationInWords(term.value, speech)
  return span === null ? null : bounded(term.operator, loosen(term.key, speech.texts.notice(span)), speech)
}

/** With which notice, to when, and in which form. */
export const noticeInWords = (terms: UnsaidTerms, speech: Speech, loosen: Loosen): string[] => {
  const { texts } = speech
  const span = terms.say('NOTICE', (term) => noticeSpan(term, speech, loosen))
  const to = terms.say('NOTICE_TO', ({ value }) => lookUp(texts.noticeTo, value))
  const form = terms.say('FORM', ({ value }) => lookUp(texts.forms, value))
  return [[span, to].filter((word) => word !== null).join(' '), form ?? ''].filter(Boolean)
}

const validity = (value: string, speech: Speech): string | null => {
  const { texts } = speech
  const [from = '', to] = value.split('/')
  if (to === undefined) return dateInWords(from, speech)?.at ?? null
  const [first, last] = [from, to].map((date) => (date === '..' ? 'open' : dateInWords(date, speech)))
  if (first === null || last === null || first === undefined || last === undefined) return null
  if (first === 'open') return last === 'open' ? null : texts.until(last.bare)
  if (last === 'open') return texts.from(first.bare)
  if (first.kind === 'year' && last.kind === 'year') return texts.inYears(`${first.bare}–${last.bare}`)
  const span = texts.fromUntil(first.bare, last.bare)
  return first.kind === 'day_of_year' ? `${span} ${texts.everyYear}` : span
}

const duration = (term: WrittenTerm, speech: Speech, loosen: Loosen): string | null => {
  const span = roundDurationInWords(term.value, speech)
  return span === null ? null : boundedUpTo(term.operator, loosen(term.key, span), speech)
}

/** For how long and in which span something holds; said right after what holds. Money alone is spread over its span. */
export const spansInWords = (terms: UnsaidTerms, isMoney: boolean, speech: Speech, loosen: Loosen): string[] => {
  const phrase = isMoney ? speech.texts.spreadOver : speech.texts.during
  return [
    ...terms.sayAll('DURATION', (term) => duration(term, speech, loosen)).map((span) => phrase(span)),
    ...terms.sayAll('VALID', ({ value }) => validity(value, speech)),
  ]
}

const horizon = (value: string, speech: Speech): string | null => {
  const span = durationInWords(value, speech)
  const day = span === null ? dateInWords(value, speech) : null
  return span !== null ? speech.texts.ahead(span) : day === null ? null : speech.texts.aheadTo(day.bare)
}

/** On which date, for which period, how far ahead. */
export const datesInWords = (terms: UnsaidTerms, speech: Speech): string[] => {
  const { texts } = speech
  return [
    ...terms.sayAll('DATE', ({ value }) => {
      const dates = readDates(value, speech)
      return dates === null
        ? null
        : listed(
            dates.map(({ at }) => at),
            texts.and,
          )
    }),
    ...terms.sayAll('PERIOD', ({ value }) => texts.forPeriod(value === 'NEXT_YEAR' ? texts.nextYear : value)),
    ...terms.sayAll('HORIZON', ({ value }) => horizon(value, speech)),
  ]
}
