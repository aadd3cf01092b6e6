import type { Language } from '../../platform/language.ts'
import { pick } from '../../platform/language.ts'
import { formatKroner } from '../../platform/money.ts'
import type { SeriesFacts } from './series.ts'
import { seriesTexts } from './series.texts.ts'

export { clockWords, isWholeDays, timeWords, wallOf } from './clock-words.ts'

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
