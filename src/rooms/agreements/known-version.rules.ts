import { type Day, endOf } from '../../platform/day.ts'

interface Known {
  readonly inForceDuring: { readonly from: Day | null }
  readonly confirmedAt: Temporal.Instant
}

/** The versions there were on the day: in force by then, or decided by then to come. One that was decided later is not told. */
export const knownOn = <Version extends Known>(versions: readonly Version[], day: Day): Version[] =>
  versions.filter(
    ({ inForceDuring: { from }, confirmedAt }) =>
      from === null ||
      Temporal.PlainDate.compare(from, day) <= 0 ||
      Temporal.Instant.compare(confirmedAt, endOf(day)) < 0,
  )
