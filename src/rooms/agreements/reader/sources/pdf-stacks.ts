import { isPageNumber } from './pdf-furniture.ts'
import { heaviest, near, type Rule, type Run } from './pdf-geometry.ts'

const leastWidth = 150

/** The level lines and the text of one page. */
export interface LevelPage {
  rules: Rule[]
  runs: Run[]
  height: number
}

/** Where the second column of tables of one width begins, and how far in the text of their first begins. */
export interface Columns {
  from: number
  to: number
  side: number
  inset: number
}

const isSameWidth = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  Math.abs(one.from - other.from) <= near && Math.abs(one.to - other.to) <= near

/** Horizontal lines of the same width standing over each other: perhaps a table drawn without upright lines. */
const stacksIn = (rules: Rule[]): Rule[][] => {
  const stacks: Rule[][] = []
  for (const rule of rules.filter((known) => known.to - known.from > leastWidth)) {
    const stack = stacks.find(([first]) => first !== undefined && isSameWidth(first, rule))
    if (stack === undefined) stacks.push([rule])
    else stack.push(rule)
  }
  return stacks.map((stack) => stack.toSorted((one, other) => one.at - other.at))
}

const crosses = (run: Run, x: number): boolean => run.x < x - 2 && run.x + run.width > x + 2

const runsBetween = (runs: Run[], width: { from: number; to: number }, top: number, bottom: number): Run[] =>
  runs.filter((run) => run.y > top && run.y < bottom && run.x >= width.from - near && run.x <= width.to)

const bandsOf = (stack: Rule[], runs: Run[]): Run[][] =>
  stack.slice(0, -1).map((rule, at) => runsBetween(runs, rule, rule.at, stack[at + 1]?.at ?? rule.at))

const leftOf = (runs: Run[]): number => runs.reduce((least, run) => Math.min(least, run.x), Infinity)

const timesOfStarts = (runs: Run[], { from, to }: Rule): [number, number][] => {
  const times = new Map<number, number>()
  for (const run of runs) {
    const share = (run.x - from) / (to - from)
    if (share > 0.12 && share < 0.8) times.set(Math.round(run.x), (times.get(Math.round(run.x)) ?? 0) + 1)
  }
  return [...times].filter(([, count]) => count > 1).toSorted((one, other) => other[1] - one[1])
}

/** Told by where most lines begin that begin neither at the left nor at the end, in the rows that nothing crosses there. */
const columnsOf = (width: Rule, bands: Run[][]): Columns | null => {
  for (const [x] of timesOfStarts(bands.flat(), width).slice(0, 5)) {
    const side = x - near
    const rows = bands.filter((band) => band.length > 0 && !band.some((run) => crosses(run, side)))
    const withBoth = rows.filter((band) => leftOf(band) < side && band.some((run) => run.x >= side))
    if (withBoth.length < 2 || rows.length * 2 < bands.length) continue
    const inset = heaviest(
      withBoth.map((band) => ({ value: leftOf(band), weight: 1 })),
      width.from,
    )
    return { from: width.from, to: width.to, side, inset }
  }
  return null
}

/** Learns from all pages together where tables of level lines have their second column; a page with little of one need not tell. */
export const learnColumns = (pages: LevelPage[]): Columns[] => {
  const widths: { rule: Rule; bands: Run[][] }[] = []
  for (const { rules, runs } of pages) {
    for (const stack of stacksIn(rules).filter((known) => known.length > 2)) {
      const [first] = stack
      if (first === undefined) continue
      const known = widths.find((width) => isSameWidth(width.rule, first))
      if (known === undefined) widths.push({ rule: first, bands: bandsOf(stack, runs) })
      else known.bands.push(...bandsOf(stack, runs))
    }
  }
  return widths.flatMap(({ rule, bands }) => columnsOf(rule, bands) ?? [])
}

