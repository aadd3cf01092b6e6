/** What came of writing where another had written meanwhile. `both`: the same words were changed by both, and both stand. */
export interface MergedSaid {
  readonly text: string
  readonly outcome: 'merged' | 'both'
}

/** Stands before what was written at the same time as the line above it, about the same words. */
export const writtenMeanwhile = '[Skrevet samtidig:]'

/**
 * Puts together two changes to one text, line by line and then word by word within a line. What only one changed is taken from them; where
 * both changed the same words, both lines stand, the later marked: nobody's text is lost. What both added at one place stands in turn.
 */
export const mergeSaid = (base: string, mine: string, theirs: string): MergedSaid => {
  if (mine === theirs || theirs === base) return { text: mine, outcome: 'merged' }
  if (mine === base) return { text: theirs, outcome: 'merged' }
  const [b, m, t] = [base, mine, theirs].map((text) => `${text}\n`.match(/[^\n]*\n/g) ?? [])
  const gaps = gapsOf(b ?? [], m ?? [], t ?? []).map(settleLines)
  return {
    text: gaps
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
    outcome: gaps.some(({ isConflict }) => isConflict) ? 'both' : 'merged',
  }
}

interface Gap {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

interface Settled {
  readonly text: string
  readonly isConflict: boolean
}

const agreed = (text: string): Settled => ({ text, isConflict: false })

const settleLines = ({ base, mine, theirs }: Gap): Settled => {
  if (mine === theirs || theirs === base) return agreed(mine)
  if (mine === base) return agreed(theirs)
  if (base.trim() === '') return agreed(`${ended(theirs)}${mine}`)
  const words = gapsOf(wordsIn(base), wordsIn(mine), wordsIn(theirs))
  if (words.every((gap) => gap.mine === gap.theirs || gap.mine === gap.base || gap.theirs === gap.base))
    return agreed(words.map((gap) => (gap.theirs === gap.base ? gap.mine : gap.theirs)).join(''))
  if (mine.trim() === '') return { text: theirs, isConflict: true }
  if (theirs.trim() === '') return { text: mine, isConflict: true }
  // A line both only added to holds what each added.
  if (mine.startsWith(base.trimEnd()) && theirs.startsWith(base.trimEnd()))
    return agreed(`${theirs.trimEnd()}${mine.slice(base.trimEnd().length)}`)
  return { text: `${ended(theirs)}${writtenMeanwhile} ${mine}`, isConflict: true }
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

const wordsIn = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

/** The base cut where all three hold the same piece, with what each of them has between. Pieces all three hold are gaps of their own. */
const gapsOf = (base: readonly string[], mine: readonly string[], theirs: readonly string[]): Gap[] => {
  const [inMine, inTheirs] = [placesOf(base, mine), placesOf(base, theirs)]
  const gaps: Gap[] = []
  let from = { base: 0, mine: 0, theirs: 0 }
  for (let at = 0; at <= base.length; at += 1) {
    const isEnd = at === base.length
    const [inM, inT] = isEnd ? [mine.length, theirs.length] : [inMine.get(at), inTheirs.get(at)]
    if (inM === undefined || inT === undefined) continue
    gaps.push({
      base: base.slice(from.base, at).join(''),
      mine: mine.slice(from.mine, inM).join(''),
      theirs: theirs.slice(from.theirs, inT).join(''),
    })
    const shared = base[at]
    if (shared !== undefined) gaps.push({ base: shared, mine: shared, theirs: shared })
    from = { base: at + 1, mine: inM + 1, theirs: inT + 1 }
  }
  return gaps
}

/** So many pairs are compared; where there are more, the two texts are held to have nothing in common but how they begin and end. */
const mostPairs = 4_000_000

/** Where the pieces of one text stand in another: the longest row of pairs, in order. */
const placesOf = (old: readonly string[], young: readonly string[]): Map<number, number> => {
  let head = 0
  while (head < old.length && head < young.length && old[head] === young[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < young.length - head && old.at(-1 - tail) === young.at(-1 - tail)) tail += 1
  const places = new Map<number, number>()
  for (let at = 0; at < head; at += 1) places.set(at, at)
  const [a, b] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)]
  if (a.length * b.length <= mostPairs) for (const [x, y] of longestRow(a, b)) places.set(x + head, y + head)
  for (let at = tail; at > 0; at -= 1) places.set(old.length - at, young.length - at)
  return places
}

const longestRow = (a: readonly string[], b: readonly string[]): [number, number][] => {
  const wide = b.length + 1
  const best = new Uint16Array((a.length + 1) * wide)
  const at = (x: number, y: number) => best[x * wide + y] ?? 0
  for (let x = a.length - 1; x >= 0; x -= 1)
    for (let y = b.length - 1; y >= 0; y -= 1)
      best[x * wide + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1))
  const row: [number, number][] = []
  let [x, y] = [0, 0]
  while (x < a.length && y < b.length) {
    if (a[x] === b[y]) row.push([x++, y++])
    else if (at(x + 1, y) >= at(x, y + 1)) x += 1
    else y += 1
  }
  return row
}
