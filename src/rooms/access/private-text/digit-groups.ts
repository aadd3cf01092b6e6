/** A run of digits in a text, whatever script they are written in, with what stands between it and the run before. */
export interface DigitGroup {
  readonly at: number
  readonly end: number
  /** As the digits 0 to 9. */
  readonly digits: string
  /** What stands between the group before and this one: dashes as "-", spaces as " ", line breaks as "\n"; null where there is none near. */
  readonly gap: string | null
}

// Marks without a width of their own (zero-width spaces, soft hyphens, direction marks) may stand between any two digits.
const groups = /\p{Nd}(?:[\p{Cf}\p{Mn}]*\p{Nd})*/gu
const invisible = /[\p{Cf}\p{Mn}]/gu
const widestGap = 12

const shown = (gap: string): string => (/^[ -~]*$/.test(gap) ? gap : plain(gap))

const plain = (gap: string): string =>
  gap
    .replace(invisible, '')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\p{Pd}\u2212\u00af\u2043\ufe63]/gu, '-')
    .replace(/[^\S\n]/g, ' ')

const isDigit = (codePoint: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint))

/** The value of a digit: each script's digits stand in a row of ten, and rows that touch are whole. */
const valueOf = (digit: string): number => {
  const codePoint = digit.codePointAt(0) ?? 0
  let first = codePoint
  while (isDigit(first - 1)) first -= 1
  return (codePoint - first) % 10
}

const asDigits = (run: string): string =>
  /^[0-9]+$/.test(run) ? run : [...run.replace(invisible, '')].map(valueOf).join('')

/** Every run of digits in a text, in order. */
export const digitGroups = (text: string): DigitGroup[] => {
  let last: number | null = null
  return [...text.matchAll(groups)].map((match) => {
    const end = match.index + match[0].length
    const gap = last === null || match.index - last > widestGap ? null : shown(text.slice(last, match.index))
    last = end
    return { at: match.index, end, digits: asDigits(match[0]), gap }
  })
}
