import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { formatNotation, formatRule, readTerms } from '../rooms/commitments/index.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg phrase "PHRASE"
       brobyg phrase --json -

Prints when and how much a Danish phrase promises, in Brobyg's notation:
one line per rule, nothing if the phrase has nothing measurable.

  brobyg phrase "mindst fire møder om året"
  FREQ=YEARLY;COUNT_PER_PERIOD>=4

With --json and - in place of the phrase, reads one phrase a line from
standard input and prints one JSON string a line ("" where there is no rule).
`

const printRules = (phrase: string, io: Io): void => {
  for (const rule of readTerms(phrase)) io.stdout.write(`${formatRule(rule)}\n`)
}

const printJson = (phrase: string, io: Io): void => {
  io.stdout.write(`${JSON.stringify(formatNotation(readTerms(phrase)))}\n`)
}

const misused = (io: Io, sentence: string): number => {
  io.stderr.write(`${sentence} Run brobyg phrase --help to see how it is used.\n`)
  return 2
}

/** `brobyg phrase`: the notation of one phrase, or of one phrase a line. */
export const runPhrase = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const [phrase, ...more] = positionals
  if (phrase === undefined) return misused(io, 'There is no phrase to read.')
  if (more.length > 0) return misused(io, 'Put the phrase in quotes, so that it comes as one.')
  const print = values.json === true ? printJson : printRules
  if (phrase !== '-') {
    print(phrase, io)
    return 0
  }
  for await (const line of createInterface({ input: Readable.from(io.stdin), crlfDelay: Infinity })) print(line, io)
  return 0
}
