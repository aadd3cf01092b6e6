import { formatDay } from '../../../platform/dates.ts'
import { formatKroner } from '../../../platform/money.ts'
import type { DaySpan } from '../agreement-format.ts'
import { documentTexts } from './document.texts.ts'
import type { DocumentLanguage } from './document.texts.ts'

const noBreak = '\u00a0'

/** Øre as people write money: `1.386.235 kr.`; the øre are shown only where there are any. The sum stays on one line. */
export const moneyInWords = (oere: number, language: DocumentLanguage): string =>
  formatKroner(BigInt(oere), language).replace(' ', noBreak)

/** An ISO day as people write it: `29. november 2012`. */
export const dayInWords = (iso: string, language: DocumentLanguage): string =>
  formatDay(Temporal.PlainDate.from(iso), language)

const startsYear = (iso: string) => iso.endsWith('-01-01')
const endsYear = (iso: string) => iso.endsWith('-12-31')

/** A span of days in words; whole calendar years are written as years (`2013–2016`). Null where both ends are open. */
export const spanInWords = (span: DaySpan, language: DocumentLanguage): string | null => {
  const { from, to } = span
  const texts = documentTexts[language]
  if (from === null) return to === null ? null : texts.toDay(dayInWords(to, language))
  if (to === null) return texts.fromDay(dayInWords(from, language))
  if (startsYear(from) && endsYear(to)) {
    const [first, last] = [from.slice(0, -6), to.slice(0, -6)]
    return first === last ? first : `${first}–${last}`
  }
  return `${dayInWords(from, language)} – ${dayInWords(to, language)}`
}

const unprintable = /[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]+/g

/** A text as it may stand on a line of any document: without control characters, half surrogates and line breaks. */
export const printable = (text: string): string => text.toWellFormed().replaceAll(unprintable, ' ').trim()
