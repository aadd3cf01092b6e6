import { answerAsWorker } from './platform/worker.ts'
import { readCarriedHash } from './rooms/agreements/index.ts'
import { readSource } from './rooms/commitments/index.ts'

/** The thread a file is read in: gets its bytes and name, answers with what was read, or with the hash of what it carries alone. */
await answerAsWorker((input) => {
  if (typeof input !== 'object' || input === null || !('bytes' in input) || !('name' in input))
    throw new Error('The reading worker was given no file')
  const { bytes, name } = input
  if (!(bytes instanceof Uint8Array) || typeof name !== 'string')
    throw new Error('The reading worker was given something other than a file')
  return 'isToCheck' in input ? readCarriedHash(bytes, name) : readSource(bytes, name)
})
