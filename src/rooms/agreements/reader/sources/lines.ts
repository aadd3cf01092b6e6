import type { Block, SourceLine, TextBlock } from '../blocks.ts'

/** Numbers every text of the blocks in reading order and tells the lines so numbered. */
export const numberInReadingOrder = (blocks: Block[]): { lines: SourceLine[]; blocks: Block[] } => {
  const lines: SourceLine[] = []
  const numbered = (block: TextBlock): TextBlock => {
    const page = block.place.page
    lines.push({ number: lines.length + 1, text: block.text, page })
    return { ...block, place: { line: lines.length, toLine: lines.length, page } }
  }
  const renumbered = blocks.map((block): Block => {
    if (block.kind !== 'row') return numbered(block)
    const first = lines.length + 1
    const cells = block.cells.map((cell) => cell.map(numbered))
    return { ...block, cells, place: { line: first, toLine: lines.length, page: block.place.page } }
  })
  return { lines, blocks: renumbered }
}

/**
 * Gives lines that hold text but no block (a drawn line, a lone tag) to the block above them, the first ones to the block
 * below, so that every non-blank line is accounted for.
 */
export const coverLines = (lines: SourceLine[], blocks: Block[]): Block[] => {
  const covered = new Set<number>()
  for (const { place } of blocks) for (let line = place.line; line <= place.toLine; line++) covered.add(line)
  const missing = lines.filter((line) => line.text.trim() !== '' && !covered.has(line.number))
  const stretched = [...blocks]
  let at = 0
  for (const line of missing) {
    while (at + 1 < stretched.length && (stretched[at + 1]?.place.line ?? Infinity) < line.number) at += 1
    const block = stretched[at]
    if (block === undefined) continue
    const { place } = block
    const reach = { ...place, line: Math.min(place.line, line.number), toLine: Math.max(place.toLine, line.number) }
    stretched[at] = { ...block, place: reach }
  }
  return stretched
}
