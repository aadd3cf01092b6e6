import type { Block, TextBlock } from '../blocks.ts'

const shownText = (block: TextBlock): string => {
  const kind = block.kind === 'paragraph' ? '' : `${block.kind === 'heading' ? '#' : '•'}${block.level} `
  const emphasis = block.emphasis === null ? '' : block.emphasis === 'strong' ? '*' : '_'
  return `${kind}${emphasis}${block.text.replaceAll('\n', '⏎')}${emphasis}`
}

/** Blocks as one string each, for tests to read: `#1 heading`, `•2 bullet`, `*strong*`, `_underlined_`, `row1 left / more | right`. */
export const shown = (blocks: Block[]): string[] =>
  blocks.map((block) =>
    block.kind === 'row'
      ? `row${block.table} ${block.cells.map((cell) => cell.map(shownText).join(' / ')).join(' | ')}`
      : shownText(block),
  )
