import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { closedFolderFault, root } from './root.js'

const lockFile = join(root, 'dist', '.set-up')

/** Does the work while no other process sets up the same folder; the lock of a process that was killed is taken over. */
export const inTurn = async (purpose, work) => {
  try {
    mkdirSync(join(root, 'dist'), { recursive: true })
    while (!takeLock()) await wait(100)
  } catch (error) {
    throw closedFolderFault(error, purpose) ?? error
  }
  try {
    return await work()
  } catch (error) {
    throw closedFolderFault(error, purpose) ?? error
  } finally {
    rmSync(lockFile, { force: true })
  }
}

const takeLock = () => {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = readHolder()
  if (holder !== undefined && !isAlive(holder)) removeLockOf(holder)
  return false
}

const readHolder = () => {
  try {
    return Number(readFileSync(lockFile, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// Two processes may find the same dead lock: whoever moved a living one away in its place puts it back.
const removeLockOf = (holder) => {
  const aside = `${lockFile}.${process.pid}`
  try {
    renameSync(lockFile, aside)
    if (Number(readFileSync(aside, 'utf8')) === holder) rmSync(aside)
    else renameSync(aside, lockFile)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
