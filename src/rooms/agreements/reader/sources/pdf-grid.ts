import { clusters, coverage, near, type PageContent, type Rule, type Run } from './pdf-geometry.ts'
import { type Columns, tablesOfLevelLines } from './pdf-stacks.ts'

/** A page with more ruling lines than this is a drawing; only so many are looked at. */
const mostRules = 3000

/** A ruled table on one page: its columns' sides and its rows' heights, and which squares are one cell. */
export interface Grid {
  xs: number[]
  ys: number[]
  /** For each square, row by row, the number of the square its cell begins with. */
  cellOf: number[]
  /** True where no line is drawn between the rows. */
  lacksRowRules: boolean
}

const touches = (one: Rule, other: Rule): boolean => {
  const reaches = (rule: Rule, at: number): boolean => rule.from <= at + near && rule.to >= at - near
  if (one.isHorizontal !== other.isHorizontal) return reaches(one, other.at) && reaches(other, one.at)
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from)
  if (!one.isHorizontal) return shared > 0.7 * Math.min(one.to - one.from, other.to - other.from) && shared > 2 * near
  return Math.abs(one.at - other.at) <= near && shared > 0
}

/** Groups of rules that touch each other, or stand side by side. */
const connected = (rules: Rule[]): Rule[][] => {
  const left = new Set(rules)
  const groups: Rule[][] = []
  for (const seed of rules) {
    if (!left.delete(seed)) continue
    const group = [seed]
    for (const rule of group) {
      for (const other of left) {
        if (!touches(rule, other)) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

const spansColumn = (rule: Rule, xs: number[]): boolean =>
  xs.some((x, at) => {
    const next = xs[at + 1]
    return next !== undefined && rule.from <= x + near && rule.to >= next - near
  })

const squareOf = (column: number, row: number, columns: number): number => row * columns + column

/** Joins squares that no line parts; each square learns the lowest number among those it is joined with. */
const joinSquares = (xs: number[], ys: number[], rules: { across: Rule[]; upright: Rule[] }): number[] => {
  const columns = xs.length - 1
  const cellOf = Array.from({ length: columns * (ys.length - 1) }, (_, square) => square)
  const rootOf = (square: number): number => {
    let at = square
    while (cellOf[at] !== undefined && cellOf[at] !== at) at = cellOf[at] ?? at
    return at
  }
  const join = (one: number, other: number): void => {
    const [low, high] = [rootOf(one), rootOf(other)].toSorted((a, b) => a - b)
    if (low !== undefined && high !== undefined) cellOf[high] = low
  }
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column < columns; column++) {
      const [left, right] = [xs[column] ?? 0, xs[column + 1] ?? 0]
      const [top, bottom] = [ys[row] ?? 0, ys[row + 1] ?? 0]
      const here = squareOf(column, row, columns)
      const rightRules = rules.upright.filter((rule) => Math.abs(rule.at - right) <= near)
      if (column + 1 < columns && coverage(rightRules, top, bottom) < 0.6) join(here, here + 1)
      const belowRules = rules.across.filter((rule) => Math.abs(rule.at - bottom) <= near)
      if (row + 2 < ys.length && coverage(belowRules, left, right) < 0.6) join(here, here + columns)
    }
  }
  return cellOf.map((_, square) => rootOf(square))
}

interface Ruling {
  across: Rule[]
  upright: Rule[]
}

const rulingGrid = (xs: number[], ys: number[], ruling: Ruling): Grid => {
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0]
  const inner = ruling.across.filter((rule) => rule.at > top + 2 * near && rule.at < bottom - 2 * near)
  return { xs, ys, cellOf: joinSquares(xs, ys, ruling), lacksRowRules: inner.length === 0 }
}

/** The inner sides of columns that are really drawn beside a row. */
const sidesOfRow = (xs: number[], ruling: Ruling, top: number, bottom: number): number[] =>
  xs.slice(1, -1).filter(
    (x) =>
      coverage(
        ruling.upright.filter((rule) => Math.abs(rule.at - x) <= near),
        top,
        bottom,
      ) >= 0.6,
  )

const holds = (all: number[], some: number[]): boolean => some.every((x) => all.includes(x))

/** Parts tables that stand close together: where the columns below are neither among those above nor the other way round. */
const partTables = (xs: number[], ys: number[], ruling: Ruling): Grid[] => {
  const parts: { sides: number[]; ys: number[]; titlesFrom: number }[] = []
  for (let row = 0; row + 1 < ys.length; row++) {
    const [top, bottom] = [ys[row] ?? 0, ys[row + 1] ?? 0]
    const sides = sidesOfRow(xs, ruling, top, bottom)
    const open = parts.at(-1)
    if (open !== undefined && (holds(open.sides, sides) || holds(sides, open.sides))) {
      open.ys.push(bottom)
      open.sides = sides.length > open.sides.length ? sides : open.sides
      if (sides.length > 0) open.titlesFrom = open.ys.length - 1
      continue
    }
    const titles = open === undefined ? [] : open.ys.splice(open.titlesFrom + 1)
    const start = open === undefined || titles.length === 0 ? top : (open.ys.at(-1) ?? top)
    parts.push({ sides, ys: [...new Set([start, ...titles, top, bottom])], titlesFrom: 1 })
  }
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0]
  return parts.map((part) => rulingGrid([left, ...part.sides, right], part.ys, ruling))
}

