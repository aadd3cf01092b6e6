import type { Language } from '../../platform/language.ts'
import { pick } from '../../platform/language.ts'
import { formatKroner } from '../../platform/money.ts'
import { formatWeekday } from '../../platform/dates.ts'
import { calendarTexts } from './calendar.texts.ts'
import { isWholeDays, lastDayOf, timeWords, wallOf } from './clock-words.ts'
import type { Occurrence } from './occurrence.ts'
import type { SeriesFacts } from './series.ts'
import { seriesTexts } from './series.texts.ts'

export { clockWords, isOnDay, isWholeDays, lastDayOf, timeWords, wallOf } from './clock-words.ts'

type Hours = Pick<Occurrence, 'startsAt' | 'endsAt'>

/** When it begins: `16.30`, `hele dagen`. */
export const startWords = (time: Hours, language: Language): string =>
  isWholeDays(time) ? wholeDayWords(time, language) : timeWords(time.startsAt, language)

/** From when to when: `16.30–18.00`, `hele dagen`, `hele dagen til og med søndag den 6. december 2026`. */
export const hoursWords = (time: Hours, language: Language): string =>
  isWholeDays(time)
    ? wholeDayWords(time, language)
    : `${timeWords(time.startsAt, language)}–${timeWords(time.endsAt, language)}`

const wholeDayWords = (time: Hours, language: Language): string => {
  const words = pick(calendarTexts, language)
  const last = lastDayOf(time)
  return wallOf(time.startsAt).day.equals(last) ? words.wholeDay : words.wholeDaysTo(formatWeekday(last, language))
}

/** Who is welcome by age: `8–12 år`, `Alle aldre`. */
export const agesWords = ({ ageFrom, ageTo }: Pick<SeriesFacts, 'ageFrom' | 'ageTo'>, language: Language): string => {
  const words = pick(seriesTexts, language)
  if (ageFrom === null) return ageTo === null ? words.allAges : words.agesTo(ageTo)
  return ageTo === null ? words.agesFrom(ageFrom) : words.agesFromTo(ageFrom, ageTo)
}

/** `Gratis`, `120 kr. om måneden`; null where it is not said. */
export const priceWords = (
  { priceOere, pricePer }: Pick<SeriesFacts, 'priceOere' | 'pricePer'>,
  language: Language,
): string | null => {
  const words = pick(seriesTexts, language)
  if (priceOere === null) return null
  if (priceOere === 0n) return words.free
  return [formatKroner(priceOere, language), pricePer === null ? '' : words.pers[pricePer]].join(' ').trim()
}
