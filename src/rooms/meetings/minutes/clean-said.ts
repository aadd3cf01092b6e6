import { parseFragment } from 'parse5'
import { Refused } from '../../../platform/refused.ts'

/** The longest text under one point, in letters: some eight pages. */
export const longestSaid = 20_000

const isMarkup =
  /<(?:\/?(?:p|div|span|br|ul|ol|li|table|tr|td|b|i|strong|em|h[1-6]|html|body|font|a|o:p|style|meta)\b|!--)/i
const breaks = new Set([
  'p',
  'div',
  'br',
  'tr',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'blockquote',
])
const unseen = new Set(['script', 'style', 'head', 'title', 'xml', 'object', 'svg', 'template'])

/**
 * What was written or pasted, as text alone: the markup of a word processor or a web page goes, its lists become lines with `• `. Takes
 * time in proportion to length, however the markup is nested.
 */
export const plainSaid = (typed: string): string => {
  const text = isMarkup.test(typed) ? textOfMarkup(typed) : typed
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|(?![\n\t])\p{Cc}/gu, '')
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** Throws Refused('said_too_long') where more is said under one point than it holds. */
export const requireHolds = (text: string): void => {
  if (text.length > longestSaid) throw new Refused('said_too_long', { most: longestSaid, is: text.length })
}

const textOfMarkup = (markup: string): string => {
  const lower = markup.toLowerCase()
  const pieces: string[] = []
  let at = 0
  while (at < markup.length) {
    const tag = nextTag(lower, at)
    pieces.push(markup.slice(at, tag.from).replaceAll(/[\r\n]/g, ' '), tag.space)
    at = tag.to
  }
  return decoded(pieces.join(''))
}

interface Tag {
  readonly from: number
  readonly to: number
  /** What stands instead of it. */
  readonly space: string
}

/** The next tag from a place on; a tag that is never ended, and what is not shown, lasts to where it ends or the text does. */
const nextTag = (lower: string, at: number): Tag => {
  const from = lower.indexOf('<', at)
  if (from < 0) return { from: lower.length, to: lower.length, space: '' }
  // Word's own sign before a line of a list, which its class tells too.
  if (/^<!(?:--)?\[if !supportlists/.test(lower.slice(from, from + 24)))
    return { from, to: after(lower, '[endif]', from), space: '' }
  if (lower.startsWith('<!--', from)) return { from, to: after(lower, '-->', from), space: '' }
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9:]{0,30})/.exec(lower.slice(from, from + 33)) ?? []
  if (name === '' && !/^<[!?]/.test(lower.slice(from, from + 2))) return { from: from + 1, to: from + 1, space: '' }
  const to = after(lower, '>', from)
  if (slash === '' && unseen.has(name)) return { from, to: after(lower, `</${name}`, to), space: '' }
  return { from, to, space: spaceFor(name, slash === '/', lower.slice(from, Math.min(to, from + 200))) }
}

/** Just after the next `sign` and the tag it stands in. */
const after = (lower: string, sign: string, from: number): number => {
  const found = lower.indexOf(sign, from)
  const end = found < 0 ? -1 : lower.indexOf('>', found)
  return end < 0 ? lower.length : end + 1
}

const spaceFor = (name: string, isEnd: boolean, tag: string): string => {
  if (name === 'li') return isEnd ? '' : '\n• '
  if (name === 'p' && !isEnd && /class=["']?msolist/.test(tag)) return '\n• '
  if (name === 'td' || name === 'th') return isEnd ? ' ' : ''
  return breaks.has(name) ? '\n' : ''
}

/** `&aelig;` as the letter it is. */
const decoded = (text: string): string => {
  if (!text.includes('&')) return text
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes
  return node !== undefined && 'value' in node ? node.value : text
}
