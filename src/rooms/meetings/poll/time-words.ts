import type { Day } from '../../../platform/day.ts'
import { homeZone } from '../../../platform/day.ts'
import { dayWords, hourWords } from '../../../platform/resident-dates.ts'
import { directionOf, type ResidentLanguage } from '../../../platform/resident-language.ts'
import type { PollTime } from './poll.ts'

/** A time in the reader's language: `Tirsdag 15. december, 10.00–12.00`. */
export const pollTimeWords = (
  { startsAt, endsAt }: Pick<PollTime, 'startsAt' | 'endsAt'>,
  today: Day,
  language: ResidentLanguage,
): string => {
  const comma = directionOf(language) === 'rtl' ? '،' : ','
  const day = dayWords(startsAt.toZonedDateTimeISO(homeZone).toPlainDate(), today, language)
  return `${day}${comma} ${hourWords(startsAt, language)}–${hourWords(endsAt, language)}`
}
