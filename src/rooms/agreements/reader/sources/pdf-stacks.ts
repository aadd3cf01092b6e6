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

/** The side where the second column's text begins, told by where most lines begin that begin neither at the left nor at the end. */
const innerSide = (runs: Run[], from: number, to: number): number | null => {
  const times = new Map<number, number>()
  for (const run of runs) {
    const share = (run.x - from) / (to - from)
    if (share > 0.12 && share < 0.8) times.set(Math.round(run.x), (times.get(Math.round(run.x)) ?? 0) + 1)
  }
  const [best] = [...times].toSorted((one, other) => other[1] - one[1])
  if (best === undefined || best[1] < 2) return null
  const [x] = best
  const crossing = runs.filter((run) => crosses(run, x)).length
  return crossing > runs.length * 0.25 ? null : x - near
}

/** Adds the upright lines that a table of horizontal lines lacks: its two ends, and one between its columns beside each row with two. */
export const withSides = (stack: Rule[], runs: Run[]): Rule[] => {
  const [first, last] = [stack[0], stack.at(-1)]
  if (first === undefined || last === undefined) return stack
  const inside = runs.filter(
    (run) => run.y > first.at && run.y < last.at && run.x >= first.from - near && run.x <= first.to,
  )
  const side = innerSide(inside, first.from, first.to)
  if (side === null) return []
  const ends = [first.from, first.to].map((at): Rule => ({ isHorizontal: false, at, from: first.at, to: last.at }))
  const inner = stack.slice(0, -1).flatMap((rule, at): Rule[] => {
    const below = stack[at + 1]?.at ?? rule.at
    const row = inside.filter((run) => run.y > rule.at && run.y < below)
    return row.some((run) => crosses(run, side)) ? [] : [{ isHorizontal: false, at: side, from: rule.at, to: below }]
  })
  return [...stack, ...ends, ...inner]
}
