const tailLength = 12

// Spaces are left out: between words that are spread over a line, some are drawn and others only left open.
const tailOf = (text: string): string =>
  text
    .slice(-3 * tailLength)
    .replaceAll(/\s/g, '')
    .slice(-tailLength)

const unicodeOf = (glyph: unknown): string =>
  typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string'
    ? glyph.unicode
    : ''

/**
 * What was drawn just before each soft hyphen of a page. The text as pdf.js hands it over leaves soft hyphens out, so that a word
 * divided at the end of a line would look like two.
 */
export const textBeforeSoftHyphens = (
  drawn: { fnArray: number[]; argsArray: unknown[] },
  showText: number,
): ReadonlySet<string> => {
  const tails = new Set<string>()
  let tail = ''
  drawn.fnArray.forEach((operator, at) => {
    if (operator !== showText) return
    const given: unknown = drawn.argsArray[at]
    const glyphs: unknown = Array.isArray(given) ? given[0] : null
    if (!Array.isArray(glyphs)) return
    for (const glyph of glyphs) {
      const sign = unicodeOf(glyph)
      if (sign === '\u00ad') tails.add(tailOf(tail))
      else tail = (tail + sign).slice(-3 * tailLength)
    }
  })
  return tails
}

/** A text shorter than a tail is the end of one. */
const isTail = (tail: string, tails: ReadonlySet<string>): boolean =>
  tail.length === tailLength ? tails.has(tail) : tails.values().some((known) => known.endsWith(tail))

/** Puts back the soft hyphen at the end of a text that was drawn with one. */
export const withSoftHyphen = (text: string, tails: ReadonlySet<string>): string =>
  tails.size > 0 && text.length > 3 && isTail(tailOf(text), tails) ? `${text}\u00ad` : text
