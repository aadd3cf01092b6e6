import type { Day } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import type { AgreementDocument } from '../agreement-format.ts'

/** The days a version is in force, both ends included; a missing end is open. */
interface InForce {
  readonly from: Day | null
  readonly to: Day | null
}

interface Following {
  readonly inForceDuring: InForce
  readonly document: AgreementDocument
  readonly from: Day
  readonly today: Day
}

/**
 * The days the next version is in force: from the day chosen to the end its document names. It follows a version that was in force at
 * least a day, and is no older than today, so that no day that has been answers differently afterwards. Throws
 * Refused('version_begins_in_the_past'), 'version_begins_before_the_last' or 'version_begins_after_its_end'.
 */
export const spanOfNext = ({ inForceDuring, document, from, today }: Following): InForce => {
  const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0
  if (isBefore(from, today)) throw new Refused('version_begins_in_the_past')
  if (inForceDuring.from !== null && !isBefore(inForceDuring.from, from))
    throw new Refused('version_begins_before_the_last', { from: inForceDuring.from.toString() })
  const end = document.validDuring?.to ?? null
  const to = end === null ? null : Temporal.PlainDate.from(end)
  if (to !== null && isBefore(to, from)) throw new Refused('version_begins_after_its_end', { to: to.toString() })
  return { from, to }
}
