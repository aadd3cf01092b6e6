import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { errorCode, Fault } from '../fault.ts'
import { backupsAmong, halfName, writerOf } from './backup-names.rules.ts'

/** The paths of a municipality's backups in a folder, the newest first. Throws Fault where the folder cannot be read. */
export const listBackups = (folder: string, municipality: string): string[] =>
  backupsAmong(namesIn(folder), municipality).map((name) => join(folder, name))

/** The backup a person means: a file, or the newest in a folder. Throws Fault where there is none. */
export const findBackup = (path: string, municipality: string): string => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new Fault(`There is no backup at ${path}.`)
  if (!stat.isDirectory()) return path
  const [newest] = listBackups(path, municipality)
  if (newest === undefined) throw new Fault(`There is no backup of ${municipality} in ${path}.`)
  return newest
}

/**
 * Writes a backup under a name that does not count, and gives it its own when all of it is on the disk. What a process left half
 * that is gone is cleared away first. Throws Fault where the folder or the disk will not have it.
 */
export const writeWhole = async <T>(
  folder: string,
  name: string,
  write: (path: string) => Promise<T>,
): Promise<{ path: string; written: T }> => {
  const path = join(folder, name)
  const half = join(folder, halfName(name, process.pid))
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    clearHalves(folder)
    if (existsSync(path)) throw new Fault(`${path} is there already; wait a second and try again.`)
    const written = await write(half)
    renameSync(half, path)
    keepNames(folder)
    return { path, written }
  } catch (error) {
    if (existsSync(half)) rmSync(half)
    throw closedFolder(folder, error)
  }
}

/** Removes all but the newest of a municipality's backups. Answers with how many it removed. */
export const removeOld = (folder: string, municipality: string, kept: number): number => {
  const old = listBackups(folder, municipality).slice(kept)
  for (const path of old) rmSync(path, { force: true })
  return old.length
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw closedFolder(folder, error)
  }
}

const clearHalves = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const writer = writerOf(name)
    if (writer !== null && (writer === process.pid || !isAlive(writer))) rmSync(join(folder, name), { force: true })
  }
}

const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

// A new name outlives a power cut only when its folder is on the disk too. Windows does so by itself and cannot be asked.
const keepNames = (folder: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'the file may not grow so large',
  EIO: 'the disk fails',
  EROFS: 'the disk is read-only',
  EACCES: 'you may not go there',
  EPERM: 'you may not go there',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file of that name',
}

const closedFolder = (folder: string, error: unknown): unknown => {
  const reason = reasons[errorCode(error)]
  return reason === undefined || error instanceof Fault
    ? error
    : new Fault(`The folder of backups ${folder} cannot be used: ${reason}. No backup was made or changed.`, {
        cause: error,
      })
}
