import { isDay } from '../agreement-format.schema.ts'
import { dayInWords } from './document-words.ts'
import type { DocumentLanguage } from './document.texts.ts'
import { termTexts } from './term-words.texts.ts'

type TermTexts = (typeof termTexts)['da']
interface Field {
  operator: string
  value: string
}
type Fields = ReadonlyMap<string, Field>

/**
 * When a promise falls, in words, from its notation (`FREQ=WEEKLY;INTERVAL=2;BYDAY=WE` is "hver anden uge, onsdag").
 * Says what it knows the words for and leaves out the rest; null where that is nothing.
 */
export const termInWords = (notation: string, language: DocumentLanguage): string | null => {
  const texts = termTexts[language]
  const alternatives = notation
    .split(' | ')
    .map((alternative) =>
      alternative
        .split(' + ')
        .map((rule) => ruleInWords(parseRule(rule), texts, language))
        .filter((words) => words !== '')
        .join('; '),
    )
    .filter((words) => words !== '')
  return alternatives.length === 0 ? null : alternatives.join(` ${texts.or} `)
}

const parseRule = (rule: string): Fields =>
  new Map(
    rule.split(';').flatMap((field): [string, Field][] => {
      const match = /^\s*([A-Z_]+)(<=|>=|=|<|>)(.*)$/s.exec(field)
      return match ? [[match[1] ?? '', { operator: match[2] ?? '=', value: (match[3] ?? '').trim() }]] : []
    }),
  )

const ruleInWords = (fields: Fields, texts: TermTexts, language: DocumentLanguage): string => {
  const words = [
    frequency(fields, texts),
    paymentWords(fields, texts),
    daysAndTimes(fields, texts),
    lookUp(texts.parities, fields.get('WEEKPARITY')?.value),
    months(fields.get('BYMONTH'), texts, texts.inMonths),
    months(fields.get('EXCEPT_BYMONTH'), texts, texts.exceptMonths),
    deadline(fields, texts, language),
    bounded(fields.get('NOTICE'), texts, texts.notice),
    bounded(fields.get('SESSION'), texts, texts.eachTime),
    bounded(fields.get('DURATION'), texts, texts.during),
  ].filter((part) => part !== null)
  if (words.length === 0) return ''
  const hedge = Object.entries(texts.hedges).find(([key]) => fields.get(key)?.value === 'true')
  return `${hedge ? `${hedge[1]} ` : ''}${words.join(', ')}`
}

const lookUp = (words: Readonly<Record<string, string>>, key: string | undefined): string | null =>
  key !== undefined && Object.hasOwn(words, key) ? (words[key] ?? null) : null

const frequency = (fields: Fields, texts: TermTexts): string | null => {
  const unit = fields.get('FREQ')?.value
  const interval = Number(fields.get('INTERVAL')?.value ?? 1)
  const count = fields.get('COUNT_PER_PERIOD')
  const unitWord = lookUp(texts.units, unit)
  const every =
    unitWord !== null && Number.isInteger(interval) && interval > 1
      ? texts.everyNth(interval, unitWord, unit === 'QUARTERLY' || unit === 'HALFYEARLY' || unit === 'YEARLY')
      : null
  if (count === undefined) return every ?? lookUp(texts.every, unit)
  const counted = texts.times(
    withOperator({ ...count, value: count.value.replace(/\/.*$/, '').replace('..', '–') }, texts),
  )
  const per = every ?? lookUp(texts.a, unit)
  return per === null ? counted : `${counted} ${per}`
}

const withOperator = ({ operator, value }: Field, texts: TermTexts): string => {
  if (operator === '>=') return texts.atLeast(value)
  if (operator === '<=') return texts.atMost(value)
  if (operator === '>') return texts.moreThan(value)
  return operator === '<' ? texts.lessThan(value) : value
}

