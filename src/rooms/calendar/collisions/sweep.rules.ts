/** Times as columns, sorted by group and then by start; minutes. Only times of one group meet. */
export interface SortedTimes {
  readonly group: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
}

/**
 * Meets every two times of one group that overlap when the earlier is made `slack` minutes longer, each pair once: the earlier first. It
 * walks once through the times and keeps those that are not over yet.
 */
export const sweepPairs = (
  { group, from, to }: SortedTimes,
  slack: number,
  meet: (earlier: number, later: number) => void,
): void => {
  let open = new Int32Array(64)
  let count = 0
  let here = -1
  for (let at = 0; at < from.length; at += 1) {
    const begins = from[at] ?? 0
    if (group[at] !== here) {
      count = 0
      here = group[at] ?? -1
    }
    let kept = 0
    for (let each = 0; each < count; each += 1) {
      const earlier = open[each] ?? 0
      if ((to[earlier] ?? 0) + slack > begins) {
        open[kept] = earlier
        kept += 1
        meet(earlier, at)
      }
    }
    if (kept === open.length) open = grown(open)
    open[kept] = at
    count = kept + 1
  }
}

const grown = (full: Int32Array): Int32Array<ArrayBuffer> => {
  const more = new Int32Array(full.length * 2)
  more.set(full)
  return more
}
