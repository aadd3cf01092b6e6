import type { Language } from './language.ts'

const grouping: Record<Language, { thousands: string; decimal: string }> = {
  da: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
}

/** Writes an amount for people: `1.386.235 kr.`, in English `DKK 1,386,235`. Øre are shown only where there are any. Amounts in whole øre. */
export const formatKroner = (oere: bigint, language: Language): string => {
  const { thousands, decimal } = grouping[language]
  const size = oere < 0n ? -oere : oere
  const kroner = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, thousands)
  const rest = size % 100n === 0n ? '' : `${decimal}${String(size % 100n).padStart(2, '0')}`
  const amount = `${oere < 0n ? '-' : ''}${kroner}${rest}`
  return language === 'da' ? `${amount} kr.` : `DKK ${amount}`
}

const danishAmount = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|-))?$/

/**
 * Reads an amount as a Dane writes it: `1.386.235`, `kr. 1386235,50`, `500,- kr.`. Whole øre, or undefined where it is not an
 * amount; `1.50` is none, for nobody can tell what it means.
 */
export const findKroner = (text: string): bigint | undefined => {
  const bare = text
    .trim()
    .replace(/^(?:kr\.?|dkk)\s*|\s*(?:kr\.?|kroner|dkk)$/gi, '')
    .replaceAll(/\s/g, '')
  const [, sign, kroner, oere = ''] = danishAmount.exec(bare) ?? []
  if (kroner === undefined) return undefined
  const size = BigInt(kroner.replaceAll('.', '')) * 100n + BigInt(oere === '-' ? 0 : oere.padEnd(2, '0'))
  return sign === '-' ? -size : size
}
