import { answerAsWorker } from './platform/worker.ts'
import { readOutsideCalendar } from './rooms/calendar/index.ts'

/** The thread a calendar file is read in: gets its bytes and the span that is asked for, answers with what takes place in it. */
await answerAsWorker((input) => {
  if (typeof input !== 'object' || input === null || !('bytes' in input) || !('from' in input) || !('to' in input))
    throw new Error('The calendar worker was given no file')
  const { bytes, from, to } = input
  if (!(bytes instanceof Uint8Array) || typeof from !== 'number' || typeof to !== 'number')
    throw new Error('The calendar worker was given something other than a file')
  return readOutsideCalendar(bytes, { from, to })
})
