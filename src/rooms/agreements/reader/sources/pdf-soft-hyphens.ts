const tailLength = 14

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
      if (sign === '\u00ad') tails.add(tail)
      else tail = (tail + sign).slice(-tailLength)
    }
  })
  return tails
}

/** Puts back the soft hyphen at the end of a text that was drawn with one. */
export const withSoftHyphen = (text: string, tails: ReadonlySet<string>): string =>
  tails.size > 0 && text.length > 1 && tails.has(text.slice(-tailLength)) ? `${text}\u00ad` : text
