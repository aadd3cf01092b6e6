import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup } from '../platform/backup/make-backup.ts'
import { countOf } from '../platform/backup/manifest.ts'
import { keyToWrite } from '../platform/backup/settings-key.ts'
import { systemClock } from '../platform/clock.ts'
import { configFlagOptions, configHelp } from '../platform/config.ts'
import { Fault } from '../platform/fault.ts'
import { readBackupConfig, withServer } from './backup-settings.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg backup FOLDER [--key FILE] [settings]

Writes one encrypted backup of the municipality into the folder and prints its path. The pages may be
served meanwhile: the backup is of one moment. It is encrypted with BROBYG_BACKUP_PASSPHRASE, else with the
key file, else with backup.key in the data folder. Keep the key elsewhere too: without it no backup can be read.

  --key FILE         BROBYG_BACKUP_KEY   file whose contents encrypt the backup

${configHelp}
`

/** `brobyg backup`: all of a municipality in one file. */
export const runBackup = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: { ...configFlagOptions, key: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new Fault('Name one folder to put the backup in.')
  const config = readBackupConfig(io.environment, values)
  const keySettings = values.key === undefined ? config : { ...config, backupPassphrase: null }
  const { path, manifest } = await withServer(config, 'joining', ({ url }) =>
    makeBackup({ url, municipality: config.municipality }, resolve(folder), keyToWrite(keySettings), systemClock.now()),
  )
  const { tables, rows } = countOf(manifest)
  io.stdout.write(`${path}\n`)
  io.stderr.write(`${rows} rows of ${tables} tables are in it.\n`)
  return 0
}
