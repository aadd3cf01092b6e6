import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '../platform/clock.ts'
import { type Config, configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import { leaveTrace, openDatabase, readAsOwner, writeAs } from '../platform/database/index.ts'
import { errorCode, Fault } from '../platform/fault.ts'
import { standardLog } from '../platform/log.ts'
import {
  type AuditFindings,
  faultInWords,
  type NotedHead,
  readHeads,
  system,
  verifyTrail,
  verifyTrailFile,
  writeHeads,
  writeTrailLines,
} from '../rooms/access/index.ts'
import type { Io } from './io.ts'
import { readSourceFile } from './source-file.ts'

const help = `Usage: brobyg verify-audit [--file TRAIL | --export TRAIL] [--heads HEADS] [settings]

Recomputes the chains of the audit trail and says which entry is changed, missing, reordered or added. It reads the
database as the owner of the tables; the pages may be served meanwhile. What it prints at the end are the heads
of the chains: keep them somewhere else, and a trail that somebody has rewritten as a whole is found by them too.

  --file TRAIL     verify a trail that was exported, without a database
  --export TRAIL   write the trail to a file of JSON lines instead of verifying it
  --heads HEADS    file with heads kept from earlier, to compare with

Exit code 0: the trail is whole. 1: it is not, and each fault is printed. 2: it could not be verified.

${configHelp}
`

const options = {
  ...configFlagOptions,
  file: { type: 'string' },
  export: { type: 'string' },
  heads: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** `brobyg verify-audit`: whether the audit trail is as it was written. */
export const runVerifyAudit = async (args: string[], io: Io): Promise<number> => {
  const { values } = parseArgs({ args, options })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  if (values.file !== undefined && values.export !== undefined)
    throw new Fault('Choose --file or --export. Run brobyg verify-audit --help to see how they are used.')
  const config = readConfig(io.environment, values)
  if (values.export !== undefined) {
    await exportTrail(config, values.export)
    io.stdout.write(`${values.export}\n`)
    return 0
  }
  const noted = values.heads === undefined ? [] : await readNoted(values.heads)
  if (values.file === undefined) return tell(await verifyDatabase(config, noted), systemClock.now(), [], io)
  const found = await verifyTrailFile(values.file, noted)
  return tell(found, Temporal.Instant.from(found.takenAt), found.unreadable, io)
}

const readNoted = async (path: string): Promise<NotedHead[]> => {
  const noted = readHeads(Buffer.from((await readSourceFile(path)).bytes).toString('utf8'))
  if (noted.length === 0) throw new Fault(`There are no heads of an audit trail in ${path}.`)
  return noted
}

const verifyDatabase = async (config: Config, noted: readonly NotedHead[]): Promise<AuditFindings> => {
  const opened = await openDatabase(config, 'joining', standardLog)
  try {
    const place = { url: opened.url, schema: config.municipality }
    return await readAsOwner(place, standardLog, (tx) => verifyTrail(tx, noted))
  } finally {
    await opened.close()
  }
}

const exportTrail = async (config: Config, path: string): Promise<void> => {
  const opened = await openDatabase(config, 'joining', standardLog)
  try {
    await writeAs(opened, system, async (tx) => leaveTrace(tx, { verb: 'audit.exported', thing: 'audit' }))
    const place = { url: opened.url, schema: config.municipality }
    const taken = { municipality: config.municipality, takenAt: systemClock.now() }
    await readAsOwner(place, standardLog, (tx) =>
      pipeline(Readable.from(writeTrailLines(tx, taken)), createWriteStream(path, { mode: 0o600 })),
    )
  } catch (error) {
    if (!['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC'].includes(errorCode(error))) throw error
    throw new Fault(`The file ${path} cannot be written (${errorCode(error)}).`, { cause: error })
  } finally {
    await opened.close()
  }
}

const tell = (found: AuditFindings, at: Temporal.Instant, unreadable: readonly number[], io: Io): number => {
  const lines = unreadable.map((line) => `line ${line} of the file is not an entry`)
  const faults = [...found.faults.map((fault) => faultInWords(fault, 'en')), ...lines]
  const more = found.more > 0 ? [`and ${found.more} more`] : []
  const isWhole = faults.length === 0 && more.length === 0
  const verdict = isWhole ? 'The audit trail is whole' : 'The audit trail is broken'
  const counted = `${found.entries} entries in ${found.heads.length} lanes`
  const cut = found.heads.flatMap(({ lane, cutNumber }) =>
    cutNumber === 0 ? [] : [`lane ${lane} begins after entry ${cutNumber}, which was cut away with those before it`],
  )
  const told = [`${verdict}: ${counted}.`, ...[...faults, ...more, ...cut].map((line) => `  ${line}`)]
  io.stdout.write(`${told.join('\n')}\n\n${writeHeads(found.heads, at)}\n`)
  return isWhole ? 0 : 1
}
