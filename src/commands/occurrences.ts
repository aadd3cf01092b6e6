import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { errorMessage } from '../platform/fault.ts'
import { Refused } from '../platform/refused.ts'
import { answerAsked, recurrenceTexts } from '../rooms/calendar/index.ts'
import { refusalWords } from '../web/refusal-words.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg occurrences --json -

Reads one JSON object a line from standard input and prints, a line for each,
the JSON array of the times at which something that repeats happens:

  {"rule":"FREQ=WEEKLY;COUNT=2","start":"20260105T170000","zone":"Europe/Copenhagen"}
  ["20260105T170000","20260112T170000"]

  rule    a rule of RFC 5545, or several lines RRULE, RDATE and EXDATE
  start   20260105T170000; with a Z at the end in UTC; 20260105 for whole days
  zone    the wall it hangs on; null for the same time everywhere
  from    the first moment to tell of; null for the start
  until   the last moment to tell of; null for no end
  limit   how many to tell of at most; 100000 where it is left out

A line that is no such object, and a rule that is none, gives {"error":"…"}.
`

const misused = (io: Io, sentence: string): number => {
  io.stderr.write(`${sentence} Run brobyg occurrences --help to see how it is used.\n`)
  return 2
}

/** What goes wrong with one line is told in its place, so that the next is still read. */
const answer = (line: string): string => {
  try {
    return JSON.stringify(answerAsked(line))
  } catch (error) {
    const words = error instanceof Refused ? refusalWords([recurrenceTexts], error, 'en') : errorMessage(error)
    return JSON.stringify({ error: words })
  }
}

/** `brobyg occurrences`: when something that repeats happens, for one question a line. */
export const runOccurrences = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  if (values.json !== true || positionals.join(' ') !== '-') return misused(io, 'Questions come from standard input.')
  for await (const line of createInterface({ input: Readable.from(io.stdin), crlfDelay: Infinity })) {
    io.stdout.write(`${answer(line)}\n`)
  }
  return 0
}
