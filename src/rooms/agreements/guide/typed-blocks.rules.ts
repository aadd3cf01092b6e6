import type { TextBlock } from '../reader/blocks.ts'

/** What a person wrote in themselves has no line in the source: its place is line 0. */
export const byHand = { line: 0, toLine: 0, page: null }

const bullet = /^(\s*)(?:[•*–-]|\d{1,2}[.)])\s+/u

/** Typed text as the reader takes it, a line a block; bullets are bullets, deeper ones where they are indented. */
export const typedBlocks = (text: string): TextBlock[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const sign = bullet.exec(line)
      const level = sign === null ? 0 : (sign[1]?.length ?? 0) > 1 ? 2 : 1
      return {
        kind: sign === null ? 'paragraph' : 'item',
        level,
        text: line.slice(sign?.[0].length ?? 0).trim(),
        emphasis: null,
        place: byHand,
      }
    })

/** Typed parties, a blank line between them: the first line of each is the party, the others its posts. */
export const typedParties = (text: string): TextBlock[] =>
  text.split(/\n\s*\n/u).flatMap((group) =>
    typedBlocks(group).map((block, at): TextBlock => ({
      ...block,
      kind: at === 0 ? 'item' : 'paragraph',
      level: at === 0 ? 1 : 0,
    })),
  )
