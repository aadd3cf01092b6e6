import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { errorCode, Fault } from '../fault.ts'
import { childOptions } from './server-programs.ts'
import type { ServerPlace } from './server-programs.ts'

/** The key of the advisory lock that the process owning the server holds as long as it lives. */
export const ownerLock = 0x62726f62

/** The address of the server's own database, where no municipality lives. */
export const serverUrl = (port: number, password: string) => `postgres://brobyg:${password}@127.0.0.1:${port}/postgres`

/** What a running PostgreSQL tells of itself in its files. */
interface PostmasterFile {
  pid: number
  port: number
  isReady: boolean
}

// PostgreSQL writes its process id on line 1, its port on line 4 and its readiness on line 8.
export const readPostmasterFile = (place: ServerPlace): PostmasterFile | undefined => {
  try {
    const lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The address of a PostgreSQL that answers with this folder's password; a leftover of a crash is cleared away. */
export const findRunning = async (place: ServerPlace, password: string): Promise<string | undefined> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const found = readPostmasterFile(place)
    if (found === undefined) return undefined
    if (!isPostgres(found.pid)) {
      // A crash left the file behind; another program may have got the number since.
      rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
      return undefined
    }
    const url = serverUrl(found.port, password)
    if ((await ask(url, 'select 1')) !== undefined) return url
    await wait(50)
  }
  throw new Fault(`A PostgreSQL is running on ${place.cluster} but does not answer. Stop it, then start Brobyg again.`)
}

const isPostgres = (pid: number): boolean => {
  if (process.platform === 'linux') {
    // The letter after the name is the state; Z and X are dead, only not yet buried by their parent.
    const told = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
    return /^\d+ \(postgres\) [^ZX]/.test(told)
  }
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

const ask = async (url: string, question: string): Promise<Record<string, unknown>[] | undefined> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(question)
    return rows
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether a living process holds this server; a server just started has half a second to be taken. */
export const hasOwner = async (url: string): Promise<boolean> => {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const rows = await ask(url, `select pg_try_advisory_lock(${ownerLock}) as is_free`)
    if (rows?.[0]?.['is_free'] !== true) return true
    await wait(50)
  }
  return false
}

/** Stops PostgreSQL quickly but cleanly: open transactions are rolled back, everything committed is on disk. */
export const stopCluster = (place: ServerPlace): void => {
  const flags = ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '60', '-s']
  spawnSync(place.pgCtl, flags, { ...childOptions(place), stdio: 'ignore' })
}
