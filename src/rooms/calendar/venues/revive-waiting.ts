import { leaveTrace, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listHoldings, lockSpaces } from '../booking.queries.ts'
import { listOpeningsOf } from '../venue.queries.ts'
import { minuteOf } from './minutes.ts'
import { isOpenFor } from './opening.rules.ts'
import { queueTelling } from './tell-of-booking.ts'
import { comeBack, type Freed, listWaiting, waitFor, type WaitingRow } from './waiting.queries.ts'
import { type Waiting, whoComesBack } from './waiting.rules.ts'

/**
 * Lets the times that waited for a place come back where it is free again, those that waited longest first, in the transaction that freed
 * it; whoever arranges them is told.
 */
export const reviveWaiting = async (tx: WriteTx, { clock }: Platform, freed: readonly Freed[]): Promise<void> => {
  if (freed.length === 0) return
  const now = clock.now()
  const rows = await listWaiting(tx, freed, now)
  if (rows.length === 0) return
  const spaceIds = [...new Set(rows.flatMap((row) => row.spaceIds))]
  await lockSpaces(tx, spaceIds)
  const holdings = await listHoldings(tx, spaceIds, spanOf(rows))
  const held = holdings.map((one) => ({ ...one, from: minuteOf(one.from), to: minuteOf(one.to) }))
  const { back, still } = whoComesBack(await withHours(tx, rows), held)
  for (const { occurrenceId } of back) {
    await comeBack(tx, occurrenceId, now)
    await queueTelling(tx, { about: 'came_back', id: occurrenceId })
    leaveTrace(tx, { verb: 'occurrence.came_back', thing: 'occurrence', ref: occurrenceId })
  }
  for (const { waiting, for: other } of still) await waitFor(tx, waiting.occurrenceId, other)
}

const spanOf = (rows: readonly WaitingRow[]): { from: Temporal.Instant; to: Temporal.Instant } => {
  const [first] = rows
  if (first === undefined) throw new Error('Nothing waits')
  return rows.reduce(
    ({ from, to }, row) => ({
      from: Temporal.Instant.compare(row.from, from) < 0 ? row.from : from,
      to: Temporal.Instant.compare(row.to, to) > 0 ? row.to : to,
    }),
    { from: first.from, to: first.to },
  )
}

const withHours = async (tx: WriteTx, rows: readonly WaitingRow[]): Promise<Waiting[]> => {
  const openings = new Map<string, Awaited<ReturnType<typeof listOpeningsOf>>>()
  for (const { venueId } of rows) if (!openings.has(venueId)) openings.set(venueId, await listOpeningsOf(tx, venueId))
  return rows.map(({ occurrenceId, seriesId, spaceIds, venueId, ...row }) => ({
    occurrenceId,
    seriesId,
    spaceIds,
    from: minuteOf(row.from),
    to: minuteOf(row.to),
    since: minuteOf(row.since),
    isOpen: isOpenFor(openings.get(venueId) ?? [], row.from, row.to),
  }))
}