const paymentWords = (fields: Fields, texts: TermTexts): string | null => {
  const timing = fields.get('TIMING')?.value
  const when = timing === 'IN_ARREARS' ? texts.inArrears : timing === 'IN_ADVANCE' ? texts.inAdvance : null
  const payment = lookUp(texts.every, fields.get('PAYMENT')?.value)
  return [payment, when].filter((word) => word !== null).join(' ') || null
}

const daysAndTimes = (fields: Fields, texts: TermTexts): string | null => {
  const days = (fields.get('BYDAY')?.value.split(',') ?? [])
    .map((day) => dayWord(day, texts))
    .filter((day) => day !== null)
  const time = fields.get('TIME')?.value
  const start = fields.get('START')?.value
  const words = [
    days.length > 0 ? listed(days, texts) : null,
    lookUp(texts.dayparts, fields.get('DAYPART')?.value),
    time === undefined ? null : texts.at(time.replace('-', '–')),
    start === undefined ? null : texts.fromTime(start),
  ].filter((word) => word !== null)
  return words.length === 0 ? null : words.join(' ')
}

const dayWord = (day: string, texts: TermTexts): string | null => {
  const whole = lookUp(texts.days, day)
  if (whole !== null) return whole
  const match = /^(-?\d)([A-Z]{2})$/.exec(day)
  const [nth, weekday] = [lookUp(texts.nth, match?.[1]), lookUp(texts.days, match?.[2])]
  return nth === null || weekday === null ? null : `${nth} ${weekday}`
}

const listed = (words: string[], texts: TermTexts): string => {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${texts.and} ${last}`
}

const months = (field: Field | undefined, texts: TermTexts, phrase: (months: string) => string): string | null => {
  const names = texts.months.split(',')
  const listedMonths = (field?.value.split(',') ?? []).flatMap((month) => names[Number(month) - 1] ?? [])
  return listedMonths.length === 0 ? null : phrase(listed(listedMonths, texts))
}

const deadline = (fields: Fields, texts: TermTexts, language: DocumentLanguage): string | null => {
  const relative = /^(\w+)([+-])(P\w+)$/.exec(fields.get('DEADLINE_REL')?.value ?? '')
  const anchor = lookUp(texts.anchors, relative?.[1])
  const span = relative === null ? null : length(relative[3] ?? '', texts)
  if (relative !== null && anchor !== null && span !== null) {
    return relative[2] === '-' ? texts.before(span, anchor) : texts.after(span, anchor)
  }
  const value = fields.get('DEADLINE')?.value
  if (value === 'ASAP') return texts.asap
  const days = (value?.split(',') ?? []).flatMap((day) => dayOfYear(day, texts, language) ?? [])
  return days.length === 0 ? null : texts.latest(listed(days, texts))
}

const dayOfYear = (day: string, texts: TermTexts, language: DocumentLanguage): string | null => {
  if (isDay(day)) return dayInWords(day, language)
  const match = /^(\d{2})-(\d{2})$/.exec(day)
  const month = texts.months.split(',')[Number(match?.[1]) - 1]
  if (month === undefined) return null
  return language === 'da' ? `${Number(match?.[2])}. ${month}` : `${Number(match?.[2])} ${month}`
}

const bounded = (field: Field | undefined, texts: TermTexts, phrase: (span: string) => string): string | null => {
  const span = field === undefined ? null : length(field.value, texts)
  return field === undefined || span === null ? null : phrase(withOperator({ ...field, value: span }, texts))
}

/** An ISO duration of one unit in words (`P6M`, `PT2H`). */
const length = (iso: string, texts: TermTexts): string | null => {
  const match = /^P(T?)(\d+)([YMWDH])$/.exec(iso)
  if (match === null) return null
  const unit = match[1] === 'T' && match[3] === 'M' ? 'Min' : match[3]
  const entry = Object.entries(texts.lengths).find(([key]) => key === unit)
  const count = Number(match[2])
  return entry === undefined ? null : `${count} ${entry[1][count === 1 ? 0 : 1]}`
}
