import type { Day } from './day.ts'
import { homeZone } from './day.ts'
import type { Language } from './language.ts'

const months: Record<Language, readonly string[]> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

const weekdays: Record<Language, readonly string[]> = {
  da: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}

/** `2. december 2026`, `2 December 2026`. */
export const formatDay = (day: Day, language: Language): string => {
  const month = months[language][day.month - 1] ?? ''
  return `${day.day}${language === 'da' ? '.' : ''} ${month} ${day.year}`
}

/** `december`, `December`, for 12. */
export const monthName = (month: number, language: Language): string => months[language][month - 1] ?? ''

/** `tirsdag den 2. december 2026`, `Tuesday 2 December 2026`. */
export const formatWeekday = (day: Day, language: Language): string => {
  const weekday = weekdays[language][day.dayOfWeek - 1] ?? ''
  return `${weekday} ${language === 'da' ? 'den ' : ''}${formatDay(day, language)}`
}

/** A moment as Danish clocks showed it: `2. december 2026 kl. 14.30`, `2 December 2026 at 14:30`. */
export const formatMoment = (moment: Temporal.Instant, language: Language): string => {
  const wall = moment.toZonedDateTimeISO(homeZone)
  const [hour, minute] = [wall.hour, wall.minute].map((number) => String(number).padStart(2, '0'))
  const time = language === 'da' ? `kl. ${hour}.${minute}` : `at ${hour}:${minute}`
  return `${formatDay(wall.toPlainDate(), language)} ${time}`
}

/** How far a day is from another: `om 11 dage`, `i morgen`, `for 3 dage siden`; `in 11 days`, `tomorrow`, `3 days ago`. */
export const formatDistance = (day: Day, today: Day, language: Language): string => {
  const days = today.until(day, { largestUnit: 'days' }).days
  const near = { da: ['i går', 'i dag', 'i morgen'], en: ['yesterday', 'today', 'tomorrow'] }[language][days + 1]
  if (near !== undefined) return near
  if (language === 'da') return days > 0 ? `om ${days} dage` : `for ${-days} dage siden`
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** A span of days, both ends included; an open end is told as such: `1. januar 2013 – 31. december 2016`, `fra 1. januar 2013`. */
export const formatDaySpan = (span: { from: Day | null; to: Day | null }, language: Language): string => {
  const { from, to } = span
  if (from !== null && to !== null) return `${formatDay(from, language)} – ${formatDay(to, language)}`
  if (from !== null) return `${language === 'da' ? 'fra' : 'from'} ${formatDay(from, language)}`
  if (to !== null) return `${language === 'da' ? 'til' : 'until'} ${formatDay(to, language)}`
  return language === 'da' ? 'altid' : 'always'
}
