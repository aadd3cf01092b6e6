import { createHash, randomUUID } from 'node:crypto'
import type { AgreementDocument } from '../agreement-format.ts'

const namespace = 'urn:brobyg:agreement:1'

/** An agreement found inside a Word file; `isCurrent` is false where the file's words were changed after it was put there. */
export interface EmbeddedInWord {
  agreement: unknown
  isCurrent: boolean
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (xml: string): string =>
  xml.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return signs[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
    },
  )

/** JSON in which nothing is left that XML forbids or that an XML writer may change. */
const jsonForXml = (agreement: AgreementDocument): string =>
  JSON.stringify(agreement).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const wordTokens =
  /<w:fldChar\b[^>]{0,300}?w:fldCharType="(?<field>begin|end)"|<(?<closing>\/?)w:fldSimple\b(?![^>]{0,300}\/>)|<w:(?<gap>p|br|tab)[ />]|<w:t(?:\s[^>]{0,300})?>(?<words>[^<]*)<\/w:t>/g

/**
 * What a Word file says, as far as a reader sees it: the text of document and footnotes, without the results of fields
 * (a table of contents, page numbers), however a program has cut it into runs or spaced it.
 */
export const visibleText = (...xmlParts: string[]): string => {
  let text = ''
  let fieldDepth = 0
  for (const { groups = {} } of xmlParts.join('<w:p>').matchAll(wordTokens)) {
    const { field, closing, gap, words } = groups
    if (field === 'begin' || closing === '') fieldDepth += 1
    else if (field === 'end' || closing === '/') fieldDepth -= 1
    else if (gap !== undefined) text += ' '
    else if (words !== undefined && fieldDepth === 0) text += unescaped(words)
  }
  return text.replaceAll(/\s+/gu, ' ').trim()
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The custom XML part that carries an agreement in a Word file, with a seal on the words it was written beside. */
export const wordEmbedding = (agreement: AgreementDocument, text: string): { item: string; properties: string } => ({
  item:
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<agreement xmlns="${namespace}" mediaType="application/json" visibleTextSha256="${sha256(text)}">${escaped(jsonForXml(agreement))}</agreement>`,
  properties:
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n` +
    `<ds:datastoreItem ds:itemID="{${randomUUID().toUpperCase()}}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
})

/**
 * Finds the agreement in the unpacked parts of a Word file (by their names in the zip), unchecked; null where there is
 * none. Word keeps the part when a person saves, so look at `isCurrent` before trusting it.
 */
export const embeddedInWord = (parts: ReadonlyMap<string, Uint8Array>): EmbeddedInWord | null => {
  const read = (name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array())
  for (const name of parts.keys()) {
    if (!/^customXml\/item\d+\.xml$/i.test(name)) continue
    const match = /<(?:\w+:)?agreement\b([^>]{0,500})>([^<]*)<\/(?:\w+:)?agreement>/.exec(read(name))
    const [, attributes = '', json = ''] = match ?? []
    if (!attributes.includes(`"${namespace}"`)) continue
    const seal = /\bvisibleTextSha256="([0-9a-f]{64})"/.exec(attributes)?.[1]
    const isCurrent = seal === sha256(visibleText(read('word/document.xml'), read('word/footnotes.xml')))
    return { agreement: parsed(unescaped(json)), isCurrent }
  }
  return null
}

const parsed = (json: string): unknown => {
  try {
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    return 'not JSON'
  }
}
