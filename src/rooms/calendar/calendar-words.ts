import { type Day, homeZone } from '../../platform/day.ts'
import type { Language } from '../../platform/language.ts'
import { pick } from '../../platform/language.ts'
import { formatKroner } from '../../platform/money.ts'
import type { SeriesFacts } from './series.ts'
import { seriesTexts } from './series.texts.ts'

/** The day and the minutes after midnight a moment is in Denmark. */
export const wallOf = (at: Temporal.Instant): { day: Day; minute: number } => {
  const wall = at.toZonedDateTimeISO(homeZone)
  return { day: wall.toPlainDate(), minute: wall.hour * 60 + wall.minute }
}

/** `16.30` for 990, in English `16:30`. */
export const clockWords = (minute: number, language: Language): string => {
  const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0'))
  return `${hour}${language === 'da' ? '.' : ':'}${rest}`
}

/** The time of day of a moment in Denmark: `16.30`. */
export const timeWords = (at: Temporal.Instant, language: Language): string => clockWords(wallOf(at).minute, language)

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
