import { formatWeekday } from '../../../../platform/dates.ts'
import { toDay } from '../../../../platform/day-number.ts'
import type { Language } from '../../../../platform/language.ts'
import { clockWords } from '../../clock-words.ts'

/** `onsdag den 2. december 2026 kl. 16.00` of minutes on the wall. */
export const wallWords = (minutes: number, language: Language): string => {
  const day = Math.floor(minutes / 1440)
  const at = language === 'da' ? 'kl.' : 'at'
  return `${formatWeekday(toDay(day), language)} ${at} ${clockWords(minutes - day * 1440, language)}`
}
