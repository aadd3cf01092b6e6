import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { type OwnerConnection, withOwner } from '../database/owner-connection.ts'
import { refuseUnfinished } from '../database/unfinished.ts'
import { Fault } from '../fault.ts'
import { programVersion } from '../root.ts'
import { writeWhole } from './backup-folder.ts'
import { backupName } from './backup-names.rules.ts'
import { type BackupKey, beginWith } from './backup-key.ts'
import {
  findMigrations,
  hasQueue,
  holdTables,
  inTransaction,
  listReferences,
  listSequences,
  listTables,
  readRows,
  waitingJobs,
} from './backup.queries.ts'
import { writeFrame, writeJsonFrame } from './frames.ts'
import { loadOrder } from './load-order.rules.ts'
import type { Head, Manifest, Part, PartEnd } from './manifest.ts'
import { seal } from './seal.ts'

/** Whose tables, where. */
export interface BackedUp {
  /** Where PostgreSQL answers, as the owner of the tables: row-level security hides nothing from it. */
  readonly url: string
  readonly municipality: string
}

/** A backup that is whole and on the disk. */
export interface MadeBackup {
  readonly path: string
  readonly manifest: Manifest
}

/**
 * Writes a backup of a municipality into the folder, as it was at one moment, while others go on working. Takes little memory, however
 * much there is. Throws Fault where the folder will not have it; then there is no backup.
 */
export const makeBackup = (
  of: BackedUp,
  folder: string,
  key: BackupKey,
  madeAt: Temporal.Instant,
): Promise<MadeBackup> =>
  withOwner(of.url, 'backup', (owner) =>
    inTransaction(owner, 'repeatable read, read only', async () => {
      const name = backupName(of.municipality, madeAt)
      const { path, written } = await writeWhole(folder, name, (half) => writeFile(owner, half, { of, key, madeAt }))
      return { path, manifest: written }
    }),
  )

interface Wanted {
  readonly of: BackedUp
  readonly key: BackupKey
  readonly madeAt: Temporal.Instant
}

const writeFile = async (owner: OwnerConnection, path: string, { of, key, madeAt }: Wanted): Promise<Manifest> => {
  await refuseUnfinished(owner, of.municipality)
  const migrations = await findMigrations(owner, of.municipality)
  if (migrations === null) throw new Fault(`There is nothing of ${of.municipality} in this database to back up.`)
  const head: Head = {
    format: 'brobyg-backup/1',
    program: programVersion(),
    municipality: of.municipality,
    madeAt: madeAt.toString(),
    migrations,
  }
  const { lines, streamKey } = await beginWith(key)
  let manifest: Manifest = { ...head, parts: [], sequences: [] }
  await pipeline(
    async function* () {
      yield writeJsonFrame('head', head)
      manifest = yield* writeParts(owner, head)
      yield writeJsonFrame('manifest', manifest)
    },
    createZstdCompress(),
    async function* (compressed: AsyncIterable<Buffer>) {
      yield lines
      yield* seal(compressed, streamKey)
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  )
  return manifest
}

async function* writeParts(owner: OwnerConnection, head: Head): AsyncGenerator<Buffer, Manifest> {
  const tables = await listInLoadOrder(owner, head.municipality)
  await holdTables(owner, head.municipality, tables)
  const parts: Manifest['parts'] = []
  const jobs = (await hasQueue(owner, head.municipality)) ? [waitingJobs] : []
  for (const part of [...tables, ...jobs]) parts.push({ ...part, ...(yield* writePart(owner, head, part)) })
  return { ...head, parts, sequences: await listSequences(owner, head.municipality) }
}

const listInLoadOrder = async (owner: OwnerConnection, schema: string): Promise<Part[]> => {
  const tables = await listTables(owner, schema)
  const names = tables.map(({ name }) => name)
  const order = loadOrder(names, await listReferences(owner, schema))
  return tables.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
}

async function* writePart(owner: OwnerConnection, head: Head, part: Part): AsyncGenerator<Buffer, PartEnd> {
  yield writeJsonFrame('part', part)
  const { bytes, count } = readRows(owner, head.municipality, part)
  const hash = createHash('sha256')
  let length = 0
  for await (const some of bytes) {
    hash.update(some)
    length += some.length
    yield writeFrame('rows', some)
  }
  const end: PartEnd = { rows: count(), bytes: length, sha256: hash.digest('hex') }
  yield writeJsonFrame('end', end)
  return end
}
