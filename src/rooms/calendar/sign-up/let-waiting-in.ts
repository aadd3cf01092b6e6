import { z } from 'zod'
import { readAs, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { system } from '../../access/index.ts'
import type { Series } from '../series.ts'
import { letNextInAt } from './make-sign-up.ts'
import { listFullTimes } from './sign-up.queries.ts'

const payloadShape = z.object({ seriesId: z.uuid() })

/** The task that lets those who wait for an activity's times come in. */
export const letWaitingInTask = 'let_waiting_in'

/** Queues it in the caller's transaction where a change has made room for more. */
export const queueLettingIn = async (
  tx: WriteTx,
  before: Pick<Series, 'places'>,
  after: Pick<Series, 'seriesId' | 'places' | 'signUp'>,
): Promise<void> => {
  const hasMore = before.places !== null && (after.places === null || after.places > before.places)
  if (!hasMore || after.signUp !== 'open') return
  const key = `${letWaitingInTask} ${after.seriesId}`
  await addJob(tx, { task: letWaitingInTask, payload: { seriesId: after.seriesId }, at: null, key })
}

/** Lets those who wait come in where there is room now, time by time, each in their order, and tells them. */
export const letWaitingIn =
  (platform: Platform): Task =>
  async (payload) => {
    const { seriesId } = payloadShape.parse(payload)
    const now = platform.clock.now()
    const times = await readAs(platform, system, (tx) => listFullTimes(tx, seriesId, now))
    for (const occurrenceId of times) await writeAs(platform, system, (tx) => letNextInAt(tx, platform, occurrenceId))
  }
