import { Refused } from '../../../../platform/refused.ts'
import type { Block, SourceLine } from '../blocks.ts'
import { markContents } from './contents.ts'
import { findEmbedded } from './embedded.ts'
import { findFurniture } from './pdf-furniture.ts'
import { heaviest, type PageContent, type Run } from './pdf-geometry.ts'
import { cellOfRun, type Grid, gridsOf, levelLines } from './pdf-grid.ts'
import { wordingOf } from './pdf-join.ts'
import { linesOf, type TextLine } from './pdf-lines.ts'
import { readPdfPages } from './pdf-page.ts'
import { countEnds, type LevelOfSize, type Measure } from './pdf-paragraphs.ts'
import { type OpenPage, partNotes, readOpenPages, type Setting } from './pdf-reading.ts'
import { type Columns, learnColumns } from './pdf-stacks.ts'
import { tableOf } from './pdf-tables.ts'

const takeApart = (content: PageContent, learned: Columns[]): OpenPage => {
  const grids = gridsOf(content, learned)
  const inGrid = new Map<Grid, Run[]>(grids.map((grid) => [grid, []]))
  const open: Run[] = []
  for (const run of content.runs) {
    const grid = grids.find((known) => cellOfRun(known, run) >= 0)
    const runs = grid === undefined ? open : (inGrid.get(grid) ?? open)
    runs.push(run)
  }
  const tables = grids.map((grid) => tableOf(grid, inGrid.get(grid) ?? [], content.rules))
  const filled = tables.filter((table) => table.rows.length > 0)
  return { page: content.page, height: content.height, lines: linesOf(open, content.rules), notes: [], tables: filled }
}

const columnsOf = (page: OpenPage): TextLine[][] =>
  page.tables.flatMap((table) => table.rows.flat().map((cell) => cell.lines))

/** How far apart the lines of one paragraph stand, as a share of their size: the smallest distance that is common. */
const leadingOf = (columns: TextLine[][], otherwise: number): number => {
  const times = new Map<number, number>()
  for (const lines of columns) {
    for (const [at, line] of lines.entries()) {
      const above = lines[at - 1]
      if (above === undefined || Math.abs(above.size - line.size) > line.size * 0.05) continue
      const gap = Math.round(((line.y - above.y) / line.size) * 20) / 20
      if (gap > 0.9 && gap < 2.4) times.set(gap, (times.get(gap) ?? 0) + 1)
    }
  }
  const all = [...times.values()].reduce((sum, count) => sum + count, 0)
  const common = [...times].filter(([, count]) => count >= Math.max(2, all * 0.12)).map(([gap]) => gap)
  return common.length === 0 ? otherwise : Math.min(...common)
}

const levelsOfSizes = (pages: OpenPage[], bodySize: number): LevelOfSize => {
  const sizes = pages.flatMap((page) => page.lines).map((line) => Math.round(line.size * 2) / 2)
  const larger = [...new Set(sizes.filter((size) => size > bodySize * 1.12))].toSorted((one, other) => other - one)
  return (size) => {
    const at = larger.findIndex((known) => Math.abs(known - size) <= 0.5)
    return at < 0 ? 0 : Math.min(at + 1, 6)
  }
}

const lacksGaps = (columns: { lines: TextLine[]; measure: Measure }[]): boolean => {
  const ends = columns.map(({ lines, measure }) => countEnds(lines, measure))
  const short = ends.reduce((sum, column) => sum + column.short, 0)
  return short > 4 && short > ends.reduce((sum, column) => sum + column.gaps, 0)
}

const settingOf = (pages: OpenPage[], bodySize: number): Setting => {
  const open = pages.flatMap((page) => page.lines)
  const cells = pages.flatMap((page) => page.tables.flatMap((table) => table.rows.flat()))
  const sides = pages.flatMap((page) => page.tables.map((table) => table.xs.at(-1) ?? 0))
  const right = [...open.map((line) => line.end), ...sides].reduce((most, end) => Math.max(most, end), 0)
  const left = open.reduce((least, line) => Math.min(least, line.x), right)
  const cellLeading = leadingOf(
    cells.map((cell) => cell.lines),
    1.2,
  )
  const bodyLeading = leadingOf(
    pages.map((page) => page.lines),
    cellLeading,
  )
  const wording = wordingOf([...open, ...cells.flatMap((cell) => cell.lines)])
  const body: Measure = { left, right, leading: bodyLeading, lacksGaps: false, wording }
  const inCells = { leading: cellLeading, lacksGaps: false, wording }
  return {
    body: { ...body, lacksGaps: lacksGaps(pages.map(({ lines }) => ({ lines, measure: body }))) },
    cells: {
      ...inCells,
      lacksGaps: lacksGaps(cells.map((cell) => ({ lines: cell.lines, measure: { ...cell, ...inCells } }))),
    },
    levelOfSize: levelsOfSizes(pages, bodySize),
  }
}

/**
 * Reads a PDF: paragraphs, bullets, headings and ruled tables rebuilt from where text and lines stand on the pages.
 * Lines are visual lines, cell by cell, each with its page. Running heads and page numbers are left out.
 */
export const openPdf = async (
  bytes: Uint8Array,
): Promise<{ lines: SourceLine[]; blocks: Block[]; embedded: unknown }> => {
  const { pages: contents, attachments } = await readPdfPages(bytes)
  if (contents.every((content) => content.runs.length === 0)) {
    throw new Refused('source_has_no_text', { pages: contents.length })
  }
  const learned = learnColumns(contents.map((content) => ({ ...content, rules: levelLines(content.rules) })))
  const pages = contents.map((content) => takeApart(content, learned))
  const furniture = findFurniture(pages)
  const texts = pages.flatMap((page) => [...page.lines, ...columnsOf(page).flat()])
  const bodySize = heaviest(
    texts.map((line) => ({ value: line.size, weight: line.text.length })),
    11,
  )
  const clean = pages
    .map((page) => ({ ...page, lines: page.lines.filter((line) => !furniture.has(line)) }))
    .map((page) => partNotes(page, bodySize))
  const { lines, blocks } = readOpenPages(clean, settingOf(clean, bodySize))
  return { lines, blocks: markContents(blocks), embedded: findEmbedded(attachments) }
}
