/** From a minute to a minute, the last left out; what the minutes are counted from is the caller's. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The same minutes as stretches in order that neither overlap nor touch. */
export const mergeStretches = (stretches: readonly Stretch[]): Stretch[] => {
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    if (from >= to) continue
    const last = merged.at(-1)
    if (last === undefined || from > last.to) merged.push({ from, to })
    else last.to = Math.max(last.to, to)
  }
  return merged
}

/** What is in both; each list in order and without overlaps, as `mergeStretches` gives it. */
export const inBoth = (one: readonly Stretch[], other: readonly Stretch[]): Stretch[] => {
  const both: Stretch[] = []
  let [a, b] = [0, 0]
  for (;;) {
    const [first, second] = [one[a], other[b]]
    if (first === undefined || second === undefined) return both
    const [from, to] = [Math.max(first.from, second.from), Math.min(first.to, second.to)]
    if (from < to) both.push({ from, to })
    if (first.to <= second.to) a += 1
    else b += 1
  }
}

/** What of the open stretches nobody holds, in order. */
export const freeStretches = (open: readonly Stretch[], held: readonly Stretch[]): Stretch[] => {
  const free: Stretch[] = []
  const taken = mergeStretches(held)
  let at = 0
  for (const { from, to } of mergeStretches(open)) {
    let begin = from
    while ((taken[at]?.to ?? Infinity) <= begin) at += 1
    for (let next = at; (taken[next]?.from ?? Infinity) < to; next += 1) {
      const { from: heldFrom = to, to: heldTo = to } = taken[next] ?? {}
      if (heldFrom > begin) free.push({ from: begin, to: heldFrom })
      begin = Math.max(begin, heldTo)
    }
    if (begin < to) free.push({ from: begin, to })
  }
  return free
}

/** Whether a stretch lies within one that is free. */
export const isWithin = (free: readonly Stretch[], wanted: Stretch): boolean =>
  free.some(({ from, to }) => from <= wanted.from && wanted.to <= to)

/** The first stretch that is as long as is wanted and begins no earlier; undefined where there is none. */
export const nextSlot = (free: readonly Stretch[], wanted: Stretch): Stretch | undefined => {
  const minutes = wanted.to - wanted.from
  for (const { from, to } of free) {
    const begin = Math.max(from, wanted.from)
    if (begin + minutes <= to) return { from: begin, to: begin + minutes }
  }
  return undefined
}

/** Slots begin on the quarter where they can. */
const step = 15

/**
 * The slots nearest to the one wanted and as long as it, one before and one after within each free stretch, the nearest first; the wanted
 * one alone where it is free.
 */
export const nearestSlots = (free: readonly Stretch[], wanted: Stretch, most: number): Stretch[] => {
  const minutes = wanted.to - wanted.from
  const slots = free.flatMap(({ from, to }) => {
    const [first, last] = [Math.ceil(from / step) * step, Math.floor((to - minutes) / step) * step]
    const begins = first > last ? (to - from < minutes ? [] : [from]) : [nearest(first, last, wanted.from)]
    return begins.map((begin) => ({ from: begin, to: begin + minutes }))
  })
  return slots.toSorted((a, b) => away(a, wanted) - away(b, wanted) || a.from - b.from).slice(0, most)
}

const away = (slot: Stretch, wanted: Stretch): number => Math.abs(slot.from - wanted.from)

const nearest = (first: number, last: number, wanted: number): number => Math.min(Math.max(first, wanted), last)
