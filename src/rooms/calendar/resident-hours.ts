import { dayWords, hourWords } from '../../platform/resident-dates.ts'
import type { ResidentLanguage } from '../../platform/resident-language.ts'
import { isWholeDays, lastDayOf, wallOf } from './clock-words.ts'
import type { Occurrence } from './occurrence.ts'
import { residentHoursTexts } from './resident-hours.texts.ts'

type Hours = Pick<Occurrence, 'startsAt' | 'endsAt'>

/** When it begins, in a resident's language: `16.30`, `hele dagen`. */
export const beginWords = (time: Hours, language: ResidentLanguage): string =>
  isWholeDays(time) ? residentHoursTexts[language].allDay : hourWords(time.startsAt, language)

/** From when to when, in a resident's language: `16.30–18.00`, `hele dagen`. */
export const fromToWords = (time: Hours, language: ResidentLanguage): string =>
  isWholeDays(time)
    ? residentHoursTexts[language].allDay
    : `${hourWords(time.startsAt, language)}–${hourWords(time.endsAt, language)}`

/** Until when, in a resident's language: `18.00`, of several whole days `søndag 6. december`; null of one whole day. */
export const endWords = (time: Hours, language: ResidentLanguage): string | null => {
  if (!isWholeDays(time)) return hourWords(time.endsAt, language)
  const [first, last] = [wallOf(time.startsAt).day, lastDayOf(time)]
  if (first.equals(last)) return null
  const told = dayWords(last, first, language)
  return language === 'da' ? told.charAt(0).toLowerCase() + told.slice(1) : told
}
