import { formatWeekday } from '../../../platform/dates.ts'
import type { Language } from '../../../platform/language.ts'
import { timeWords, wallOf } from '../clock-words.ts'
import { hoursInWords, hoursOfFact } from './opening.rules.ts'

type Facts = Readonly<Record<string, string | number>>

/** `tirsdag den 1. december 2026 kl. 16.00–18.00` of two moments as facts carry them. */
const spanWords = (from: unknown, to: unknown, language: Language): string => {
  const [begin, end] = [Temporal.Instant.from(String(from)), Temporal.Instant.from(String(to))]
  const day = formatWeekday(wallOf(begin).day, language)
  return `${day} ${language === 'da' ? 'kl.' : 'at'} ${timeWords(begin, language)}–${timeWords(end, language)}`
}

const hours = (facts: Facts, language: Language): string =>
  hoursInWords(hoursOfFact(String(facts['hours'])), Temporal.PlainDate.from(String(facts['day'])), language)

/** Why a place cannot be had: who has it and when it is next free, or when it is open. */
export const bookingRefusalTexts = {
  da: {
    venue_not_found: 'Stedet findes ikke længere.',
    venue_is_closed: 'Stedet bruges ikke længere.',
    venue_taken: (facts: Facts) =>
      [
        facts['by'] === undefined
          ? 'Stedet er optaget på det tidspunkt.'
          : `${facts['venue']} er optaget. ${facts['by']} har det ${spanWords(facts['from'], facts['to'], 'da')}.`,
        facts['nextFrom'] === undefined
          ? ''
          : `Næste ledige tid er ${spanWords(facts['nextFrom'], facts['nextTo'], 'da')}.`,
      ]
        .join(' ')
        .trim(),
    venue_closed: (facts: Facts) =>
      `${facts['venue']} er ikke åbent ${spanWords(facts['from'], facts['to'], 'da')}. Åbningstiderne er: ${hours(facts, 'da')}.`,
  },
  en: {
    venue_not_found: 'The place is there no longer.',
    venue_is_closed: 'The place is no longer in use.',
    venue_taken: (facts: Facts) =>
      [
        facts['by'] === undefined
          ? 'The place is taken at that time.'
          : `${facts['venue']} is taken. ${facts['by']} has it on ${spanWords(facts['from'], facts['to'], 'en')}.`,
        facts['nextFrom'] === undefined
          ? ''
          : `It is next free on ${spanWords(facts['nextFrom'], facts['nextTo'], 'en')}.`,
      ]
        .join(' ')
        .trim(),
    venue_closed: (facts: Facts) =>
      `${facts['venue']} is not open on ${spanWords(facts['from'], facts['to'], 'en')}. Its hours are: ${hours(facts, 'en')}.`,
  },
}
