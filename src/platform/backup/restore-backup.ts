import { createHash } from 'node:crypto'
import { migrateUnfinished, readSqlFiles, type SqlFile } from '../database/migrations.ts'
import { type OwnerConnection, withOwner } from '../database/owner-connection.ts'
import { takeStock } from '../database/take-stock.ts'
import { Fault } from '../fault.ts'
import type { BackupKey } from './backup-key.ts'
import { inTransaction, listReferences, listTables, readRows } from './backup.queries.ts'
import { levelOf } from './level.rules.ts'
import { heldIn } from './load-order.rules.ts'
import type { BackedUp } from './make-backup.ts'
import type { Manifest, Part } from './manifest.ts'
import { readBackup } from './read-backup.ts'
import {
  beginAnew,
  finish,
  forgetRepeatable,
  isFree,
  loadJobs,
  loadTable,
  prepareTables,
  putBack,
  removeUnfinished,
  setSequence,
  takeTurn,
} from './restore.queries.ts'

/** A backup that was read to its end and found whole. */
export interface VerifiedBackup {
  readonly path: string
  readonly keys: readonly BackupKey[]
  readonly manifest: Manifest
}

/**
 * Whether this program can restore the backup for the municipality: the migrations that make its tables. Throws Fault where it was made by
 * a newer program or is another municipality's.
 */
export const migrationsFor = (
  { manifest, path }: VerifiedBackup,
  municipality: string,
  program: readonly SqlFile[] = readSqlFiles(),
): readonly SqlFile[] => {
  if (manifest.municipality !== municipality)
    throw new Fault(
      `${path} is a backup of ${manifest.municipality}, not of ${municipality}. Set BROBYG_MUNICIPALITY=${manifest.municipality} to restore it.`,
    )
  const level = levelOf(manifest, program)
  if ('files' in level) return level.files
  throw new Fault(
    'unknown' in level
      ? `${path} was made by a newer Brobyg (${manifest.program}): this one does not know db/${level.unknown}. Update Brobyg, then restore.`
      : `${path} was made with another db/${level.changed} than this Brobyg has. Restore it with Brobyg ${manifest.program}.`,
  )
}

/**
 * Restores a backup where nothing of the municipality stands: makes the tables as they were, loads all rows in one transaction, reads
 * them back and compares, then brings the tables up to date. What fails leaves nothing; what is killed is marked, and begun anew the
 * next time. Throws Fault.
 */
export const restoreBackup = async (
  into: BackedUp,
  backup: VerifiedBackup,
  program: SqlFile[] = readSqlFiles(),
): Promise<void> => {
  const { url, municipality } = into
  const files = migrationsFor(backup, municipality, program)
  await withOwner(url, 'restore', async (owner) => {
    await requireEmpty(owner, municipality)
    try {
      await beginAnew(owner, municipality)
      await migrateUnfinished(url, municipality, [...files])
      await inTransaction(owner, 'read committed, read write', () => load(owner, municipality, backup))
      await migrateUnfinished(url, municipality, program)
      await takeStock(owner, municipality)
      await finish(owner, municipality)
    } catch (error) {
      await removeUnfinished(owner, municipality).catch(() => {})
      throw error
    }
  })
}

const requireEmpty = async (owner: OwnerConnection, municipality: string): Promise<void> => {
  if (!(await takeTurn(owner, municipality))) throw new Fault(`Another brobyg restore into ${municipality} is at work.`)
  if (!(await isFree(owner, municipality)))
    throw new Fault(
      `There are tables of ${municipality} already, and a backup is restored into an empty place only. ` +
        'Name a new data folder with --data, or an empty database.',
    )
}

const namesOf = (tables: readonly Part[]): string[] => tables.map(({ name }) => name)

const load = async (
  owner: OwnerConnection,
  schema: string,
  { path, keys, manifest }: VerifiedBackup,
): Promise<void> => {
  const tables = await listTables(owner, schema)
  const parts = manifest.parts.filter(({ kind }) => kind === 'table')
  requireSame(tables, parts)
  const names = namesOf(parts)
  const held = heldIn(names, await listReferences(owner, schema))
  const putBackLater = await prepareTables(owner, schema, names, held)
  await readBackup(path, keys, async (part, rows) => {
    const load = part.kind === 'jobs' ? loadJobs(owner, schema, rows) : loadTable(owner, schema, part, rows)
    const expected = manifest.parts.find(({ kind, name }) => kind === part.kind && name === part.name)?.rows
    if ((await load) !== expected) throw notAsBefore(part)
  })
  for (const part of parts) await compare(owner, schema, part)
  await putBack(owner, putBackLater)
  for (const sequence of manifest.sequences) await setSequence(owner, schema, sequence)
  await forgetRepeatable(owner, schema)
}

const requireSame = (tables: readonly Part[], parts: readonly Part[]): void => {
  const told = (list: readonly Part[]) => list.map(({ name, columns }) => `${name}(${columns.join()})`)
  const [there, wanted] = [told(tables), told(parts)]
  const odd = [...there.filter((one) => !wanted.includes(one)), ...wanted.filter((one) => !there.includes(one))][0]
  if (odd !== undefined)
    throw new Fault(`The backup holds other tables than its migrations make: ${odd}. They were changed by hand.`)
}

const compare = async (owner: OwnerConnection, schema: string, part: Manifest['parts'][number]): Promise<void> => {
  const { bytes, count } = readRows(owner, schema, part)
  const hash = createHash('sha256')
  for await (const some of bytes) hash.update(some)
  if (count() !== part.rows || hash.digest('hex') !== part.sha256) throw notAsBefore(part)
}

const notAsBefore = ({ name }: Part): Error =>
  new Error(`The rows of ${name} are not in the database as they are in the backup; nothing was restored`)
