import type { Stretch } from './stretches.rules.ts'

/** A booking that was asked for; minutes since 1970. */
export interface Requested extends Stretch {
  readonly bookingId: string
  readonly spaceId: string
  readonly occurrenceId: string | null
}

const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to

/** A thing that is booked whole or not at all: an occurrence in all its spaces, or a booking that is for none. */
const unitOf = ({ occurrenceId, bookingId }: Requested): string => occurrenceId ?? bookingId

/**
 * What a yes means: which of those asked for can be had, which cannot since something holds the place already, and which requests of
 * others give way to those that can.
 */
export const settleYes = (
  asked: readonly Requested[],
  held: readonly Requested[],
  others: readonly Requested[],
): {
  readonly yes: readonly Requested[]
  readonly taken: readonly { readonly asked: Requested; readonly by: Requested }[]
  readonly giveWay: readonly { readonly other: Requested; readonly to: Requested }[]
} => {
  const hinders = (one: Requested, by: Requested): boolean =>
    one.spaceId === by.spaceId && unitOf(one) !== unitOf(by) && overlap(one, by)
  const blocked = new Map<string, Requested>()
  for (const one of asked) {
    const by = held.find((other) => hinders(one, other))
    if (by !== undefined) blocked.set(unitOf(one), by)
  }
  const yes = asked.filter((one) => !blocked.has(unitOf(one)))
  const taken = asked.flatMap((one) => {
    const by = blocked.get(unitOf(one))
    return by === undefined ? [] : [{ asked: one, by }]
  })
  const lost = new Map<string, Requested>()
  for (const other of others) {
    const to = yes.find((one) => hinders(other, one))
    if (to !== undefined) lost.set(unitOf(other), to)
  }
  const giveWay = others.flatMap((other) => {
    const to = lost.get(unitOf(other))
    return to === undefined ? [] : [{ other, to }]
  })
  return { yes, taken, giveWay }
}
