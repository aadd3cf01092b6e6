import { near, type Rule, type Run } from './pdf-geometry.ts'

const leastWidth = 150

/** Horizontal lines of the same width standing over each other: a table drawn without upright lines. */
export const stackedRules = (rules: Rule[]): Rule[][] => {
  const stacks: Rule[][] = []
  for (const rule of rules.filter((known) => known.to - known.from > leastWidth)) {
    const stack = stacks.find(
      ([first]) =>
        first !== undefined && Math.abs(first.from - rule.from) <= near && Math.abs(first.to - rule.to) <= near,
    )
    if (stack === undefined) stacks.push([rule])
    else stack.push(rule)
  }
  return stacks.filter((stack) => stack.length > 2).map((stack) => stack.toSorted((one, other) => one.at - other.at))
}

const crosses = (run: Run, x: number): boolean => run.x < x - 2 && run.x + run.width > x + 2

/** How often text began at each place across tables of the same width, page after page. */
export type ColumnVotes = Map<string, Map<number, number>>

const votesFor = (votes: ColumnVotes, from: number, to: number): Map<number, number> => {
  const key = `${Math.round(from / 8)}-${Math.round(to / 8)}`
  const known = votes.get(key) ?? new Map<number, number>()
  votes.set(key, known)
  return known
}

/** The side where the second column's text begins: where most lines begin that begin neither at the left nor at the end. */
const innerSide = (runs: Run[], table: Rule, votes: ColumnVotes): number | null => {
  const times = votesFor(votes, table.from, table.to)
  for (const run of runs) {
    const share = (run.x - table.from) / (table.to - table.from)
    if (share > 0.12 && share < 0.8) times.set(Math.round(run.x), (times.get(Math.round(run.x)) ?? 0) + 1)
  }
  const [best] = [...times].toSorted((one, other) => other[1] - one[1])
  if (best === undefined || best[1] < 2) return null
  const [x] = best
  const crossing = runs.filter((run) => crosses(run, x)).length
  return crossing > runs.length * 0.25 ? null : x - near
}

const runsBetween = (runs: Run[], above: Rule, below: Rule): Run[] =>
  runs.filter((run) => run.y > above.at && run.y < below.at && run.x >= above.from - near && run.x <= above.to)

const leftOf = (runs: Run[]): number => runs.reduce((least, run) => Math.min(least, run.x), Infinity)

/** Text between two tables keeps to the page's own margin, further out than the text inside their cells, or fills several lines. */
const isOutside = (band: Run[], inset: number, side: number): boolean => {
  const lines = new Set(band.map((run) => Math.round(run.y / 4)))
  return leftOf(band) < inset - 2 || (band.some((run) => crosses(run, side)) && lines.size > 3)
}

/** Parts a stack where the space between two of its lines holds open text: there one table ends and another begins. */
const partStack = (stack: Rule[], runs: Run[], side: number): Rule[][] => {
  const bands = stack.slice(0, -1).map((rule, at) => runsBetween(runs, rule, stack[at + 1] ?? rule))
  const insets = bands.filter((band) => band.length > 0 && !band.some((run) => crosses(run, side))).map(leftOf)
  const inset = insets.length === 0 ? -Infinity : Math.min(...insets)
  const parts: Rule[][] = [[]]
  for (const [at, rule] of stack.entries()) {
    parts.at(-1)?.push(rule)
    const band = bands[at]
    if (band !== undefined && band.length > 0 && isOutside(band, inset, side)) parts.push([])
  }
  return parts.filter((part) => part.length > 1)
}

const sidesOf = (part: Rule[], runs: Run[], side: number): Rule[] => {
  const [first, last] = [part[0], part.at(-1)]
  if (first === undefined || last === undefined) return []
  const ends = [first.from, first.to].map((at): Rule => ({ isHorizontal: false, at, from: first.at, to: last.at }))
  const inner = part.slice(0, -1).flatMap((rule, at): Rule[] => {
    const below = part[at + 1] ?? rule
    const isOneCell = runsBetween(runs, rule, below).some((run) => crosses(run, side))
    return isOneCell ? [] : [{ isHorizontal: false, at: side, from: rule.at, to: below.at }]
  })
  return [...ends, ...inner]
}

/**
 * The tables of a stack, each with the upright lines it lacks: its two ends, and one between its columns beside each row with two.
 * Nothing where no second column can be told. Tables on earlier pages have their say through the votes.
 */
export const tablesOfStack = (stack: Rule[], runs: Run[], votes: ColumnVotes): Rule[][] => {
  const [first, last] = [stack[0], stack.at(-1)]
  if (first === undefined || last === undefined) return []
  const inside = runsBetween(runs, first, last)
  const side = innerSide(inside, first, votes)
  if (side === null) return []
  return partStack(stack, inside, side).map((part) => [...part, ...sidesOf(part, inside, side)])
}
