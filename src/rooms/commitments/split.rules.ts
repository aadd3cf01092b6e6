import type { Commitment, CommitmentReading } from './commitment.ts'

interface TextPlace {
  readonly section: number
  readonly from: number
  readonly to: number
}

/**
 * Where the two halves of a split promise stand in its section: where their words are found within the old ones, else over the
 * whole of them. Null where the promise stood nowhere.
 */
export const splitPlaces = (
  commitment: Pick<Commitment, 'text' | 'within'>,
  parts: readonly [CommitmentReading, CommitmentReading],
): [TextPlace | null, TextPlace | null] => {
  const { within, text } = commitment
  if (within === null) return [null, null]
  const placeOf = (part: CommitmentReading, after: number): TextPlace => {
    const at = text.indexOf(part.text, after)
    return at < 0 || part.text === ''
      ? within
      : { section: within.section, from: within.from + at, to: within.from + at + part.text.length }
  }
  const first = placeOf(parts[0], 0)
  return [first, placeOf(parts[1], first === within ? 0 : first.to - within.from)]
}
