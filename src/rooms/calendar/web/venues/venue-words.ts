import { formatWeekday } from '../../../../platform/dates.ts'
import { type Language, pick } from '../../../../platform/language.ts'
import { formatKroner } from '../../../../platform/money.ts'
import { timeWords, wallOf } from '../../clock-words.ts'
import type { Space, Venue } from '../../venue.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { venueTexts } from '../../venues/venue.texts.ts'

/** `salen (plads til 60), køkkenet`; of a venue that is not divided `plads til 30`. */
export const spacesWords = (spaces: readonly Space[], language: Language): string => {
  const words = pick(venueTexts, language)
  return spaces
    .map(({ name, capacity }) => {
      const holds = capacity === null ? '' : words.holds(capacity)
      if (name === '') return holds
      return holds === '' ? name : `${name} (${holds})`
    })
    .filter((part) => part !== '')
    .join(', ')
}

/** `Gratis`, `150 kr. pr. gang`. */
export const venuePriceWords = (
  { priceOere, pricePer }: Pick<Venue, 'priceOere' | 'pricePer'>,
  language: Language,
): string => {
  const words = pick(venueTexts, language)
  if (priceOere === null || priceOere === 0n) return words.free
  return `${formatKroner(priceOere, language)} ${words.pers[pricePer ?? 'time']}`
}

/** Who has it: `Boligforeningen Fyret, Fyrtårnet`. */
export const keeperWords = ({ organisation, plan }: Pick<VenueCard, 'organisation' | 'plan'>): string =>
  [organisation, plan].filter((part) => part !== null).join(', ')

/** `tirsdag den 1. december 2026 16.00–18.00`. */
export const slotWords = (from: Temporal.Instant, to: Temporal.Instant, language: Language): string =>
  `${formatWeekday(wallOf(from).day, language)} ${timeWords(from, language)}–${timeWords(to, language)}`
