import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import type { Holder } from './holder.ts'
import type { Swap, SwapEffect } from './swap.ts'

type Holding = Pick<Holder, 'holderId' | 'personId' | 'name' | 'from' | 'until'>

const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0

/** Who holds the post on the day; undefined where nobody does. */
export const holdingOn = <T extends Holding>(holdings: readonly T[], day: Day): T | undefined =>
  holdings.find(({ from, until }) => !isBefore(day, from) && (until === null || isBefore(day, until)))

/** The holding that was written last, as ids made later sort later; '' where the post was never held. */
export const lastWritten = (holdings: readonly Holding[]): string =>
  holdings
    .map(({ holderId }) => holderId)
    .toSorted()
    .at(-1) ?? ''

const nextAfter = (holdings: readonly Holding[], day: Day): Holding | undefined =>
  holdings.find(({ from }) => isBefore(day, from))

/** What a swap from the day does beside what was asked for. `holdings` of the post, the first to hold it first. */
export const effectsOf = (holdings: readonly Holding[], from: Day, today: Day): SwapEffect[] => {
  const effects: SwapEffect[] = []
  if (isBefore(from, today)) effects.push({ kind: 'history', from })
  const present = holdingOn(holdings, today)
  const ends = present?.until ?? null
  if (ends !== null && isBefore(ends, from) && holdingOn(holdings, from) === undefined) {
    const last = holdings.findLast(({ until }) => until !== null && !isBefore(from, until))?.until ?? ends
    if (isBefore(last, from)) effects.push({ kind: 'gap', from: last, to: from.subtract({ days: 1 }) })
  }
  const next = nextAfter(holdings, from)
  if (next !== undefined) effects.push({ kind: 'until_next', who: next.name, from: next.from })
  return effects
}

interface Seen {
  readonly holdings: readonly Holding[]
  /** Who takes over, where they are known. */
  readonly personId: string | null
  readonly today: Day
}

/**
 * The first day the one who takes over has the post no more; null = without an end. Throws Refused: 'swapped_meanwhile' with who got it,
 * 'swap_to_same', 'swap_before_holder' where it would begin before the holder of that day did, and 'swap_asks' where something it does
 * has not been said yes to.
 */
export const planSwap = (
  { holdings, personId, today }: Seen,
  { from, seen, agreed }: Pick<Swap, 'from' | 'seen' | 'agreed'>,
): Day | null => {
  requireUnchanged(holdings, seen)
  const there = holdingOn(holdings, from)
  const next = nextAfter(holdings, from)
  const same = [there, next].find((one) => personId !== null && one?.personId === personId)
  if (same !== undefined) throw new Refused('swap_to_same', { who: same.name, day: same.from.toString() })
  const present = holdingOn(holdings, today)
  const begins = [there, present].find((one) => one !== undefined && !isBefore(one.from, from))
  if (begins !== undefined) throw new Refused('swap_before_holder', { who: begins.name, day: begins.from.toString() })
  if (effectsOf(holdings, from, today).some(({ kind }) => !agreed.has(kind))) throw new Refused('swap_asks')
  return next?.from ?? null
}

const requireUnchanged = (holdings: readonly Holding[], seen: string): void => {
  const last = lastWritten(holdings)
  if (last === seen) return
  const written = holdings.find(({ holderId }) => holderId === last)
  if (written === undefined || last < seen) throw new Refused('swap_undone_meanwhile')
  throw new Refused('swapped_meanwhile', { who: written.name, day: written.from.toString() })
}
