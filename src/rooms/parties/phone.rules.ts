import { Refused } from '../../platform/refused.ts'

/** A phone number as it is typed, with single spaces; null where none is. Throws Refused('phone_wrong'). */
export const phoneTyped = (typed: string): string | null => {
  const number = typed.replace(/\s+/gu, ' ').trim()
  if (number === '') return null
  const digits = number.replace(/\D/g, '').length
  if (!/^\+?[\d ()-]+$/.test(number) || digits < 6 || digits > 15) throw new Refused('phone_wrong')
  return number
}

/** The number as a phone dials it: eight digits are Danish, "22 33 44 55" is `tel:+4522334455`. */
export const phoneLink = (number: string): string => {
  const digits = number.replace(/\D/g, '')
  const isWhole = number.startsWith('+') || digits.startsWith('00')
  return `tel:${isWhole ? `+${digits.replace(/^00/, '')}` : digits.length === 8 ? `+45${digits}` : digits}`
}
