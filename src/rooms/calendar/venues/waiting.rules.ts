import type { Stretch } from './stretches.rules.ts'

/** A time that was skipped, and what it needs to come back; minutes since 1970. */
export interface Waiting extends Stretch {
  readonly occurrenceId: string
  readonly seriesId: string
  readonly spaceIds: readonly string[]
  /** When it was skipped, in minutes since 1970; of two from the same minute the id tells, which counts up with time. */
  readonly since: number
  readonly isOpen: boolean
}

/** What holds a space. */
export interface Held extends Stretch {
  readonly spaceId: string
  readonly occurrenceId: string | null
}

export interface ComingBack {
  readonly back: readonly Waiting[]
  /** Those that go on waiting, and what they now wait for. */
  readonly still: readonly { readonly waiting: Waiting; readonly for: string | null }[]
}

/** Which of those that wait for a place come back: who has waited longest first, as long as nothing holds the place, nor one before it in line. */
export const whoComesBack = (waiting: readonly Waiting[], held: readonly Held[]): ComingBack => {
  const taken = [...held]
  const back: Waiting[] = []
  const still: { waiting: Waiting; for: string | null }[] = []
  const line = waiting.toSorted((a, b) => a.since - b.since || (a.occurrenceId < b.occurrenceId ? -1 : 1))
  for (const one of line) {
    const hinder = taken.find((by) => one.spaceIds.includes(by.spaceId) && by.from < one.to && one.from < by.to)
    if (hinder !== undefined || !one.isOpen) {
      still.push({ waiting: one, for: hinder?.occurrenceId ?? null })
      continue
    }
    back.push(one)
    const { from, to, occurrenceId } = one
    taken.push(...one.spaceIds.map((spaceId) => ({ spaceId, occurrenceId, from, to })))
  }
  return { back, still }
}
