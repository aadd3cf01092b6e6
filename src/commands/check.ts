import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Check, CheckPlace, Findings } from '../platform/check/check.ts'
import { backupCheck, databaseChecks } from '../platform/check/checks.ts'
import { systemClock } from '../platform/clock.ts'
import { configFlagOptions, configHelp } from '../platform/config.ts'
import { openTables } from '../platform/database/database.ts'
import { errorMessage } from '../platform/fault.ts'
import { standardLog } from '../platform/log.ts'
import { checkAudit } from '../rooms/access/index.ts'
import { readBackupConfig, withServer } from './backup-settings.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg check [--backup BACKUP] [--key FILE] [settings]

Looks whether what is stored is whole, and prints a line for each check: the files of SQL are those the database has run,
constraints hold in the rows themselves, every row is in its indexes (where amcheck may be used),
the chains of the audit trail are unbroken. With --backup it also reads a backup, or the newest in a
folder, and compares its checksums. It changes nothing; the pages may be served meanwhile.
Exit code 0: all is well. 1: something was found.

  --backup PATH                          backup, or folder of backups, to read
  --key FILE         BROBYG_BACKUP_KEY   file whose contents it was made with

${configHelp}
`

/** Every check that is always made, in the order it is printed. */
const checks: readonly Check[] = [...databaseChecks, { name: 'audit trail', run: checkAudit }]

/** `brobyg check`: what must be so, looked at. */
export const runCheck = async (args: string[], io: Io): Promise<number> => {
  const options = {
    ...configFlagOptions,
    backup: { type: 'string' },
    key: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  const { values } = parseArgs({ args, options })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const config = readBackupConfig(io.environment, values)
  const wanted = values.backup === undefined ? checks : [...checks, backupCheck(resolve(values.backup))]
  return withServer(config, 'joining', async ({ url }) => {
    const database = openTables(url, config.municipality, standardLog)
    try {
      const platform = { database, clock: systemClock, config, log: standardLog }
      let isWell = true
      for (const check of wanted) {
        const findings = await look(check, { platform, url })
        isWell &&= findings.wrong.length === 0
        io.stdout.write(`${check.name.padEnd(15)}${tell(findings)}\n`)
      }
      return isWell ? 0 : 1
    } finally {
      await database.close()
    }
  })
}

const tell = ({ looked, wrong, reason = '' }: Findings): string => {
  if (wrong.length > 0) return `FOUND: ${wrong.join('; ')}`
  return looked === null ? `not looked at: ${reason}` : `well (${looked})`
}

/** A check that cannot be made is something found, and the others are made all the same. */
const look = async (check: Check, place: CheckPlace): Promise<Findings> => {
  try {
    return await check.run(place)
  } catch (error) {
    return { looked: null, wrong: [errorMessage(error)] }
  }
}
