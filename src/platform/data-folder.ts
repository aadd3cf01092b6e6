import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { errorCode, errorMessage, Fault } from './fault.ts'

const markerName = 'brobyg.json'

/** What may outlive the rest of a data folder, and is then restored from into the same place. */
const backupNames = ['backups', 'backup.key']

/** Where the key of backups lies that is made when none is set. */
export const backupKeyIn = (path: string): string => join(path, 'backup.key')

/** Whether there is a data folder of Brobyg. */
export const isDataFolder = (path: string): boolean =>
  statSync(join(path, markerName), { throwIfNoEntry: false }) !== undefined

/** The folder that holds everything to back up, known to be ours and writable. */
export interface DataFolder {
  readonly path: string
  /** Names this folder among all, also after it was moved; another one made at the same path has another. */
  readonly id: string
}

/**
 * Makes the folder ready: creates it, or checks that it is a data folder of Brobyg. A folder with files of others in it is
 * left alone. Throws Fault.
 */
export const openDataFolder = (path: string): DataFolder => {
  createFolder(path)
  const names = listNames(path)
  if (!names.includes(markerName)) {
    if (names.some((name) => !name.startsWith('.') && !['lost+found', ...backupNames].includes(name)))
      throw new Fault(
        `The folder ${path} holds other files and is not a data folder of Brobyg. Choose an empty one with --data or BROBYG_DATA.`,
      )
    writeMarker(path)
  }
  checkWritable(path)
  return { path, id: readMarker(path) }
}

const createFolder = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return
  try {
    const firstMade = mkdirSync(path, { recursive: true })
    // PostgreSQL runs as another user when root starts us, and must be able to pass through.
    if (firstMade !== undefined && process.getuid?.() === 0) chmodSync(path, 0o711)
  } catch (error) {
    throw closedFolder(path, error)
  }
}

const listNames = (path: string): string[] => {
  try {
    return readdirSync(path)
  } catch (error) {
    throw closedFolder(path, error)
  }
}

const writeMarker = (path: string): void => {
  const marker = { format: 'brobyg-data/1', id: randomBytes(8).toString('hex'), createdAt: new Date().toISOString() }
  const half = join(path, `.${markerName}.${process.pid}`)
  try {
    writeFileSync(half, `${JSON.stringify(marker)}\n`, { flush: true })
    // Linked into place whole, and only if no other process did so first.
    linkSync(half, join(path, markerName))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw closedFolder(path, error)
  } finally {
    rmSync(half, { force: true })
  }
}

const readMarker = (path: string): string => {
  const text = readFileSync(join(path, markerName), 'utf8')
  const id = /"format":"brobyg-data\/1","id":"([0-9a-f]{16})"/.exec(text)?.[1]
  if (id !== undefined) return id
  throw new Fault(`The data folder ${path} was made by another version of Brobyg and cannot be opened by this one.`)
}

const checkWritable = (path: string): void => {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw closedFolder(path, error)
  }
}

const closedFolder = (path: string, error: unknown): Fault => {
  const reasons: Record<string, string> = {
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'there is a file of that name',
  }
  const reason = reasons[errorCode(error)] ?? errorMessage(error)
  return new Fault(`The data folder ${path} cannot be used: ${reason}. Choose another with --data or BROBYG_DATA.`, {
    cause: error,
  })
}
