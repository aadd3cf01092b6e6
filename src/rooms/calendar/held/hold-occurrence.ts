import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { homeZone } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { leaveEvidence, withdrawEvidence } from '../../commitments/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import type { SeenOccurrence } from '../change-occurrence.ts'
import type { Occurrence } from '../occurrence.ts'
import {
  findEvidenceOf,
  findOccurrence,
  hasEvidenceBeside,
  getOccurrenceForUpdate,
  updateOccurrence,
} from '../occurrence.queries.ts'
import type { Planner } from '../planner.ts'
import { findPromiseOf } from '../promise-link.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import type { Series } from '../series.ts'
import { findSeries } from '../series.queries.ts'
import { capOf } from '../season/promised-terms.ts'
import { worthOf } from './worth.ts'

const enter = async (tx: WriteTx, { platform, actor }: Planner, seen: SeenOccurrence) => {
  const found = await findOccurrence(tx, seen.occurrenceId)
  const series = found && (await findSeries(tx, found.seriesId))
  if (series === undefined) throw new Refused('occurrence_not_found')
  requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, series))
  if (series.kind === 'meeting') throw new Refused('changed_by_its_group')
  const occurrence = await getOccurrenceForUpdate(tx, seen.occurrenceId, seen.version)
  if (Temporal.Instant.compare(occurrence.startsAt, platform.clock.now()) > 0) throw new Refused('not_begun')
  return { series, occurrence }
}

/**
 * Says that a time was held, and how many came where somebody counted. Where its activity answers a promise, that is the promise's
 * evidence; said again, the former evidence is taken back. Throws Refused('not_begun') or Refused('changed_meanwhile').
 */
export const holdOccurrence = (
  platform: Platform,
  actor: Actor,
  seen: SeenOccurrence,
  headCount: number | null,
): Promise<void> => writeAs(platform, actor, (tx) => holdWithin(tx, { platform, actor }, seen, headCount))

/** Says it in a transaction of the one who may. Throws as `holdOccurrence`. */
export const holdWithin = async (
  tx: WriteTx,
  { platform, actor }: Planner,
  seen: SeenOccurrence,
  headCount: number | null,
): Promise<void> => {
  const { series, occurrence } = await enter(tx, { platform, actor }, seen)
  await takeBack(tx, { platform, actor }, occurrence, 'Antallet er rettet.')
  const now = platform.clock.now()
  const evidenceId = await leaveEvidenceOf(tx, { platform, actor }, series, { ...occurrence, headCount })
  const heldBy = actor.personId ?? 'system'
  await updateOccurrence(
    tx,
    occurrence.occurrenceId,
    { state: 'held', headCount, heldAt: now, heldBy, evidenceId, skippedForId: null },
    now,
  )
  leaveTrace(tx, { verb: 'occurrence.held', thing: 'occurrence', ref: occurrence.occurrenceId })
}

/** Says that a time that should have been held was not, and why; evidence it left is taken back. */
export const missOccurrence = (platform: Platform, actor: Actor, seen: SeenOccurrence, reason: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { occurrence } = await enter(tx, { platform, actor }, seen)
    await takeBack(tx, { platform, actor }, occurrence, 'Den blev ikke holdt.')
    await updateOccurrence(
      tx,
      occurrence.occurrenceId,
      { state: 'cancelled', reason, headCount: null, heldAt: null, heldBy: null, evidenceId: null },
      platform.clock.now(),
    )
    leaveTrace(tx, { verb: 'occurrence.missed', thing: 'occurrence', ref: occurrence.occurrenceId })
  })

const takeBack = async (
  tx: WriteTx,
  { platform, actor }: Planner,
  { occurrenceId }: Occurrence,
  why: string,
): Promise<void> => {
  const evidenceId = await findEvidenceOf(tx, occurrenceId)
  if (evidenceId !== null) await withdrawEvidence(tx, platform, actor, { evidenceId, room: 'calendar', why })
}

const leaveEvidenceOf = async (
  tx: WriteTx,
  { platform, actor }: Planner,
  series: Series,
  occurrence: Occurrence,
): Promise<string | null> => {
  const day = occurrence.startsAt.toZonedDateTimeISO(homeZone).toPlainDate()
  const promise = await findPromiseOf(tx, series.lineageId, day)
  if (promise === null) return null
  // Three afternoons are one workshop of those a promise counts by the year: the first that is held stands for all.
  if (capOf(promise.notation) !== null && (await hasEvidenceBeside(tx, occurrence))) return null
  const minutes = occurrence.startsAt.until(occurrence.endsAt).total('minutes')
  return leaveEvidence(tx, platform, actor, {
    ...worthOf(promise.notation, { minutes, headCount: occurrence.headCount }),
    commitmentId: promise.commitmentId,
    happenedOn: day.toString(),
    room: 'calendar',
    thingId: occurrence.occurrenceId,
  })
}
