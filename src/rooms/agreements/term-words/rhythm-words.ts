import { monthName, seasonInWords, dateInWords } from './date-words.ts'
import { durationInWords, roundDurationInWords } from './duration-words.ts'
import { bounded, everyNth, everyNthDay, listed, lookUp, timesInWords } from './number-words.ts'
import type { Speech } from './number-words.ts'
import type { UnsaidTerms, WrittenTerm } from './written-terms.ts'
import { weekdaysInWords } from './weekday-words.ts'
import type { SpokenDays } from './weekday-words.ts'

/** Says a bounded number with `ca.` before the number, if that is what the rule's "about" belongs to. */
export type Loosen = (key: string, words: string) => string

const hour = /^(\d{2}):(\d{2})$/

/** `17:30` as people say it: `17.30`; whole hours in Danish without their minutes. Null where it is no time. */
export const clockTime = (time: string, { texts }: Speech): string | null => {
  const [, hours, minutes] = hour.exec(time) ?? []
  return hours === undefined || minutes === undefined || Number(hours) > 24 || Number(minutes) > 59
    ? null
    : texts.clock(Number(hours), minutes)
}

const clockSpan = (value: string, speech: Speech): string | null => {
  const times = value.split('-').map((time) => clockTime(time, speech))
  return times.length === 2 && times.every((time) => time !== null) ? speech.texts.at(times.join('–')) : null
}

const isRun = (numbers: readonly number[], most: number): boolean =>
  numbers.length > 2 && numbers.every((number, at) => at === 0 || number === ((numbers[at - 1] ?? 0) % most) + 1)

const monthsInWords = (value: string, speech: Speech): string | null => {
  const months = value.split(',')
  const names = months.map((month) => monthName(month, speech))
  if (!names.every((name) => name !== null)) return null
  const [first, last] = [names[0], names.at(-1)]
  return first !== undefined && last !== undefined && isRun(months.map(Number), 12)
    ? speech.texts.fromMonths(first, last)
    : speech.texts.inMonths(listed(names, speech.texts.and))
}

const each = (value: string, inWords: (part: string) => string | null, { texts }: Speech): string | null => {
  const words = value.split(',').map(inWords)
  return words.every((word) => word !== null) ? listed(words, texts.and) : null
}

const dayInMonth = (value: string, speech: Speech): string | null => {
  const day = /^\d{2}$/.test(value) ? Number(value) : 0
  return day > 0 && day < 32 ? speech.texts.dayOfMonth(day) : (dateInWords(value, speech)?.bare ?? null)
}

const onInWords = (value: string, speech: Speech): string | null => {
  const days = each(value, (day) => dayInMonth(day, speech), speech)
  return days === null
    ? null
    : /^\d/.test(value) && !value.includes('(')
      ? speech.texts.onDays(days)
      : speech.texts.insideEdge(days)
}

/** When in the year: in which months, quarters and seasons, on which days. */
export const timesOfYear = (terms: UnsaidTerms, speech: Speech): string[] =>
  [
    terms.say('BYMONTH', ({ value }) => monthsInWords(value, speech)),
    terms.say('BYQUARTER', ({ value }) => {
      const quarters = each(value, (one) => speech.texts.quarters[Number(one) - 1] ?? null, speech)
      return quarters === null ? null : speech.texts.inside(quarters)
    }),
    terms.say('SEASON', ({ value }) => each(value, (one) => seasonInWords(one, speech), speech)),
    terms.say('ON', ({ value }) => onInWords(value, speech)),
  ].filter((word) => word !== null)

/** When on the day. */
const inDay = (terms: UnsaidTerms, speech: Speech, days: SpokenDays | null): string[] =>
  [
    terms.say('DAYPART', ({ value }) =>
      lookUp(days?.kind === 'days' ? speech.texts.dayparts : speech.texts.inDayparts, value),
    ),
    terms.say('WEEKPARITY', ({ value }) => lookUp(speech.texts.parities, value)),
    terms.say('TIME', ({ value }) => each(value, (span) => clockSpan(span, speech), speech)),
    terms.say('START', ({ value }) => {
      const time = clockTime(value, speech)
      return time === null ? null : speech.texts.fromTime(time)
    }),
  ].filter((word) => word !== null)

const everyPeriod = (terms: UnsaidTerms, frequency: string, speech: Speech): string | null => {
  const interval = terms.find('INTERVAL')?.operator === '=' ? terms.find('INTERVAL')?.value : undefined
  if (interval === undefined) return lookUp(speech.texts.every, frequency)
  const every = everyNth(interval, frequency, speech)
  if (every !== null) terms.take('INTERVAL')
  return every ?? lookUp(speech.texts.every, frequency)
}

const counted = (term: WrittenTerm, speech: Speech, loosen: Loosen): string | null => {
  const [number = '', period] = term.value.split('/')
  const times = timesInWords(number, speech)
  const per = period === undefined ? '' : lookUp(speech.texts.per, period)
  if (times === null || per === null) return null
  return [bounded(term.operator, loosen(term.key, times), speech), per].filter(Boolean).join(' ')
}

