import { findBackup } from '../backup/backup-folder.ts'
import { countOf } from '../backup/manifest.ts'
import { verifyBackup } from '../backup/read-backup.ts'
import { keysToRead } from '../backup/settings-key.ts'
import { compareMigrations } from '../database/migrations.ts'
import type { Check, Findings } from './check.ts'
import { checkIndexes } from './index.queries.ts'
import { type ConstraintKind, countBroken } from './constraint.queries.ts'

const constraintCheck = (name: string, kind: ConstraintKind): Check => ({
  name,
  run: async ({ url, platform }): Promise<Findings> => {
    const counted = await countBroken(url, platform.database.schema, kind)
    if (counted.length === 0) return { looked: '0', wrong: ['there is nothing to look at'] }
    const wrong = counted.filter(({ broken }) => broken > 0)
    return { looked: `${counted.length}`, wrong: wrong.map(({ name, broken }) => `${name} is broken ${broken} times`) }
  },
})

/** What the database promises must hold in the rows themselves: a disk that fails breaks it without telling. */
export const databaseChecks: readonly Check[] = [
  {
    name: 'migrations',
    run: async ({ url, platform }) => compareMigrations(url, platform.database.schema),
  },
  constraintCheck('foreign keys', 'references'),
  constraintCheck('conditions', 'conditions'),
  constraintCheck('single values', 'singles'),
  { name: 'indexes', run: async ({ url, platform }) => checkIndexes(url, platform.database.schema) },
]

/** A backup older than this was not made last night. */
const freshHours = 48

/** The newest backup in a folder, or the one named, opens and holds what it says. */
export const backupCheck = (path: string): Check => ({
  name: 'backup',
  run: async ({ platform: { config, clock } }) => {
    const file = findBackup(path, config.municipality)
    const manifest = await verifyBackup(file, keysToRead(config))
    const { tables, rows } = countOf(manifest)
    const isOld = Temporal.Instant.from(manifest.madeAt).until(clock.now()).total('hours') > freshHours
    return {
      looked: `${rows} rows of ${tables} tables in ${file}`,
      wrong: isOld && path !== file ? [`the newest is of ${manifest.madeAt}`] : [],
    }
  },
})
