import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { DataFolder } from '../data-folder.ts'
import { errorCode, errorMessage, Fault } from '../fault.ts'
import { createCluster, lastSaid } from './cluster.ts'
import { findRunning, hasOwner, ownerLock, readPostmasterFile, serverUrl, stopCluster } from './postmaster.ts'
import { childOptions, serverPlace } from './server-programs.ts'
import type { ServerPlace } from './server-programs.ts'

/** The PostgreSQL that comes along, running. */
export interface EmbeddedServer {
  readonly url: string
  /** Where its files are, when that is not inside the data folder: told to the person at start. */
  readonly filesElsewhere: string | null
  /** Ends when the server is gone without having been asked to stop. */
  readonly lost: Promise<never>
  stop(): Promise<void>
}

/** `alone`: the server of pages, one per data folder. `joining`: a command, which may share a server that runs already. */
export type ServerUse = 'alone' | 'joining'

/**
 * Starts the PostgreSQL that comes along, or joins the one another process runs on this data folder. A server whose owner was
 * killed is stopped first. Throws Fault where the folder is in use or PostgreSQL cannot run.
 */
export const openEmbeddedServer = async (folder: DataFolder, use: ServerUse): Promise<EmbeddedServer> => {
  const place = serverPlace(folder)
  const password = passwordOf(folder)
  await createCluster(place, password)

  const running = await findRunning(place, password)
  if (running !== undefined) {
    if (await hasOwner(running)) {
      if (use === 'alone') throw inUse(folder)
      return { url: databaseUrl(running), filesElsewhere: null, lost: new Promise(() => {}), stop: async () => {} }
    }
    stopCluster(place)
  }
  return startServer(folder, place, password)
}

const startServer = async (folder: DataFolder, place: ServerPlace, password: string): Promise<EmbeddedServer> => {
  const { child, port } = await spawnServer(folder, place)
  const url = serverUrl(port, password)
  const killOnExit = () => child.kill('SIGINT')
  process.once('exit', killOnExit)
  const owner = new Client({ connectionString: url, application_name: `brobyg ${process.pid}` })
  owner.on('error', () => {})
  await owner.connect()
  await createDatabase(owner)
  await owner.query(`select pg_advisory_lock(${ownerLock})`)

  let isStopping = false
  const lost = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      if (!isStopping) reject(new Error(`PostgreSQL ended by itself; its log is ${logPath(folder)}`))
    })
  })
  lost.catch(() => {})
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await waitForGuests(owner).catch(() => {})
    await owner.end().catch(() => {})
    stopCluster(place)
    process.off('exit', killOnExit)
  }
  const isElsewhere = dirname(place.cluster) !== folder.path
  return { url: databaseUrl(url), filesElsewhere: isElsewhere ? place.cluster : null, lost, stop }
}

const databaseUrl = (url: string) => url.replace(/\/postgres$/, '/brobyg')

const logPath = (folder: DataFolder) => join(folder.path, 'postgres.log')

const inUse = (folder: DataFolder) =>
  new Fault(
    `Another Brobyg is using the data folder ${folder.path}. Stop that one, or choose another folder with --data.`,
  )

const passwordOf = (folder: DataFolder): string => {
  const path = join(folder.path, 'postgres.password')
  try {
    writeFileSync(path, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new Fault(
      `The data folder ${folder.path} belongs to another user of this machine (${path} cannot be read). Start Brobyg as that user.`,
      { cause: error },
    )
  }
}

const spawnServer = async (folder: DataFolder, place: ServerPlace): Promise<{ child: ChildProcess; port: number }> => {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
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
    if (/Address already in use/.test(said) && attempt < 5) continue
    throw new Fault(`PostgreSQL did not start: ${lastSaid(said)}. Its log is ${path}`)
  }
}

// Its log must carry no values of rows: neither statements nor the details of errors.
const serverSettings = (port: number): string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
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

const createDatabase = async (owner: Client): Promise<void> => {
  const { rowCount } = await owner.query(`select from pg_database where datname = 'brobyg'`)
  if (rowCount === 0) await owner.query('create database brobyg')
}

// Commands that joined the server may finish what they are doing.
const waitForGuests = async (owner: Client): Promise<void> => {
  const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { rowCount } = await owner.query(others)
    if (rowCount === 0) return
    await wait(50)
  }
}
