import type { Block, SourceLine, TextBlock } from '../blocks.ts'
import { superscript } from './markdown-marks.ts'
import type { TextLine } from './pdf-lines.ts'
import {
  blockMaker,
  gatherParagraphs,
  isFull,
  type LevelOfSize,
  type Measure,
  type PlacedLine,
} from './pdf-paragraphs.ts'
import { isTitleRow, type PageCell, type PageTable, rowText } from './pdf-tables.ts'

/** A page taken apart: its tables, its footnotes, and the lines outside both. */
export interface OpenPage {
  page: number
  height: number
  lines: TextLine[]
  notes: TextLine[]
  tables: PageTable[]
}

/** What the lines of the whole document tell about its columns and type. */
export interface Setting {
  body: Measure
  /** What holds in all cells alike; the sides are each cell's own. */
  cells: Omit<Measure, 'left' | 'right'>
  levelOfSize: LevelOfSize
}

const sameColumns = (one: PageTable, other: PageTable): boolean =>
  one.xs.length === other.xs.length && one.xs.every((x, at) => Math.abs(x - (other.xs[at] ?? 0)) < 8)

const opensNote = (line: TextLine): boolean => line.opensWithMark || /^\s*\d{1,2}[\s)]/.test(line.text)

const withMark = (block: TextBlock): TextBlock => {
  const text = block.text.replace(/^(\d{1,2})[)\s]\s*/, (_, digits: string) => `${superscript(digits)} `)
  return { ...block, text: text.replace(/^([¹²³⁴-⁹⁰]{1,2})(?=[^\s¹²³⁴-⁹⁰])/, '$1 ') }
}

interface OpenRow {
  table: number
  cells: { lines: PlacedLine[]; left: number; right: number }[]
}

/** True where the other cells of a row leave off in the middle of a sentence, or have nothing more to say on the next page. */
const othersGoOn = (above: OpenRow, below: PageCell[]): boolean =>
  above.cells.slice(1).every((cell, at) => {
    const last = cell.lines.at(-1)?.line.text.trim() ?? ''
    return (below[at + 1]?.lines.length ?? 0) === 0 || (last !== '' && !/[.:;!?]$/.test(last))
  })

/** True where a row's first cell goes on in the middle of a sentence on the next page, so that the break only cut it in two. */
const isCutByPage = (above: OpenRow, below: PageCell[], body: Measure): boolean => {
  const first = above.cells[0]
  const last = first?.lines.at(-1)?.line
  const next = below[0]?.lines[0]
  if (first === undefined || last === undefined || next === undefined) return false
  if (Math.abs(first.right - (below[0]?.right ?? 0)) > 4 || /[.:;!?]$/.test(last.text.trim())) return false
  if (!/^\p{Ll}/u.test(next.text.trim()) && !othersGoOn(above, below)) return false
  return isFull(last, next, { ...body, left: first.left, right: first.right })
}

class PdfReading {
  readonly lines: SourceLine[] = []
  readonly blocks: Block[] = []
  readonly #setting: Setting
  readonly #makeBody: (paragraph: PlacedLine[]) => TextBlock[]
  #open: PlacedLine[] = []
  #notesBelow: TextBlock[] = []
  #tables = 0
  /** The table that a table on the next page may continue, until other text comes in between. */
  #last: PageTable | null = null
  #firstRow = ''
  #lastRow: OpenRow | null = null

  constructor(setting: Setting) {
    this.#setting = setting
    this.#makeBody = blockMaker(setting.body, setting.levelOfSize)
  }

  read(pages: OpenPage[]): void {
    for (const page of pages) this.#page(page)
    this.#endRow()
    this.#endOpen()
  }

