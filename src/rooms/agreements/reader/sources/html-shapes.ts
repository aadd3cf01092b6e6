import type { DefaultTreeAdapterTypes } from 'parse5'
import { superscript } from './markdown-marks.ts'
import { strongMark, underlinedMark } from './styled-text.ts'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements whose content is never text for a reader: programs, styles, pictures, forms' insides. */
export const unread = words(
  'script style template noscript head title meta link svg math iframe frame frameset noframes object embed applet audio video canvas select textarea button map',
)

export const blockElements = words(
  'html body p div section article header footer main nav aside blockquote pre dl dt dd figure figcaption address center hr fieldset form details summary caption h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th menu dir legend',
)

export const lists = words('ul ol menu dir')

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export const elementsIn = (element: { childNodes: HtmlNode[] }): HtmlElement[] => element.childNodes.filter(isElement)

export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find((known) => known.name === name)?.value ?? ''

const styleOf = (element: HtmlElement): string => attribute(element, 'style').toLowerCase().replaceAll(/\s/g, '')

/** What no browser shows, and the signs and numbers that Word's HTML writes in front of its list items. */
export const isHidden = (element: HtmlElement): boolean => {
  if (unread.has(element.tagName)) return true
  if (element.attrs.some((known) => known.name === 'hidden')) return true
  const style = styleOf(element)
  return /display:none|mso-list:ignore|mso-hide:all/.test(style)
}

const strongTags = words('b strong th')

/** The marks an element lays on its text; a heading's own weight is no emphasis. */
export const marksOf = (element: HtmlElement): number => {
  const style = styleOf(element)
  const strong = strongTags.has(element.tagName) || /font-weight:(bold|[6-9]00)/.test(style)
  const underlined = element.tagName === 'u' || /text-decoration(-line)?:[^;]*underline/.test(style)
  return (strong ? strongMark : 0) | (underlined ? underlinedMark : 0)
}

/** The heading level of an element, 0 for none; Word's own title counts as the first. */
export const headingLevel = (element: HtmlElement): number => {
  const heading = /^h([1-6])$/.exec(element.tagName)
  if (heading !== null) return Number(heading[1])
  const classes = attribute(element, 'class').split(' ')
  if (classes.includes('MsoTitle')) return 1
  return classes.includes('MsoSubtitle') ? 2 : 0
}

/** The level of a list item that Word's HTML writes as a paragraph, 0 for none. */
export const wordListLevel = (element: HtmlElement): number =>
  Number(/mso-list:l\d+level(\d)/.exec(styleOf(element))?.[1] ?? 0)

const noteAddress = /(?:ftn|footnote|endnote|edn|fn)/i
const noteDigits = /^[[(]?(\d{1,3})[\])]?$/

/** The footnote mark (`¹`) that a raised number or a link to a note stands for, null for anything else. */
export const noteMark = (element: HtmlElement, text: string): string | null => {
  const digits = noteDigits.exec(text.trim())?.[1]
  if (digits === undefined) return null
  const isRaised = element.tagName === 'sup' || /vertical-align:super/.test(styleOf(element))
  const isNoteLink =
    element.tagName === 'a' && attribute(element, 'href').includes('#') && noteAddress.test(attribute(element, 'href'))
  return isRaised || isNoteLink ? superscript(digits) : null
}

/** The number of the note an element holds the text of, from ids such as `footnote-2`, `ftn2` and `sdfootnote2`. */
export const noteNumber = (element: HtmlElement): string | null => {
  if (element.tagName !== 'li' && element.tagName !== 'div' && element.tagName !== 'aside') return null
  return /^(?:sd)?(?:footnote|ftn|fn|endnote|edn)[-_:]?(\d{1,3})$/i.exec(attribute(element, 'id'))?.[1] ?? null
}

/** The plain text inside an element. */
export const textIn = (element: HtmlElement): string => {
  const open: HtmlNode[] = element.childNodes.toReversed()
  const texts: string[] = []
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('value' in node) texts.push(node.value)
    else if (isElement(node) && !isHidden(node)) {
      for (const child of node.childNodes.toReversed()) open.push(child)
    }
  }
  return texts.join('')
}
