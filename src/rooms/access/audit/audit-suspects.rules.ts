import type { AuditEntry, AuditFault } from './audit-entry.ts'
import { linkOf } from './audit-link.rules.ts'

/** An entry that does not follow the one before it, and the number it stands as. */
export interface Suspect {
  readonly entry: AuditEntry
  readonly place: number
  /** It came after entries of higher numbers. */
  readonly isLate: boolean
}

/** A stretch of a lane in which not all follows: from a number that should follow `before`, to the last before all is well again. */
export interface Stretch {
  readonly before: string
  readonly from: number
  readonly to: number
}

/** Finds out what happened in the stretches: which entries stand elsewhere, are changed, missing or too many. */
export const explainStretches = (
  lane: number,
  stretches: readonly Stretch[],
  suspects: readonly Suspect[],
): AuditFault[] => {
  const told: Told = {
    unplaced: new Set(suspects),
    hashes: new Map(suspects.map((one) => [one.place, one.entry.hash])),
  }
  const faults = stretches.flatMap((stretch) => explainStretch(lane, stretch, told))
  const added = [...told.unplaced].map(({ entry: { number } }) => ({
    kind: 'added' as const,
    lane,
    number,
    toNumber: number,
  }))
  return [...faults, ...added].toSorted((one, other) => one.number - other.number)
}

interface Told {
  readonly unplaced: Set<Suspect>
  /** The hash that is stored at a place, whatever stands there. */
  readonly hashes: ReadonlyMap<number, string>
}

const explainStretch = (lane: number, stretch: Stretch, told: Told): AuditFault[] => {
  const { unplaced } = told
  const faults: AuditFault[] = []
  const fault = (kind: AuditFault['kind'], number: number, toNumber = number) =>
    faults.push({ kind, lane, number, toNumber })
  // What the next may follow; none where the one before is missing.
  let before: readonly string[] = [stretch.before]
  let number = stretch.from
  while (number <= stretch.to) {
    const placed = [...unplaced].find(({ place }) => place === number)
    const fitting = findFitting(before, number, told)
    if (fitting !== null) {
      unplaced.delete(fitting.suspect)
      if (fitting.suspect.place !== number || fitting.suspect.isLate) fault('reordered', number)
      before = [fitting.hash]
      number += 1
    } else if (placed === undefined) {
      const next = Math.min(...[...unplaced].flatMap(({ place }) => (place > number ? [place] : [])), stretch.to + 1)
      fault('missing', number, next - 1)
      before = []
      number = next
    } else {
      unplaced.delete(placed)
      if (before.length > 0) fault('changed', number)
      before = [placed.entry.hash, ...before.map((hash) => linkOf(hash, placed.entry, number))]
      number += 1
    }
  }
  return faults
}

/** The suspect that is truly the entry of this number: with it the hash comes out as stored, with it or at its place. */
const findFitting = (
  before: readonly string[],
  number: number,
  { unplaced, hashes }: Told,
): { suspect: Suspect; hash: string } | null => {
  for (const hashBefore of before)
    for (const suspect of unplaced) {
      const hash = linkOf(hashBefore, suspect.entry, number)
      if (hash === suspect.entry.hash || hash === hashes.get(number)) return { suspect, hash }
    }
  return null
}
