import { type Day, homeZone } from './day.ts'
import type { ResidentLanguage } from './resident-language.ts'

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
  // `Intl` tells the number alone in Somali.
  if (language === 'so' && days > 1) return `${days} maalmood kadib`
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: days > 1 ? 'always' : 'auto' }).format(days, 'day')
}

/** The time of day in Denmark: `16.30` in Danish, `16:30` in the others. */
export const hourWords = (at: Temporal.Instant, language: ResidentLanguage): string => {
  const { hour, minute } = at.toZonedDateTimeISO(homeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(hour)}${language === 'da' ? '.' : ':'}${two(minute)}`
}

/** A number with at least so many decimals. */
export const numberWords = (number: number, language: ResidentLanguage, decimals = 0): string =>
  new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: decimals }).format(number)
