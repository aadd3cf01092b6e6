import { matchesOf, wordsOf } from './word-diff.rules.ts'

/** A piece of two changed texts put together: what both agree on, or the two versions of a place both changed differently. */
export type MergedPiece =
  | { readonly kind: 'agreed'; readonly text: string }
  | { readonly kind: 'conflict'; readonly base: string; readonly mine: string; readonly theirs: string }

/**
 * Puts together two changes to one text (diff3, word by word): what only one changed is taken from them, what both changed alike is
 * taken once, and where they changed the same words differently both stand side by side: nobody's text is lost.
 */
export const mergeTexts = (base: string, mine: string, theirs: string): MergedPiece[] => {
  const [b, m, t] = [wordsOf(base), wordsOf(mine), wordsOf(theirs)]
  const [inMine, inTheirs] = [b, b].map((_, at) => placesOf(b, at === 0 ? m : t))
  const pieces: MergedPiece[] = []
  let from = { base: 0, mine: 0, theirs: 0 }
  for (let at = 0; at <= b.length; at += 1) {
    const to = at === b.length ? { mine: m.length, theirs: t.length } : sharedAt(inMine, inTheirs, at)
    if (to === undefined) continue
    const gap = {
      base: b.slice(from.base, at).join(''),
      mine: m.slice(from.mine, to.mine).join(''),
      theirs: t.slice(from.theirs, to.theirs).join(''),
    }
    put(pieces, settle(gap))
    if (at < b.length) put(pieces, { kind: 'agreed', text: b[at] ?? '' })
    from = { base: at + 1, mine: to.mine + 1, theirs: to.theirs + 1 }
  }
  return pieces
}

/** The merged text, or null where a person must choose. */
export const mergedText = (pieces: readonly MergedPiece[]): string | null =>
  pieces.every((piece) => piece.kind === 'agreed')
    ? pieces.map((piece) => (piece.kind === 'agreed' ? piece.text : '')).join('')
    : null

const placesOf = (base: readonly string[], other: readonly string[]): ReadonlyMap<number, number> =>
  new Map(matchesOf(base, other).map(({ old, young }) => [old, young]))

const sharedAt = (
  inMine: ReadonlyMap<number, number> | undefined,
  inTheirs: ReadonlyMap<number, number> | undefined,
  at: number,
): { mine: number; theirs: number } | undefined => {
  const [mine, theirs] = [inMine?.get(at), inTheirs?.get(at)]
  return mine === undefined || theirs === undefined ? undefined : { mine, theirs }
}

const settle = ({ base, mine, theirs }: { base: string; mine: string; theirs: string }): MergedPiece => {
  if (mine === theirs || theirs === base) return { kind: 'agreed', text: mine }
  if (mine === base) return { kind: 'agreed', text: theirs }
  return { kind: 'conflict', base, mine, theirs }
}

const put = (pieces: MergedPiece[], piece: MergedPiece): void => {
  const last = pieces.at(-1)
  if (piece.kind === 'agreed' && piece.text === '') return
  if (piece.kind === 'agreed' && last?.kind === 'agreed')
    pieces[pieces.length - 1] = { kind: 'agreed', text: last.text + piece.text }
  else pieces.push(piece)
}
