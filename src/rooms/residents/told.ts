import { numberWords } from '../../platform/resident-dates.ts'
import type { ResidentLanguage } from '../../platform/resident-language.ts'
import type { SeriesFacts } from '../calendar/index.ts'
import { residentsTexts } from './residents.texts.ts'

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
  const kroner = numberWords(Number(priceOere) / 100, language, priceOere % 100n === 0n ? 0 : 2)
  // Set apart, so that the point stays behind the word in lines that run from the right.
  return [`\u2066${kroner} kr.\u2069`, pricePer === null ? '' : words.pers[pricePer]].join(' ').trim()
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
