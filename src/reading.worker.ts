import { answerAsWorker } from './platform/worker.ts'
import { readSource } from './rooms/commitments/index.ts'

/** The thread a file is read in: gets its bytes and name, answers with what was read. */
await answerAsWorker((input) => {
  if (typeof input !== 'object' || input === null || !('bytes' in input) || !('name' in input))
    throw new Error('The reading worker was given no file')
  const { bytes, name } = input
  if (!(bytes instanceof Uint8Array) || typeof name !== 'string')
    throw new Error('The reading worker was given something other than a file')
  return readSource(bytes, name)
})
