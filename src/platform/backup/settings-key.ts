import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { backupKeyIn } from '../data-folder.ts'
import { Fault } from '../fault.ts'
import { type BackupKey, makeKeyFile, passphraseKey, readKeyFile } from './backup-key.ts'

type KeySettings = Pick<Config, 'backupPassphrase' | 'backupKeyFile' | 'dataFolder' | 'databaseUrl'>

/**
 * The key a backup is made with: the passphrase, else the key file, else for the database that comes along one in its data folder, made
 * the first time. Throws Fault.
 */
export const keyToWrite = (settings: KeySettings): BackupKey => {
  if (settings.backupPassphrase !== null) return passphraseKey(settings.backupPassphrase)
  if (settings.backupKeyFile !== null) return readKeyFile(settings.backupKeyFile)
  if (settings.databaseUrl === null) return makeKeyFile(backupKeyIn(settings.dataFolder))
  throw new Fault(
    'A backup is encrypted: set BROBYG_BACKUP_PASSPHRASE, or name a key file with --key or BROBYG_BACKUP_KEY.',
  )
}

/** The keys at hand to read a backup with. Throws Fault where one that is named cannot be used. */
export const keysToRead = (settings: KeySettings): BackupKey[] => {
  const file = settings.backupKeyFile ?? ownKeyFile(settings)
  return [
    ...(settings.backupPassphrase === null ? [] : [passphraseKey(settings.backupPassphrase)]),
    ...(file === null ? [] : [readKeyFile(file)]),
  ]
}

const ownKeyFile = ({ dataFolder }: KeySettings): string | null =>
  existsSync(backupKeyIn(dataFolder)) ? backupKeyIn(dataFolder) : null
