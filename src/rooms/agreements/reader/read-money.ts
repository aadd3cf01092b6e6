/** An amount of money found in a text: whole øre, and where it stands. */
export interface FoundMoney {
  amountOere: number
  from: number
  to: number
  /** True where the text gives a span ("10.000-15.000 kr."); the amount is its upper end. */
  isRange: boolean
}

const digits = String.raw`\d{1,3}(?:[.  ]\s?\d{3})+|\d+`
const number = String.raw`(?<n>${digits})(?:,(?<dec>\d{1,2}))?(?:\s?,\s?[-–—]+|,=)?`
const scale = String.raw`(?:\.?\s*(?<scale>mio\b|mill?\b|million(?:er)?\b|t(?=\.?\s?kr)|tusinde?\b|mia\b|milliard(?:er)?\b)\.?)?`
const currency = String.raw`(?:kr(?:oner)?\b\.?|dkk\b)`
const patterns = [
  new RegExp(`(?:${currency}\\s*)?(?<![\\d.,/])(?<low>${digits})\\s?[-–]\\s?${number}${scale}\\s*${currency}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\d])(?:kr\\.?|kroner|dkk)\\s*:?\\s*${number}${scale}(?:\\s*,-)?(?![\\d%])`, 'giu'),
  new RegExp(`(?<![\\d.,/-])${number}${scale}\\s*${currency}`, 'giu'),
  new RegExp(`(?<![\\d.,/-])(?<n>${digits})\\s?,\\s?[-–—]+(?:\\s*kr\\b\\.?)?`, 'giu'),
]

const factors: Record<string, number> = { m: 1_000_000, t: 1_000 }

const scaleFactor = (word: string | undefined): number => {
  if (word === undefined) return 1
  const small = word.toLowerCase()
  if (small.startsWith('mia') || small.startsWith('milliard')) return 1_000_000_000
  return factors[small.charAt(0)] ?? 1
}

const oereOf = (groups: Record<string, string | undefined>): number => {
  const whole = Number((groups['n'] ?? '').replace(/\D/gu, ''))
  const decimals = groups['dec'] ?? ''
  const part = decimals === '' ? 0 : Number(decimals) / 10 ** decimals.length
  return Math.round((whole + part) * scaleFactor(groups['scale']) * 100)
}

/**
 * All amounts in a text, in order: "kr. 5.000,-", "20.000 kr.", "2. mio. kr.", "1,2 mio. kr.", "250 t.kr.", "518 kr",
 * and numbers typed with a slip ("kr. 1. 386.235").
 */
export const findMoney = (text: string): FoundMoney[] => {
  const found: FoundMoney[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const money = {
        amountOere: oereOf(match.groups ?? {}),
        from: match.index,
        to: match.index + match[0].length,
        isRange: match.groups?.['low'] !== undefined,
      }
      if (!found.some((other) => money.from < other.to && other.from < money.to)) found.push(money)
    }
  }
  return found.toSorted((a, b) => a.from - b.from)
}

const noMoney = /\bingen\s+(?:\S+\s+){0,2}?(?:økonomi|midler|beløb|ramme|udgift)|(?<!\S)0\s*kr|afsat ikke|ikke afsat/iu

/** True where a text says outright that there is no money. */
export const saysNoMoney = (text: string): boolean => noMoney.test(text)

const count = /(\d+(?:,\d+)?)\s*(?:pct\.?|procent|%)\s*\((?:ca\.\s*)?(\d+)\s*\/\s*(\d+)\)/iu

/** A percentage a text tells, "35 pct.". */
export const findPercent = (text: string): { percent: number } | null => {
  const match = /(\d+(?:,\d+)?)\s*(?:pct\.?|procent|%)/iu.exec(text)
  return match === null ? null : { percent: Number((match[1] ?? '').replace(',', '.')) }
}

/** A share told twice in one breath, "40 pct. (15/37)": the percentage and the fraction. */
export const findShare = (text: string): { percent: number; part: number; whole: number; written: string } | null => {
  const match = count.exec(text)
  if (match === null) return null
  const [written, percent = '', part = '', whole = ''] = match
  return { percent: Number(percent.replace(',', '.')), part: Number(part), whole: Number(whole), written }
}
