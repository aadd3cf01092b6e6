import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findBackup } from '../platform/backup/backup-folder.ts'
import { countOf } from '../platform/backup/manifest.ts'
import { verifyBackup } from '../platform/backup/read-backup.ts'
import { migrationsFor, restoreBackup } from '../platform/backup/restore-backup.ts'
import { keysToRead } from '../platform/backup/settings-key.ts'
import { configFlagOptions, configHelp } from '../platform/config.ts'
import { Fault } from '../platform/fault.ts'
import { readBackupConfig, withServer } from './backup-settings.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg restore BACKUP [--key FILE] [settings]

Restores a backup into an empty place: a new data folder, or a database without the municipality's tables.
BACKUP is a file, or a folder whose newest backup is taken. All of it is read and verified before anything
is made. It is opened with BROBYG_BACKUP_PASSPHRASE or the key file it was made with.

  --key FILE         BROBYG_BACKUP_KEY   file whose contents the backup was made with

${configHelp}
`

/** `brobyg restore`: a backup becomes a municipality again. */
export const runRestore = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: { ...configFlagOptions, key: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const [named, ...more] = positionals
  if (named === undefined || more.length > 0) throw new Fault('Name one backup, or the folder that holds it.')
  const config = readBackupConfig(io.environment, values)
  const path = findBackup(resolve(named), config.municipality)
  const keys = keysToRead(config)
  const backup = { path, keys, manifest: await verifyBackup(path, keys) }
  // Looked at before a data folder is made for nothing.
  migrationsFor(backup, config.municipality)
  await withServer(config, 'alone', ({ url }) => restoreBackup({ url, municipality: config.municipality }, backup))
  const { tables, rows } = countOf(backup.manifest)
  io.stdout.write(`${path}\n`)
  io.stderr.write(`${rows} rows of ${tables} tables are back as they were at ${backup.manifest.madeAt}.\n`)
  return 0
}
