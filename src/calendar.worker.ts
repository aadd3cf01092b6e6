import { answerAsWorker } from './platform/worker.ts'
import { type BusyOwner, readBusyCalendar, readOutsideCalendar } from './rooms/calendar/index.ts'

const isOwner = (value: unknown): value is BusyOwner =>
  typeof value === 'object' && value !== null && 'mails' in value && 'ownSuffix' in value

/**
 * The thread a calendar file is read in: gets its bytes and the span that is asked for, answers with what takes place in it; where it is
 * told whose calendar it is, with when they are busy alone.
 */
await answerAsWorker((input) => {
  if (typeof input !== 'object' || input === null || !('bytes' in input) || !('from' in input) || !('to' in input))
    throw new Error('The calendar worker was given no file')
  const { bytes, from, to } = input
  if (!(bytes instanceof Uint8Array) || typeof from !== 'number' || typeof to !== 'number')
    throw new Error('The calendar worker was given something other than a file')
  if ('owner' in input && isOwner(input.owner)) return readBusyCalendar(bytes, { from, to }, input.owner)
  return readOutsideCalendar(bytes, { from, to })
})
