import type { Block, TextBlock } from './blocks.ts'
import { placeAround } from './find-parts.ts'
import { joinHalves, leavesOpen } from './read-sections.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (digits: string): string =>
  [...digits.matchAll(/\d/gu)].map((digit) => superscripts[Number(digit[0])]).join('')

const loneMark = (block: Block | undefined): string | null =>
  block !== undefined && block.kind === 'paragraph' && block.place.page !== null && /^\d{1,2}$/u.test(block.text)
    ? block.text
    : null

const together = (first: TextBlock, second: TextBlock, text: string, like = first): TextBlock => ({
  ...like,
  text,
  place: placeAround([first.place, second.place]),
})

/** Glues a mark that stands alone in a cell to the text beside it, and that text to its rest where it was torn. */
const mendCell = (cell: TextBlock[]): TextBlock[] => {
  const [first, second, ...rest] = cell
  const opening = loneMark(first)
  if (opening !== null && first !== undefined && second !== undefined) {
    return mendCell([together(first, second, second.text + raised(opening), second), ...rest])
  }
  const mended: TextBlock[] = []
  let wasTorn = false
  for (const block of cell) {
    const last = mended.at(-1)
    const mark = loneMark(block)
    if (last !== undefined && mark !== null) {
      wasTorn = leavesOpen.test(last.text) || !/[.!?:]$/u.test(last.text)
      mended[mended.length - 1] = together(last, block, last.text + raised(mark))
      continue
    }
    const joins = wasTorn && last !== undefined && block.kind === 'paragraph'
    if (joins) mended[mended.length - 1] = together(last, block, joinHalves(last.text, block.text))
    else mended.push(block)
    wasTorn = false
  }
  return mended
}

const marksInCells = (blocks: Block[]): Set<string> =>
  new Set(
    blocks
      .flatMap((block) => (block.kind === 'row' ? block.cells.filter((cell) => cell.length > 1).flat() : []))
      .flatMap((block) => loneMark(block) ?? []),
  )

/**
 * Some PDFs tear a raised footnote mark off its word or note, so that it comes as a paragraph of one digit. Puts the marks
 * back, raised. A lone number outside the tables opens a note only where a cell holds the same mark; others are page numbers.
 */
export const restoreMarks = (blocks: Block[]): Block[] => {
  const marks = marksInCells(blocks)
  if (marks.size === 0) return blocks
  const restored: Block[] = []
  for (const block of blocks) {
    const before = restored.at(-1)
    const mark = loneMark(before)
    const opensNote = mark !== null && marks.has(mark) && block.kind === 'paragraph' && loneMark(block) === null
    if (block.kind === 'row') restored.push({ ...block, cells: block.cells.map(mendCell) })
    else if (opensNote && before !== undefined && before.kind !== 'row') {
      restored[restored.length - 1] = together(before, block, `${raised(mark)} ${block.text}`)
      marks.delete(mark)
    } else restored.push(block)
  }
  return restored
}
