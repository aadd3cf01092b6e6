import type { Rule, Run } from './pdf-geometry.ts'
import { cellOfRun, type Grid } from './pdf-grid.ts'
import { linesOf, type TextLine } from './pdf-lines.ts'

/** A cell's visual lines, and the sides its text keeps to. */
export interface PageCell {
  lines: TextLine[]
  left: number
  right: number
}

/** A table as one page shows it. */
export interface PageTable {
  top: number
  bottom: number
  xs: number[]
  rows: PageCell[][]
}

const widestPadding = 14

const textOf = (cell: PageCell): string => cell.lines.map((line) => line.text.trim()).join(' ')

/** A row in words, to compare with others. */
export const rowText = (row: PageCell[]): string => row.map(textOf).join('\t')

/** True for a row that only names what the rows below are about: text in its first cell alone. */
export const isTitleRow = (row: PageCell[]): boolean =>
  row.length > 1 && (row[0]?.lines.length ?? 0) > 0 && row.slice(1).every((cell) => cell.lines.length === 0)

const groupRuns = (grid: Grid, runs: Run[]): Map<number, Run[]> => {
  const groups = new Map<number, Run[]>()
  for (const run of runs) {
    const cell = cellOfRun(grid, run)
    const known = groups.get(cell)
    if (known === undefined) groups.set(cell, [run])
    else known.push(run)
  }
  return groups
}

const paddingOf = (grid: Grid, groups: Map<number, Run[]>, columns: number): number[] =>
  Array.from({ length: columns }, (_, column) => {
    const side = grid.xs[column] ?? 0
    const starts = [...groups].flatMap(([cell, runs]) =>
      cell % columns === column ? runs.map((run) => run.x - side) : [],
    )
    return Math.min(Math.max(0, ...(starts.length === 0 ? [0] : [Math.min(...starts)])), widestPadding)
  })

const lastColumnOf = (grid: Grid, square: number, columns: number): number => {
  const cell = grid.cellOf[square]
  let column = square % columns
  while (column + 1 < columns && grid.cellOf[square - (square % columns) + column + 1] === cell) column += 1
  return column
}

/** Where a row that no line divides begins anew: a text starts in its first column just where the others break too. */
const innerStarts = (row: PageCell[]): number[] => {
  const [first, ...others] = row
  if (first === undefined || others.every((cell) => cell.lines.length === 0)) return []
  const breaksAt = (cell: PageCell, y: number, leading: number): boolean => {
    const at = cell.lines.findIndex((line) => Math.abs(line.y - y) < line.size * 0.5)
    const above = cell.lines[at - 1]
    const line = cell.lines[at]
    return line !== undefined && (above === undefined || line.y - above.y > leading * line.size)
  }
  return first.lines.flatMap((line, at) => {
    const above = first.lines[at - 1]
    if (above === undefined || line.y - above.y < line.size * 1.6) return []
    return others.every((cell) => cell.lines.length === 0 || breaksAt(cell, line.y, 1.45)) ? [line.y - line.size] : []
  })
}

const splitRow = (row: PageCell[]): PageCell[][] => {
  const starts = innerStarts(row)
  if (starts.length === 0) return [row]
  const borders = [-Infinity, ...starts, Infinity]
  return borders.slice(0, -1).map((from, at) => {
    const to = borders[at + 1] ?? Infinity
    return row.map((cell) => ({ ...cell, lines: cell.lines.filter((line) => line.y > from && line.y <= to) }))
  })
}

/** Sets the text inside a grid into rows and cells. A cell over several rows gives its text to the first of them. */
export const tableOf = (grid: Grid, runs: Run[], rules: Rule[]): PageTable => {
  const columns = grid.xs.length - 1
  const groups = groupRuns(grid, runs)
  const padding = paddingOf(grid, groups, columns)
  const rows: PageCell[][] = []
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const cells = Array.from({ length: columns }, (_, column): PageCell => {
      const square = row * columns + column
      const left = (grid.xs[column] ?? 0) + (padding[column] ?? 0)
      const right = (grid.xs[lastColumnOf(grid, square, columns) + 1] ?? 0) - (padding[column] ?? 0)
      const own = grid.cellOf[square] === square ? (groups.get(square) ?? []) : []
      return { lines: linesOf(own, rules), left, right }
    })
    if (cells.some((cell) => cell.lines.length > 0)) rows.push(...(grid.lacksRowRules ? splitRow(cells) : [cells]))
  }
  return { top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0, xs: grid.xs, rows }
}
