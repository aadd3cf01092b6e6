import { Refused } from '../../../platform/refused.ts'
import { answerAsWorker } from '../../../platform/worker.ts'
import { openSource } from './open-source.ts'

/** Opens files one after another and tells of each whether it opened, was refused, or made something else go wrong. */
await answerAsWorker(async (input) => {
  const told: string[] = []
  for (const file of Array.isArray(input) ? input : []) {
    const bytes: unknown = file
    if (!(bytes instanceof Uint8Array)) throw new Error('no bytes')
    told.push(
      await openSource(bytes, 'a.pdf').then(
        () => 'opened',
        (error: unknown) => (error instanceof Refused ? 'refused' : `threw ${String(error)}`),
      ),
    )
  }
  return told
})
