import mammoth from 'mammoth'
import { Refused } from '../../../../platform/refused.ts'
import { embeddedInWord } from '../../documents/word-embedding.ts'
import type { Block, SourceLine } from '../blocks.ts'
import { markContents } from './contents.ts'
import { headingStyleMap } from './docx-styles.ts'
import { findEmbedded } from './embedded.ts'
import { htmlFragmentBlocks } from './html.ts'
import { numberInReadingOrder } from './lines.ts'
import { zipEntries, type ZipEntry, zipReader } from './zip.ts'

const isWord = (entries: ZipEntry[]): boolean =>
  entries.some((entry) => entry.name === '[Content_Types].xml') &&
  entries.some((entry) => /^word\/document\d*\.xml$/.test(entry.name))

const fixedStyles = [
  'u => u',
  'b => strong',
  'i => em',
  'strike => s',
  "r[style-name='Strong'] => strong",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
]

const textOf = (part: Uint8Array | undefined): string => (part === undefined ? '' : new TextDecoder().decode(part))

/** What the file carries inside, as long as nobody has changed its words since it was written. */
const embeddedIn = (parts: Map<string, Uint8Array>): unknown => {
  const inWord = embeddedInWord(parts)
  if (inWord !== null) return inWord.isCurrent ? inWord.agreement : null
  return findEmbedded(parts)
}

/** Unpacks what a reader of the text needs; macros, pictures and other parts stay packed and untouched. */
const readParts = (bytes: Uint8Array, entries: ZipEntry[]): Map<string, Uint8Array> => {
  const readPart = zipReader(bytes)
  const wanted = entries.filter((entry) => /\.(?:xml|rels|json)$/i.test(entry.name))
  return new Map(wanted.map((entry) => [entry.name, readPart(entry)]))
}

/**
 * Reads a Word file: its paragraphs, headings, lists, tables and footnotes. Lines are its paragraphs in reading order.
 * Macros and pictures are left alone, external links never followed.
 */
export const openDocx = async (
  bytes: Uint8Array,
  name: string,
): Promise<{ lines: SourceLine[]; blocks: Block[]; embedded: unknown }> => {
  const entries = zipEntries(bytes)
  if (!isWord(entries)) throw new Refused('source_is_not_word', { name })
  const parts = readParts(bytes, entries)
  const styleMap = [...headingStyleMap(textOf(parts.get('word/styles.xml'))), ...fixedStyles]
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap, convertImage })
  let tables = 0
  const writing = { markdown: false, keepLineEnds: false }
  const blocks = htmlFragmentBlocks(value, { writing, firstLine: 1, nextTable: () => (tables += 1) })
  return { ...numberInReadingOrder(markContents(blocks)), embedded: embeddedIn(parts) }
}
