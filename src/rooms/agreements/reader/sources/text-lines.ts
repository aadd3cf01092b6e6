const knownTags =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|details|div|dl|dt|em|figure|figcaption|font|footer|h[1-6]|head|header|hr|html|i|img|ins|label|li|link|main|mark|meta|nav|noscript|o:p|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|tfoot|th|thead|title|tr|tt|u|ul|iframe|object|form|input|button|select|textarea|video|audio|canvas|math'

const tagStart = new RegExp(`^</?(?:${knownTags})(?=[\\s/>])`, 'i')
const blockStart =
  /^\s*<(?:table|div|ul|ol|p|h[1-6]|section|article|html|body|head|main|header|footer|blockquote|dl|center|details|script|style|!doctype|!--)(?=[\s/>!a-z-])/i

/** The physical lines of a text as an editor numbers them. A trailing line break opens no further line. */
export const physicalLines = (text: string): string[] => {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return lines
}

export const isBlank = (line: string): boolean => line.trim() === ''

/** True where a line of a text file opens a stretch of HTML. */
export const opensHtml = (line: string): boolean => blockStart.test(line.slice(0, 100))

/** True where a text holds an HTML tag or an entity, so that it must be read as HTML. */
export const holdsHtml = (text: string): boolean =>
  text.includes('<') || /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i.test(text)

/**
 * Makes text safe to read as HTML: a `<` that opens no known tag and an `&` that opens no entity become themselves.
 * `<navn@eksempel.dk>` and `<https://…>` lose only their angles.
 */
export const protectStrays = (text: string): string =>
  text
    .replaceAll(/<[^<>\s]{3,300}>/g, (address) =>
      !/[@:]/.test(address) || tagStart.test(address) ? address : address.slice(1, -1).replace(/^mailto:/, ''),
    )
    .replaceAll(/<(?!!--)/g, (angle, at: number, whole: string) =>
      tagStart.test(whole.slice(at, at + 16)) ? angle : '&lt;',
    )
    .replaceAll(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});)/gi, '&amp;')

/** Only dashes, stars, equals signs, pipes or the like: a line drawn, nothing said. */
export const isRule = (line: string): boolean =>
  /^[-_*=~#|:+\s–—]{2,}$/.test(line.slice(0, 400)) && /[-_*=~–—]{2}/.test(line)

/** The rest of a line behind a footnote's mark: `¹ …` or markdown's `[^1]: …`. */
export const opensFootnote = (line: string): boolean =>
  /^\s*(?:[¹²³⁴-⁹⁰]{1,3}\s*\S|\[\^\d{1,3}\]:)/.test(line.slice(0, 40))
