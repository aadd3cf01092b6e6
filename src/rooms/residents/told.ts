import { type Day, homeZone } from '../../platform/day.ts'
import type { SeriesFacts } from '../calendar/index.ts'
import type { ResidentLanguage } from './resident-language.ts'
import { residentsTexts } from './residents.texts.ts'

// Digits as on Danish doors and clocks, whatever way the words run.
const localeOf = (language: ResidentLanguage): string => `${language}-u-nu-latn-ca-gregory`

const dated = (day: Day): number => day.toZonedDateTime({ timeZone: 'UTC' }).epochMilliseconds

/** `Lørdag 21. november`; with the year where it is another. */
export const dayWords = (day: Day, today: Day, language: ResidentLanguage): string => {
  const year = day.year === today.year ? {} : ({ year: 'numeric' } as const)
  const told = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...year,
  }).format(dated(day))
  return told.charAt(0).toLocaleUpperCase(language) + told.slice(1)
}

/** `i dag`, `i morgen`, `om 3 dage`; null for what is over. */
export const awayWords = (day: Day, today: Day, language: ResidentLanguage): string | null => {
  const { days } = today.until(day, { largestUnit: 'days' })
  if (days < 0) return null
  if (days > 1) return residentsTexts[language].inDays(numberWords(days, language))
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(days, 'day')
}

/** The time of day in Denmark: `16.30` in Danish, `16:30` in the others. */
export const hourWords = (at: Temporal.Instant, language: ResidentLanguage): string => {
  const { hour, minute } = at.toZonedDateTimeISO(homeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(hour)}${language === 'da' ? '.' : ':'}${two(minute)}`
}

export const numberWords = (number: number, language: ResidentLanguage): string =>
  new Intl.NumberFormat(localeOf(language)).format(number)

/** Who is welcome by age. */
export const ageWords = (
  { ageFrom, ageTo }: Pick<SeriesFacts, 'ageFrom' | 'ageTo'>,
  language: ResidentLanguage,
): string => {
  const words = residentsTexts[language]
  if (ageFrom === null || ageFrom === 0) return ageTo === null ? words.allAges : words.yearsTo(String(ageTo))
  return ageTo === null ? words.yearsFrom(String(ageFrom)) : words.years(`${ageFrom}–${ageTo}`)
}

/** What it costs; null where it is not said. */
export const costWords = (
  { priceOere, pricePer }: Pick<SeriesFacts, 'priceOere' | 'pricePer'>,
  language: ResidentLanguage,
): string | null => {
  const words = residentsTexts[language]
  if (priceOere === null) return null
  if (priceOere === 0n) return words.free
  const whole = priceOere % 100n === 0n ? 0 : 2
  const kroner = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: whole }).format(
    Number(priceOere) / 100,
  )
  return [`${kroner} kr.`, pricePer === null ? '' : words.pers[pricePer]].join(' ').trim()
}

/** Languages by their names in another, in a list: `dansk og arabisk`. */
export const spokenWords = (codes: readonly string[], language: ResidentLanguage): string =>
  new Intl.ListFormat(language).format(codes.map((code) => spokenName(code, language)))

export const spokenName = (code: string, language: ResidentLanguage): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
