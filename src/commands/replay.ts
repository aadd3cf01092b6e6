import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import { readAs } from '../platform/database/index.ts'
import { today } from '../platform/day.ts'
import { Fault } from '../platform/fault.ts'
import { system } from '../rooms/access/index.ts'
import {
  type AskedSpan,
  findReplay,
  type FoundReplay,
  readContract,
  readEvidenceLines,
  replay,
  replayOfDocument,
  spanToReplay,
} from '../rooms/commitments/index.ts'
import type { Io } from './io.ts'
import { withPlatform } from './open-platform.ts'
import { readSourceFile } from './source-file.ts'

const help = `Usage: brobyg replay AGREEMENT [--from DAY] [--to DAY] [--evidence FILE] [settings]

Prints how each promise of an agreement stood at the end of each month, as JSON lines:

  {"on":"2013-12-31","commitment":"a3.1/k2","text":"…","state":"broken","period":"2013","expected":4,"found":0,"reason":"…"}

AGREEMENT is a contract file (.txt .md .html .docx .pdf), read without a database, or the address or id
of an agreement in the database. "period" is the latest closed or current period, null where a promise has none.

  --from DAY, --to DAY  the days to replay (2013-01-01); unless given, the agreement's own
  --evidence FILE       what was done, as JSON lines: {"commitment":"a3.1/k2","on":"2014-03-02","quantity":1};
                        - reads standard input. It is added to what the database knows.

${configHelp}
`

const options = {
  ...configFlagOptions,
  help: { type: 'boolean', short: 'h' },
  from: { type: 'string' },
  to: { type: 'string' },
  evidence: { type: 'string' },
} as const

/** `brobyg replay`: how each promise stood at each month's end, from a file alone or from the database. */
export const runReplay = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const named = onlyAgreement(positionals)
  const asked: AskedSpan = { from: values.from ?? null, to: values.to ?? null }
  // Days typed wrong are told before anything is opened.
  if (asked.from !== null && asked.to !== null) spanToReplay(asked, asked)
  const found = (await isFile(named)) ? await readFound(named) : await findInDatabase(named, io, values)
  const span = spanToReplay(asked, found.own)
  const laid = found.replayOver(span)
  const ids = new Set(laid.promises.map(({ id }) => id))
  const added = values.evidence === undefined ? '' : await readText(values.evidence, io)
  const evidence = new Map(laid.evidence)
  for (const [id, days] of readEvidenceLines(added, ids, laid.validity))
    evidence.set(id, [...(evidence.get(id) ?? []), ...days])
  for (const line of replay({ ...laid, evidence }, span)) io.stdout.write(`${JSON.stringify(line)}\n`)
  return 0
}

const onlyAgreement = (positionals: string[]): string => {
  const [named, ...more] = positionals
  if (named !== undefined && named !== '' && more.length === 0) return named
  const what = named === undefined || named === '' ? 'Name the agreement or its file' : 'Name one agreement at a time'
  throw new Fault(`${what}. Run brobyg replay --help to see how it is used.`)
}

/** What has the ending of a contract file or a folder before it is meant as a file, also where it is not there. */
const isFile = async (named: string): Promise<boolean> => {
  if (/[\\/]|\.(?:txt|md|html?|docx|pdf)$/i.test(named)) return true
  return stat(named).then(
    (found) => found.isFile(),
    () => false,
  )
}

const readFound = async (path: string): Promise<FoundReplay> => {
  const { bytes, name } = await readSourceFile(path)
  const { document } = await readContract(bytes, name)
  const { from = null, to = null } = document.validDuring ?? {}
  return { own: { from, to }, replayOver: (span) => replayOfDocument(document, span) }
}

const findInDatabase = (named: string, io: Io, values: Parameters<typeof readConfig>[1]): Promise<FoundReplay> =>
  withPlatform(readConfig(io.environment, values), (platform) =>
    readAs(platform, system, (tx) => findReplay(tx, named, today(platform.clock))),
  )

const readText = async (path: string, io: Io): Promise<string> => {
  if (path !== '-') return Buffer.from((await readSourceFile(path)).bytes).toString('utf8')
  const pieces: Buffer[] = []
  for await (const piece of io.stdin) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString('utf8')
}
