import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DataFolder } from '../data-folder.ts'
import { errorMessage, Fault } from '../fault.ts'
import { lastSaid } from './cluster.ts'
import { readPostmasterFile } from './postmaster.ts'
import { childOptions } from './server-programs.ts'
import type { ServerPlace } from './server-programs.ts'

/** Where PostgreSQL writes what it has to say. */
export const logPath = (folder: DataFolder) => join(folder.path, 'postgres.log')

/** Another process of ours serves from this folder. */
export const inUse = (folder: DataFolder) =>
  new Fault(
    `Another Brobyg is using the data folder ${folder.path}. Stop that one, or choose another folder with --data.`,
  )

/** Starts PostgreSQL and waits until it answers; on a free port, or on the one it had before. Throws Fault. */
export const spawnServer = async (
  folder: DataFolder,
  place: ServerPlace,
  portBefore?: number,
): Promise<{ child: ChildProcess; port: number }> => {
  for (let attempt = 1; ; attempt += 1) {
    const port = portBefore ?? (await freePort())
    const path = logPath(folder)
    const isLong = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000
    const log = openSync(path, isLong ? 'w' : 'a', 0o600)
    const before = statSync(path).size
    const child = spawn(place.postgres, ['-D', place.cluster, ...serverSettings(port)], {
      ...childOptions(place),
      // In a group of its own, so that Ctrl-C reaches us alone and we stop it when the last request is answered.
      detached: true,
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    if (await becomesReady(place, child)) return { child, port }

    const said = readFileSync(path).subarray(before).toString()
    if (/lock file "postmaster.pid" already exists/.test(said)) throw inUse(folder)
    if (/Address already in use/.test(said) && attempt < 5 && portBefore === undefined) continue
    throw new Fault(`PostgreSQL did not start: ${lastSaid(said)}. Its log is ${path}`)
  }
}

// Its log must carry no values of rows: neither statements nor the details of errors.
const serverSettings = (port: number): string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'log_min_messages=log',
  ].flatMap((setting) => ['-c', setting])

const becomesReady = async (place: ServerPlace, child: ChildProcess): Promise<boolean> => {
  let isGone = false
  let failure: unknown
  child.once('exit', () => (isGone = true))
  child.once('error', (error) => (failure = error))
  for (;;) {
    if (failure !== undefined) throw new Fault(`PostgreSQL could not be run: ${errorMessage(failure)}`)
    if (isGone) return false
    const file = readPostmasterFile(place)
    if (file?.pid === child.pid && file?.isReady === true) return true
    await wait(5)
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
