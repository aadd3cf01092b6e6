import { z } from 'zod'
import { keepHouse, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { system } from '../../access/index.ts'
import { findOccurrence } from '../occurrence.queries.ts'
import { tellSignedUp } from './tell-signed-up.ts'

const payloadShape = z.object({ occurrenceIds: z.string().transform((ids) => z.array(z.uuid()).parse(ids.split(' '))) })

/** The task that tells those who signed up for times that lost their place: whoever has the place may not see who they are. */
export const tellOfLostTask = 'tell_of_lost_times'

/** Queues it in the caller's transaction. */
export const queueTellingOfLost = async (tx: WriteTx, occurrenceIds: readonly string[]): Promise<void> => {
  if (occurrenceIds.length > 0)
    await addJob(tx, { task: tellOfLostTask, payload: { occurrenceIds: occurrenceIds.join(' ') }, at: null, key: null })
}

/** Tells them, of the times that have not come back meanwhile. */
export const tellOfLostTimes =
  (platform: Platform): Task =>
  (payload) => {
    const { occurrenceIds } = payloadShape.parse(payload)
    return keepHouse(platform, system, async (tx) => {
      const lost: string[] = []
      for (const id of occurrenceIds) if ((await findOccurrence(tx, id))?.state === 'skipped') lost.push(id)
      await tellSignedUp(tx, platform, lost, 'cancelled')
    })
  }
