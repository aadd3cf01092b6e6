/** A stretch of text as the page draws it. Points from the page's top left corner; `y` is the baseline. */
export interface Run {
  text: string
  x: number
  width: number
  y: number
  size: number
  strong: boolean
}

/** A straight ruling line: horizontal at a height or vertical at a side, from one end to the other, in points. */
export interface Rule {
  isHorizontal: boolean
  at: number
  from: number
  to: number
}

export interface PageContent {
  page: number
  width: number
  height: number
  runs: Run[]
  rules: Rule[]
}

/** How far apart two lines may lie and still be drawn as one, in points. */
export const near = 4

/** Gathers numbers that lie near each other; gives the middle of each group, in rising order. */
export const clusters = (values: number[]): number[] => {
  const groups: number[][] = []
  for (const value of values.toSorted((one, other) => one - other)) {
    const group = groups.at(-1)
    if (group !== undefined && value - (group.at(-1) ?? value) <= near) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2)
}

/** Joins rules that continue or repeat each other into single ones. */
export const joinRules = (rules: Rule[]): Rule[] => {
  const sorted = rules.toSorted((one, other) => one.at - other.at || one.from - other.from)
  const joined: Rule[] = []
  for (const rule of sorted) {
    let isTaken = false
    for (let back = joined.length - 1; back >= 0 && !isTaken; back--) {
      const known = joined[back]
      if (known === undefined || rule.at - known.at > near / 2) break
      if (known.isHorizontal !== rule.isHorizontal || rule.from > known.to + near || rule.to < known.from - near)
        continue
      known.from = Math.min(known.from, rule.from)
      known.to = Math.max(known.to, rule.to)
      isTaken = true
    }
    if (!isTaken) joined.push({ ...rule })
  }
  return joined
}

/** How much of a span the rules cover, from 0 to 1. */
export const coverage = (rules: Rule[], from: number, to: number): number => {
  const parts = rules
    .map((rule) => [Math.max(rule.from, from), Math.min(rule.to, to)] as const)
    .filter(([start, end]) => end > start)
    .toSorted((one, other) => one[0] - other[0])
  let covered = 0
  let reached = from
  for (const [start, end] of parts) {
    covered += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return covered / Math.max(1, to - from)
}

/** The value that stands for most of the weight, values being rounded to a tenth. */
export const heaviest = (values: { value: number; weight: number }[], otherwise: number): number => {
  const weights = new Map<number, number>()
  for (const { value, weight } of values) {
    const rounded = Math.round(value * 10) / 10
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight)
  }
  let best = otherwise
  let most = 0
  for (const [value, weight] of weights) {
    if (weight <= most) continue
    most = weight
    best = value
  }
  return best
}
