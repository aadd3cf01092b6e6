import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

/** A text of a calendar file as it is meant. Source: RFC 5545, §3.3.11. */
export const unescapeText = (value: string): string =>
  value.includes('\\')
    ? value.replaceAll(/\\([\\;,:"nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    : value

const blocks = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'])
const unseen = new Set(['script', 'style', 'head', 'template', 'title', 'noscript', 'iframe', 'object', 'svg'])

type Node = DefaultTreeAdapterMap['node']

const textOfMarkup = (markup: string): string => {
  const pieces: string[] = []
  // Its own heap, not the call stack: markup may be as deep as it is long.
  const left: (Node | string)[] = [parseFragment(markup)]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (typeof node === 'string') pieces.push(node)
    else if (node.nodeName === '#text' && 'value' in node) pieces.push(node.value)
    else if ('childNodes' in node && !unseen.has(node.nodeName)) {
      const isBlock = blocks.has(node.nodeName)
      if (isBlock) left.push('\n')
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) left.push(node.childNodes[at] ?? '')
      if (isBlock) left.push('\n')
    }
  }
  return pieces.join('')
}

/** A text written as HTML, without its markup. */
export const textOfHtml = (html: string): string =>
  textOfMarkup(html.slice(0, 200_000))
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

/** What is read of a text, so that markup nobody would read costs nothing. */
const mostMarkup = 20_000

/** A text as people read it: without markup, signs that show nothing, and runs of empty lines; at most so many letters. */
export const plainText = (value: string, most: number): string => {
  const said = unescapeText(value.slice(0, mostMarkup))
  const text = /<\/?[a-z!][^>]*>|&(?:[a-z]{2,8}|#\d+);/i.test(said) ? textOfMarkup(said) : said
  const clean = text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    // Signs that turn the direction of what follows, and that nobody sees.
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|(?![\n\t])\p{Cc}/gu, '')
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).trimEnd()}…`
}

/** The same on one line. */
export const plainLine = (value: string, most: number): string => plainText(value, most).replaceAll(/\s+/g, ' ')