/** Text between two tables keeps to the page's own margin, further out than the text inside their cells, or fills several lines. */
const isOutside = (band: Run[], { inset, side }: Columns): boolean => {
  const lines = new Set(band.map((run) => Math.round(run.y / 4)))
  return leftOf(band) < inset - 2 || (band.some((run) => crosses(run, side)) && lines.size > 3)
}

/** Parts a stack where the space between two of its lines holds open text: there one table ends and another begins. */
const partStack = (stack: Rule[], bands: Run[][], columns: Columns): Rule[][] => {
  const parts: Rule[][] = [[]]
  for (const [at, rule] of stack.entries()) {
    parts.at(-1)?.push(rule)
    const band = bands[at]
    if (band !== undefined && band.length > 0 && isOutside(band, columns)) parts.push([])
  }
  return parts.filter((part) => part.length > 1)
}

/** A row that began on the page before, or ends on the next, has no line at that end: the edge of its text stands in for one. */
const withOpenEnds = (stack: Rule[], { runs, height }: LevelPage, columns: Columns): Rule[] => {
  const [first, last] = [stack[0], stack.at(-1)]
  if (first === undefined || last === undefined) return stack
  const isRow = (band: Run[]): boolean =>
    band.some((run) => run.x >= columns.side) &&
    !band.some((run) => crosses(run, columns.side)) &&
    leftOf(band) >= columns.inset - 2
  const inText = runs.filter((run) => run.y < height * 0.9 || !isPageNumber(run.text))
  const above = runsBetween(inText, first, height * 0.06, first.at)
  const below = runsBetween(inText, last, last.at, height * 0.95)
  const top = isRow(above)
    ? [{ ...first, at: above.reduce((least, run) => Math.min(least, run.y - run.size), Infinity) - 2 }]
    : []
  const bottom = isRow(below) ? [{ ...last, at: below.reduce((most, run) => Math.max(most, run.y), 0) + 4 }] : []
  return [...top, ...stack, ...bottom]
}

/** A head row may stand above the first line without one of its own: the line of text right above it, where it has both columns. */
const withHeadRow = (part: Rule[], runs: Run[], { side }: Columns): Rule[] => {
  const [first] = part
  if (first === undefined) return part
  const close = runs.filter((run) => run.y < first.at && run.y > first.at - 1.6 * run.size)
  const head = runsBetween(close, first, 0, first.at)
  const isHead = leftOf(head) < side && head.some((run) => run.x >= side) && !head.some((run) => crosses(run, side))
  if (!isHead) return part
  const top = head.reduce((least, run) => Math.min(least, run.y - run.size), Infinity)
  return [{ ...first, at: top - 1 }, ...part]
}

const sidesOf = (part: Rule[], runs: Run[], side: number): Rule[] => {
  const [first, last] = [part[0], part.at(-1)]
  if (first === undefined || last === undefined) return []
  const ends = [first.from, first.to].map((at): Rule => ({ isHorizontal: false, at, from: first.at, to: last.at }))
  const inner = bandsOf(part, runs).flatMap((band, at): Rule[] => {
    const isOneCell = band.some((run) => crosses(run, side))
    return isOneCell ? [] : [{ isHorizontal: false, at: side, from: part[at]?.at ?? 0, to: part[at + 1]?.at ?? 0 }]
  })
  return [...ends, ...inner]
}

/** The tables of level lines on a page, each with the upright lines it lacks: its two ends, and one between its columns. */
export const tablesOfLevelLines = (page: LevelPage, learned: Columns[]): Rule[][] =>
  stacksIn(page.rules).flatMap((drawn) => {
    const columns = learned.find((known) => drawn[0] !== undefined && isSameWidth(known, drawn[0]))
    if (columns === undefined) return []
    const stack = withOpenEnds(drawn, page, columns)
    const parts = partStack(stack, bandsOf(stack, page.runs), columns)
    return parts.map((part) => {
      const whole = withHeadRow(part, page.runs, columns)
      return [...whole, ...sidesOf(whole, page.runs, columns.side)]
    })
  })
