import { agreementScript, embeddedInHtml } from '../../documents/html-embedding.ts'
import type { Block, SourceLine } from '../blocks.ts'
import { markContents } from './contents.ts'
import { htmlDocumentBlocks } from './html.ts'
import { coverLines, numberInReadingOrder } from './lines.ts'

/** True where few blocks share a line of the file, so that the file's own lines say where a text stands. */
const hasTellingLines = (blocks: Block[]): boolean => {
  const starts = new Set(blocks.map((block) => block.place.line))
  return blocks.length > 0 && starts.size >= blocks.length * 0.8
}

const visibleLines = (blocks: Block[], count: number): SourceLine[] => {
  const texts: string[][] = Array.from({ length: count }, () => [])
  for (const block of blocks) {
    for (const text of block.kind === 'row' ? block.cells.flat() : [block]) {
      const at = Math.min(Math.max(1, text.place.line), count) - 1
      texts[at]?.push(text.text.replaceAll('\n', ' '))
    }
  }
  return texts.map((text, at) => ({ number: at + 1, text: text.join('\t'), page: null }))
}

/** What the page carries inside, as long as nobody has changed its words since it was written. */
const embeddedIn = (html: string): unknown => {
  const found = html.includes(agreementScript) ? embeddedInHtml(html) : null
  return found?.isCurrent === true ? found.agreement : null
}

const numbered = (blocks: Block[], lineCount: number): { lines: SourceLine[]; blocks: Block[] } => {
  if (!hasTellingLines(blocks)) return numberInReadingOrder(blocks)
  const lines = visibleLines(blocks, lineCount)
  return { lines, blocks: coverLines(lines, blocks) }
}

/**
 * Reads an HTML document. Its lines are the file's own where each holds about one block, each with the text that begins on it;
 * otherwise (a page written on one line) the texts are numbered in reading order.
 */
export const openHtml = (html: string): { lines: SourceLine[]; blocks: Block[]; embedded: unknown } => {
  let tables = 0
  const writing = { markdown: false, keepLineEnds: false }
  const text = html.replaceAll(/\r\n?/g, '\n')
  const blocks = markContents(htmlDocumentBlocks(text, { writing, firstLine: 1, nextTable: () => (tables += 1) }))
  return { ...numbered(blocks, text.split('\n').length), embedded: embeddedIn(html) }
}
