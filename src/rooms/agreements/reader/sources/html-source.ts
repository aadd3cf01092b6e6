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

/**
 * Reads an HTML document. Its lines are the file's own where each holds about one block, each with the text that begins on it;
 * otherwise (a page written on one line) the texts are numbered in reading order.
 */
export const openHtml = (html: string): { lines: SourceLine[]; blocks: Block[] } => {
  let tables = 0
  const writing = { markdown: false, keepLineEnds: false }
  const text = html.replaceAll(/\r\n?/g, '\n')
  const blocks = markContents(htmlDocumentBlocks(text, { writing, firstLine: 1, nextTable: () => (tables += 1) }))
  if (!hasTellingLines(blocks)) return numberInReadingOrder(blocks)
  const lines = visibleLines(blocks, text.split('\n').length)
  return { lines, blocks: coverLines(lines, blocks) }
}
