/** A stretch of text that stands in both, in the old alone, or in the new alone. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * A text as words, each with the white space and signs around it kept as words of their own: joined they are the text again. A number
 * with its signs is one word: `12.000`, `15,5`, `14.30`.
 */
export const wordsOf = (text: string): string[] =>
  text.match(/\p{N}+(?:[.,:/]\p{N}+)+|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

/**
 * What was removed and added from one text to another, word by word, the fewest words possible; removed before added. Joined, the
 * stretches that are not added are the old text and those not removed the new. Takes time in proportion to length times difference.
 */
export const diffWords = (before: string, after: string): Stretch[] => {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  return joined(matchesOf(old, young), old, young)
}

/** A pair of places where the same word stands. */
export interface Match {
  readonly old: number
  readonly young: number
}

/** The longest row of pairs of equal words, in order (Myers 1986). */
export const matchesOf = (old: readonly string[], young: readonly string[]): Match[] => {
  let head = 0
  while (head < old.length && head < young.length && old[head] === young[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < young.length - head && old.at(-1 - tail) === young.at(-1 - tail)) tail += 1
  const middle = shortestEdit(old.slice(head, old.length - tail), young.slice(head, young.length - tail))
  return [
    ...Array.from({ length: head }, (_, at) => ({ old: at, young: at })),
    ...middle.map((match) => ({ old: match.old + head, young: match.young + head })),
    ...Array.from({ length: tail }, (_, at) => ({
      old: old.length - tail + at,
      young: young.length - tail + at,
    })),
  ]
}

const shortestEdit = (old: readonly string[], young: readonly string[]): Match[] => {
  const most = old.length + young.length
  const furthest = new Map<number, number>([[1, 0]])
  const trail: Map<number, number>[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(new Map(furthest))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(furthest, diagonal, edits)
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x += 1
      furthest.set(diagonal, x)
      if (x >= old.length && x - diagonal >= young.length) return walkBack(trail, old.length, young.length)
    }
  }
  return []
}

const startOn = (furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number => {
  const [below, above] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1]
  return diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1
}

const walkBack = (trail: readonly ReadonlyMap<number, number>[], oldLength: number, youngLength: number): Match[] => {
  const matches: Match[] = []
  let [x, y] = [oldLength, youngLength]
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const furthest = trail[edits] ?? new Map<number, number>()
    const diagonal = x - y
    const [below, above] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1]
    const from = diagonal === -edits || (diagonal !== edits && below < above) ? diagonal + 1 : diagonal - 1
    const fromX = edits === 0 ? 0 : (furthest.get(from) ?? 0)
    const fromY = edits === 0 ? 0 : fromX - from
    const startX = edits === 0 ? 0 : from === diagonal + 1 ? fromX : fromX + 1
    while (x > startX) {
      x -= 1
      y -= 1
      matches.push({ old: x, young: y })
    }
    ;[x, y] = [fromX, fromY]
  }
  return matches.toReversed()
}

const joined = (matches: readonly Match[], old: readonly string[], young: readonly string[]): Stretch[] => {
  const stretches: Stretch[] = []
  const put = (kind: Stretch['kind'], words: readonly string[]) => {
    const last = stretches.at(-1)
    if (words.length === 0) return
    if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + words.join('') }
    else stretches.push({ kind, text: words.join('') })
  }
  let [x, y] = [0, 0]
  for (const match of [...matches, { old: old.length, young: young.length }]) {
    put('removed', old.slice(x, match.old))
    put('added', young.slice(y, match.young))
    const word = old[match.old]
    if (word !== undefined) put('same', [word])
    ;[x, y] = [match.old + 1, match.young + 1]
  }
  return stretches
}
