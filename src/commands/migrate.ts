import { parseArgs } from 'node:util'
import { configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database/index.ts'
import { standardLog } from '../platform/log.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg migrate [settings]

Brings the municipality's tables up to date and prints the files that ran, one a line.

${configHelp}
`

/** `brobyg migrate`: what `start` does to the database before it serves, by itself. */
export const runMigrate = async (args: string[], io: Io): Promise<number> => {
  const { values } = parseArgs({ args, options: { ...configFlagOptions, help: { type: 'boolean', short: 'h' } } })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const opened = await openDatabase(readConfig(io.environment, values), 'joining', standardLog)
  await opened.close()
  for (const name of opened.migrated) io.stdout.write(`db/${name}\n`)
  if (opened.migrated.length === 0) io.stderr.write('The database is up to date.\n')
  return 0
}