  #place(line: TextLine, page: number): PlacedLine {
    this.lines.push({ number: this.lines.length + 1, text: line.text.trim().replace(/\u00ad$/, '-'), page })
    return { line, number: this.lines.length, page }
  }

  #page(page: OpenPage): void {
    const tables = [...page.tables]
    for (const line of page.lines) {
      while (tables[0] !== undefined && tables[0].top < line.y) this.#table(tables.shift(), page.page)
      this.#last = null
      this.#endRow()
      this.#open.push(this.#place(line, page.page))
    }
    for (const table of tables) this.#table(table, page.page)
    this.#notes(page)
  }

  #endOpen(): void {
    const paragraphs = gatherParagraphs(this.#open, this.#setting.body)
    this.blocks.push(...paragraphs.flatMap((paragraph) => this.#makeBody(paragraph)), ...this.#notesBelow)
    this.#open = []
    this.#notesBelow = []
  }

  #notes(page: OpenPage): void {
    if (page.notes.length === 0) return
    const placed = page.notes.map((line) => this.#place(line, page.page))
    const starts = placed.flatMap(({ line }, at) => (at === 0 || opensNote(line) ? [at] : []))
    const makeNote = blockMaker(this.#setting.body, () => 0)
    for (const [at, start] of starts.entries()) {
      const lines = placed.slice(start, starts[at + 1] ?? placed.length)
      const plain = lines.map((known) => ({ ...known, line: { ...known.line, opensWithMark: false } }))
      const blocks = gatherParagraphs(plain, this.#setting.body).flatMap((paragraph) => makeNote(paragraph))
      this.#notesBelow.push(...blocks.map((block, first) => (first === 0 ? withMark(block) : block)))
    }
    if (this.#open.length > 0) return
    this.#endRow()
    this.#endOpen()
  }

  #table(table: PageTable | undefined, page: number): void {
    if (table === undefined) return
    if (this.#open.length > 0) this.#endOpen()
    const first = table.rows[0] ?? []
    const follows = this.#last !== null && sameColumns(this.#last, table)
    const isRepeated = follows && rowText(first) === this.#firstRow
    if (!follows || (isTitleRow(first) && !isRepeated)) {
      this.#tables += 1
      this.#firstRow = rowText(first)
    }
    const rows = isRepeated ? table.rows.slice(1) : table.rows
    for (const [at, row] of rows.entries()) {
      const above = at === 0 && follows ? this.#lastRow : null
      if (above !== null && isCutByPage(above, row, this.#setting.body)) this.#continueRow(above, row, page)
      else this.#beginRow(row, page)
    }
    this.#last = table
  }

  #beginRow(row: PageCell[], page: number): void {
    this.#endRow()
    const cells = row.map((cell) => ({ ...cell, lines: cell.lines.map((line) => this.#place(line, page)) }))
    this.#lastRow = { table: this.#tables, cells }
  }

  #continueRow(above: OpenRow, row: PageCell[], page: number): void {
    for (const [column, cell] of row.entries()) {
      above.cells[column]?.lines.push(...cell.lines.map((line) => this.#place(line, page)))
    }
  }

  #endRow(): void {
    const row = this.#lastRow
    if (row === null) return
    this.#lastRow = null
    const cells = row.cells.map((cell) => {
      const measure = { ...this.#setting.cells, left: cell.left, right: cell.right }
      const makeBlocks = blockMaker(measure, () => 0)
      return gatherParagraphs(cell.lines, measure).flatMap((paragraph) => makeBlocks(paragraph))
    })
    const placed = row.cells.flatMap((cell) => cell.lines)
    const numbers = placed.map((line) => line.number)
    const page = placed[0]?.page ?? null
    const place = { line: Math.min(...numbers), toLine: Math.max(...numbers), page }
    this.blocks.push({ kind: 'row', table: row.table, cells, place })
  }
}

/** Reads the pages in order into numbered lines and blocks; a footnote comes after the text of its page. */
export const readOpenPages = (pages: OpenPage[], setting: Setting): { lines: SourceLine[]; blocks: Block[] } => {
  const reading = new PdfReading(setting)
  reading.read(pages)
  return { lines: reading.lines, blocks: reading.blocks }
}

/** Parts the footnotes at a page's foot from its text: from a line that opens with a raised number, or in small type with any. */
export const partNotes = (page: OpenPage, bodySize: number): OpenPage => {
  const isSmall = (line: TextLine): boolean => line.size < bodySize * 0.94
  const first = page.lines.findIndex(
    (line, at) =>
      line.y > page.height * 0.4 &&
      (line.opensWithMark || (opensNote(line) && page.lines.slice(at).every(isSmall))) &&
      page.tables.every((table) => table.top < line.y),
  )
  return first < 0 ? page : { ...page, lines: page.lines.slice(0, first), notes: page.lines.slice(first) }
}
