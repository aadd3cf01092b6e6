import { keepHouse, leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Tasks } from '../../../platform/queue/job.ts'
import { addJob, addJobOnce } from '../../../platform/queue/queue.queries.ts'
import { nextAt } from '../../../platform/queue/when.rules.ts'
import { system } from '../../access/index.ts'
import { updateOccurrence } from '../occurrence.queries.ts'
import { listPartsForUpdate, settleBookings } from './booking.queries.ts'
import { listUnconfirmed } from './release.queries.ts'
import { reviveWaiting } from './revive-waiting.ts'
import { queueTelling, tellOfBooking, tellOfBookingTask } from './tell-of-booking.ts'

const releaseTask = 'release_unconfirmed'

/** So many days before a booking is released, whoever made it is asked to confirm it. */
const warningDays = 7

/** Releases bookings that nobody confirmed in time, asks for those whose time is near, and lets what waited come back. */
export const releaseUnconfirmed = (platform: Platform): Promise<void> =>
  writeAs(platform, system, async (tx) => {
    const now = platform.clock.now()
    let released = 0
    for (const { bookingId, from, releaseDays } of await listUnconfirmed(tx, { now, warningDays })) {
      const releasedAt = from.subtract({ hours: 24 * releaseDays })
      if (Temporal.Instant.compare(releasedAt, now) > 0) await queueTelling(tx, { about: 'confirm', id: bookingId })
      else {
        await release(tx, platform, bookingId)
        released += 1
      }
    }
    leaveTrace(tx, { verb: 'booking.released', thing: 'booking', facts: { times: released } })
  })

const release = async (tx: WriteTx, platform: Platform, bookingId: string): Promise<void> => {
  const at = platform.clock.now()
  const parts = await listPartsForUpdate(tx, bookingId)
  const [first] = parts
  if (first === undefined) return
  const ids = parts.map((part) => part.bookingId)
  await settleBookings(tx, ids, { state: 'released', at, by: 'system', answerCode: notConfirmed })
  if (first.occurrenceId !== null) await updateOccurrence(tx, first.occurrenceId, unconfirmed, at)
  await queueTelling(tx, { about: 'released', id: bookingId })
  await reviveWaiting(tx, platform, [first])
}

const notConfirmed = 'not_confirmed'

const unconfirmed = { state: 'skipped', skippedBecause: notConfirmed, reason: '', skippedForId: null } as const

const nightly = ({ clock }: Platform) => ({
  task: releaseTask,
  payload: {},
  at: nextAt(clock.now(), null, { hour: 5, minute: 10 }),
  key: releaseTask,
})

/** The tasks of bookings: mails about them, and the release of those nobody confirmed. */
export const bookingTasks = (platform: Platform): Tasks => ({
  [tellOfBookingTask]: tellOfBooking(platform),
  [releaseTask]: async () => {
    await releaseUnconfirmed(platform)
    await keepHouse(platform, system, (tx) => addJob(tx, nightly(platform)))
  },
})

/** Queues the nightly release, at start. */
export const scheduleRelease = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, (tx) => addJobOnce(tx, nightly(platform)))
