import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import { type Day, today } from '../platform/day.ts'
import { errorCode, Fault } from '../platform/fault.ts'
import { partnershipPartsOfRooms } from '../partnership-parts.ts'
import { partnershipName } from '../platform/partnership-name.ts'
import { system } from '../rooms/access/index.ts'
import { requireDayCome, takeOutPartnership } from '../rooms/commitments/index.ts'
import type { Io } from './io.ts'
import { withPlatform } from './open-platform.ts'

const help = `Usage: brobyg export-partnership [--plan PLAN] [--day DAY] [--out FILE] [--english] [settings]

Writes everything that was agreed and what came of it as one ZIP archive: a report to read, each version of each
agreement as PDF and JSON, tables as JSON and CSV, and a manifest with the checksum of every file.

  --plan PLAN  of one plan, by its name or id; of all unless given
  --day DAY    as it was on that day (2016-12-31); today unless given
  --out FILE   where to; unless given, aflevering-DAY.zip in this folder
  --english    words of the report in English

The pages may be served meanwhile. The file holds names, work mails and work phones: keep it in a safe place.

${configHelp}
`

const options = {
  ...configFlagOptions,
  plan: { type: 'string' },
  day: { type: 'string' },
  out: { type: 'string' },
  english: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** `brobyg export-partnership`: the whole partnership as of a day, as one archive. */
export const runExportPartnership = async (args: string[], io: Io): Promise<number> => {
  const { values } = parseArgs({ args, options })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const typedDay = values.day === undefined ? null : readDay(values.day)
  await withPlatform(readConfig(io.environment, values), async (platform) => {
    const day = typedDay ?? today(platform.clock)
    requireDayCome(day, today(platform.clock))
    const target = values.out ?? `aflevering-${day.toString()}.zip`
    await writeWhole(target, async (take) => {
      await takeOutPartnership(platform, system, {
        asked: { day, plan: values.plan ?? null, language: values.english === true ? 'en' : 'da' },
        parts: partnershipPartsOfRooms,
        partnership: partnershipName(platform.config.municipality),
        take,
        tell: async (done, all) => {
          if (done % 25 === 0) io.stderr.write(`${done} of ${all}\n`)
        },
      })
    })
    io.stdout.write(`${target}\n`)
  })
  return 0
}

const readDay = (typed: string): Day => {
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    throw new Fault(`"${typed}" is not a day. Write it as 2016-12-31.`)
  }
}

/** Writes a file that has its name only when it is whole; others on the machine may not read it. */
const writeWhole = async (
  target: string,
  work: (take: (piece: Uint8Array) => void) => Promise<void>,
): Promise<void> => {
  const unfinished = `${target}.unfinished`
  const file = openNew(unfinished, target)
  try {
    await work((piece) => writeFileSync(file, piece))
    fsyncSync(file)
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

const openNew = (unfinished: string, target: string): number => {
  try {
    return openSync(unfinished, 'w', 0o600)
  } catch (error) {
    throw new Fault(`The file ${target} cannot be written (${errorCode(error)}).`)
  }
}
