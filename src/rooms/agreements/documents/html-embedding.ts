import { createHash } from 'node:crypto'
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import type { AgreementDocument } from '../agreement-format.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** The id of the script element that carries an agreement in a page: data, never run. */
export const agreementScript = 'brobyg-agreement'

/** An agreement found inside a page; `isCurrent` is false where the page's words were changed after it was put there. */
export interface EmbeddedInHtml {
  agreement: unknown
  isCurrent: boolean
}

/** JSON that cannot end the script element it stands in. */
export const jsonForHtml = (agreement: AgreementDocument): string =>
  JSON.stringify(agreement).replaceAll(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The seal on a page's words: their SHA-256, whatever their markup and spacing. */
export const sealOfHtml = (html: string): string => seal(parse(html))

/** Finds the agreement that a page carries, unchecked; null where it carries none. */
export const embeddedInHtml = (html: string): EmbeddedInHtml | null => {
  const document = parse(html)
  const script = elementsIn(document).find(
    (element) => element.tagName === 'script' && attribute(element, 'id') === agreementScript,
  )
  if (script === undefined) return null
  const json = script.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
  return { agreement: parsed(json), isCurrent: attribute(script, 'data-visible-text-sha256') === seal(document) }
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value

/** All nodes in reading order, without walking into the call stack: pages may be nested deeply. */
const nodesIn = (root: Node): Node[] => {
  const found: Node[] = []
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node)
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed())
  }
  return found
}

const elementsIn = (root: Node): Element[] => nodesIn(root).filter((node) => 'tagName' in node)

const unseen = new Set(['script', 'style', 'title'])

const seal = (document: Node): string => {
  const words = nodesIn(document).flatMap((node) => {
    if (!('parentNode' in node) || node.nodeName !== '#text' || !('value' in node)) return []
    return node.parentNode !== null && unseen.has(node.parentNode.nodeName) ? [] : [node.value]
  })
  return createHash('sha256').update(words.join('').replaceAll(/\s+/gu, '')).digest('hex')
}

const parsed = (json: string): unknown => {
  try {
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    return 'not JSON'
  }
}
