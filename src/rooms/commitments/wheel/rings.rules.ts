import { shortTitle } from './short-name.rules.ts'
import type { Ring, WheelPromise } from './wheel.ts'

/** What the rings of the wheel stand for: agreements by focus area, activities, or the parties that owe. */
export type RingKind = 'focus_area' | 'activity' | 'party'

/** What a ring is called that holds what has no ring of its own. */
export interface RingWords {
  readonly several: string
  readonly others: string
  readonly nobody: string
}

/** Sorts the year's promises into rings, each promise in one, in the order in which the rings are first met. */
export const ringsOf = (promises: readonly WheelPromise[], kind: RingKind, words: RingWords): Ring[] => {
  const owners = new Set(promises.flatMap(({ commitment }) => commitment.owedBy.map(bareName)))
  const nameOf = ({ commitment }: WheelPromise): string => {
    if (kind === 'focus_area') return commitment.agreement
    if (kind === 'activity') return shortTitle(commitment.activity)
    const parties = [...new Set(commitment.owedBy.map((owner) => partyOf(owner, owners)))]
    return parties.length > 1 ? words.several : (parties[0] ?? words.nobody)
  }
  const rings = new Map<string, WheelPromise[]>()
  for (const promise of promises) {
    const name = nameOf(promise)
    const ring = rings.get(name)
    if (ring) ring.push(promise)
    else rings.set(name, [promise])
  }
  return [...rings].map(([name, inIt]) => ({ name, promises: inIt }))
}

/** The largest rings in their order, and one for all that the rest hold. */
export const withinMost = (rings: readonly Ring[], most: number, others: string): Ring[] => {
  if (rings.length <= most) return [...rings]
  const bySize = rings.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const large = new Set(bySize.slice(0, most - 1))
  const rest = rings.filter((ring) => !large.has(ring)).flatMap(({ promises }) => promises)
  return [...rings.filter((ring) => large.has(ring)), { name: others, promises: rest }]
}

/** How much of a ring is seen: what falls in the year, then what runs through it. */
const sizeOf = ({ promises }: Ring): number =>
  promises.reduce((sum, { occurrences }) => sum + occurrences.length + 0.1, 0)

const bareName = (owner: string): string => capitalised(owner.replace(/^(?:helhedsplanen|planen|foreningen)\s+/iu, ''))

const capitalised = (word: string): string => word.slice(0, 1).toLocaleUpperCase('da') + word.slice(1)

/** A post at a party is that party's: "lodskoordinator i Bølgen" → "Bølgen", where Bølgen owes something itself. */
const partyOf = (owner: string, owners: ReadonlySet<string>): string => {
  const at = /\s(?:i|fra|hos)\s(\S.*)$/u.exec(owner)?.[1]
  const party = at === undefined ? undefined : bareName(at)
  return party !== undefined && owners.has(party) ? party : bareName(owner)
}