const gridsOfGroup = (group: Rule[]): Grid[] => {
  const upright = group.filter((rule) => !rule.isHorizontal)
  const allAcross = group.filter((rule) => rule.isHorizontal)
  if (upright.length === 0) return []
  const ends = allAcross.flatMap((rule) => [rule.from, rule.to])
  const outer = ends.length === 0 ? [] : [ends.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))]
  const xs = clusters([...upright.map((rule) => rule.at), ...outer])
  const across = allAcross.filter((rule) => spansColumn(rule, xs))
  const tops = upright.map((rule) => rule.from)
  const bottoms = upright.map((rule) => rule.to)
  const ys = clusters([...across.map((rule) => rule.at), Math.min(...tops), Math.max(...bottoms)])
  if (xs.length < 2 || ys.length < 2) return []
  if (xs.length === 2 && ys.length < 3) return []
  return partTables(xs, ys, { across, upright })
}

const groupsOf = (rules: Rule[]): Rule[][] =>
  connected(rules.filter((rule) => rule.isHorizontal || rule.to - rule.from > 8).slice(0, mostRules))

const levelGroups = (groups: Rule[][]): Rule[] =>
  groups.filter((group) => group.every((rule) => rule.isHorizontal)).flat()

/** The level lines of a page that touch no upright one. */
export const levelLines = (rules: Rule[]): Rule[] => levelGroups(groupsOf(rules))

/** The ruled tables of a page, from the top down. A line counts between rows only where it spans a column. */
export const gridsOf = (page: PageContent, learned: Columns[]): Grid[] => {
  const groups = groupsOf(page.rules)
  const level = tablesOfLevelLines({ ...page, rules: levelGroups(groups) }, learned).flatMap(gridsOfGroup)
  return [...groups.flatMap(gridsOfGroup), ...level.map((grid) => ({ ...grid, lacksRowRules: true }))].toSorted(
    (one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0),
  )
}

const slotOf = (marks: number[], value: number): number => {
  for (let at = 0; at + 1 < marks.length; at++) {
    if (value >= (marks[at] ?? 0) - 1 && value < (marks[at + 1] ?? 0)) return at
  }
  return -1
}

/** The cell a run stands in, by the number of the cell's first square; -1 outside the table. */
export const cellOfRun = (grid: Grid, run: Run): number => {
  const column = slotOf(grid.xs, run.x + Math.min(run.width / 2, run.size))
  const row = slotOf(grid.ys, run.y - run.size * 0.3)
  if (column < 0 || row < 0) return -1
  return grid.cellOf[squareOf(column, row, grid.xs.length - 1)] ?? -1
}