/** `hver anden onsdag`, `hver måned på en lørdag`, `første tirsdag i måneden`: days of the week with their rhythm. */
const daysWithRhythm = (terms: UnsaidTerms, frequency: string | null, days: SpokenDays, speech: Speech): string => {
  const { texts } = speech
  const interval = terms.find('INTERVAL')?.value
  if (frequency === null) return days.text
  if (days.kind === 'nth') {
    if (interval === undefined && frequency !== 'YEARLY')
      return `${days.text} ${lookUp(texts.ofThe, frequency) ?? ''}`.trim()
    const months = frequency === 'YEARLY' ? timesOfYear(terms, speech).join(' ') : ''
    return [days.text, months, everyPeriod(terms, frequency, speech)].filter(Boolean).join(' ')
  }
  if (frequency === 'WEEKLY') {
    if (interval === undefined) {
      if (days.kind === 'workdays') return texts.everyWorkday
      return days.kind === 'run' ? `${texts.every.WEEKLY} ${days.text}` : texts.everyDay(days.text)
    }
    const nthDay = days.isOne ? everyNthDay(interval, days.text, speech) : null
    if (nthDay !== null) terms.take('INTERVAL')
    return nthDay ?? `${everyPeriod(terms, frequency, speech) ?? ''} ${days.text}`
  }
  const every = everyPeriod(terms, frequency, speech) ?? ''
  return days.isOne ? `${every} ${texts.onDay(days.text)}` : `${every}, ${days.text}`
}

const coreWithCount = (terms: UnsaidTerms, frequency: string | null, count: string, speech: Speech): string => {
  if (frequency === null) return count
  const interval = terms.find('INTERVAL')
  const period =
    interval === undefined && !count.includes('/')
      ? lookUp(speech.texts.a, frequency)
      : everyPeriod(terms, frequency, speech)
  return `${count} ${period ?? ''}`.trim()
}

const takeFrequency = (terms: UnsaidTerms, speech: Speech): string | null => {
  const frequency = terms.find('FREQ')
  return frequency?.operator === '=' && lookUp(speech.texts.every, frequency.value) !== null
    ? (terms.take('FREQ')?.value ?? null)
    : null
}

/** How often and when: from the frequency to the time of the day. Several parts where a comma stands between. */
export const rhythmInWords = (terms: UnsaidTerms, speech: Speech, loosen: Loosen): string[] => {
  const loose = terms.say('FREQ', ({ value }) => lookUp(speech.texts.loose, value))
  const frequency = takeFrequency(terms, speech)
  const days = terms.has('BYDAY') ? weekdaysInWords(terms.find('BYDAY')?.value ?? '', speech) : null
  if (days !== null) terms.take('BYDAY')
  const countTerm = terms.find('COUNT_PER_PERIOD')
  const isOfPayment = frequency === null && terms.has('PAYMENT')
  const count = countTerm === undefined || isOfPayment ? null : counted(countTerm, speech, loosen)
  if (count !== null) terms.take('COUNT_PER_PERIOD')
  const ownPeriod = count !== null && countTerm?.value.includes('/') === true
  const parts: string[] = loose === null ? [] : [loose]
  if (frequency !== null && ownPeriod) parts.push(everyPeriod(terms, frequency, speech) ?? '', count)
  else if (count !== null) parts.push(coreWithCount(terms, frequency, count, speech))
  if (days !== null) parts.push(count === null ? daysWithRhythm(terms, frequency, days, speech) : days.text)
  else if (frequency !== null && count === null) parts.push(everyPeriod(terms, frequency, speech) ?? '')
  const isByYear = count !== null && days === null && frequency !== 'WEEKLY' && frequency !== 'DAILY'
  const dayWords = inDay(terms, speech, days).join(' ')
  // With nothing before them they are said of the amount or the payment that follows.
  const isOfAnother = parts.length === 0 && ['PAYMENT', 'QUANTITY', 'AMOUNT', 'SHARE'].some((key) => terms.has(key))
  const yearWords = isOfAnother ? '' : timesOfYear(terms, speech).join(' ')
  const tail = [dayWords, isByYear ? '' : yearWords].filter(Boolean).join(' ')
  const last = parts.pop()
  const closing = [last, tail].filter(Boolean).join(' ')
  return [...parts, closing, isByYear ? yearWords : ''].filter(Boolean)
}

/** What goes with a rhythm: how long each time, how often in all, at which meeting, when not. */
export const besidesRhythm = (terms: UnsaidTerms, speech: Speech, loosen: Loosen): string[] => {
  const { texts } = speech
  const not = (words: string | null): string | null => (words === null ? null : texts.except(words))
  return [
    terms.say('SESSION', ({ key, operator, value }) => {
      const span = roundDurationInWords(value, speech) ?? durationInWords(value, speech)
      return span === null ? null : bounded(operator, loosen(key, texts.eachTime(span)), speech)
    }),
    terms.say('TOTAL', (term) => {
      const times = counted(term, speech, (_, words) => words)
      return times === null ? null : texts.inTotal(times)
    }),
    terms.say('POSITION', ({ value }) => lookUp(texts.positions, value)),
    terms.say('EXCEPT_BYMONTH', ({ value }) => not(monthsInWords(value, speech))),
    terms.say('EXCLUDE_TIME', ({ value }) => not(clockSpan(value, speech))),
  ].filter((word) => word !== null)
}

/** How it is paid: `betalt kvartalsvis bagud`, with its days. */
export const paymentInWords = (terms: UnsaidTerms, speech: Speech, loosen: Loosen): string[] => {
  const { texts } = speech
  const payment = terms.say('PAYMENT', ({ value }) => lookUp(texts.paid, value))
  const timing = terms.say('TIMING', ({ value }) => lookUp(texts.timings, value))
  if (payment === null && timing === null) return []
  const count = terms.say('COUNT_PER_PERIOD', (term) => counted(term, speech, loosen))
  const paid = [payment ?? texts.paidAtAll, timing].filter((word) => word !== null).join(' ')
  return [paid, count ?? '', timesOfYear(terms, speech).join(' ')].filter(Boolean)
}
