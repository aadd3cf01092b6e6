import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { DataFolder } from '../data-folder.ts'
import { isDiskFull } from '../disk.ts'
import { loggedError, type Log } from '../log.ts'
import { ownerLock, serverUrl, stopCluster } from './postmaster.ts'
import type { ServerPlace } from './server-programs.ts'
import { logPath, spawnServer } from './spawn-server.ts'

/** Where a server lives, and whom it tells. */
export interface ServerHome {
  readonly folder: DataFolder
  readonly place: ServerPlace
  readonly password: string
  readonly log: Log
}

/** A server that runs, and the connection that makes it ours. */
interface RunningServer {
  readonly child: ChildProcess
  readonly port: number
  readonly owner: Client
}

/** How often it may be started again within a minute, before it is given up. */
const mostStartsAMinute = 5

/**
 * Starts PostgreSQL again, on the port it had, when it ends without having been asked to: connections made before break, new ones work.
 * Given up after five starts in a minute; not while its disk is full, for then it comes back when there is room.
 */
export const keepRunning = (home: ServerHome, first: RunningServer) => {
  const { folder, place, log } = home
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  const starts: number[] = []
  let running = first
  let starting: Promise<void> = Promise.resolve()
  const stopping = new AbortController()

  const watch = () => {
    const { child, owner } = running
    const again = () => {
      if (!stopping.signal.aborted) starting = startAgain()
    }
    if (hasEnded(child)) again()
    else child.once('exit', again)
    owner.once('end', () => void ownAgain(running))
  }
  const startAgain = async () => {
    log.error('database_ended_by_itself')
    while (!stopping.signal.aborted) {
      const recent = starts.filter((start) => start > performance.now() - 60_000).length
      if (recent >= mostStartsAMinute && !isDiskFull(place.cluster))
        return lost.reject(new Error(`PostgreSQL ended by itself, again and again; its log is ${logPath(folder)}`))
      starts.push(performance.now())
      await wait(Math.min(100 * 2 ** recent, 3000))
      const started = await tryStart(home, running.port)
      if (started === null) continue
      running = started
      log.warn('database_started_again')
      return watch()
    }
  }
  // A server that recovers from a crash of one of its processes stays, but drops its connections: ours too.
  const ownAgain = async (server: RunningServer) => {
    while (!stopping.signal.aborted && running === server && !hasEnded(server.child)) {
      const owner = await becomeOwner(serverUrl(server.port, home.password)).catch(() => null)
      if (owner === null) {
        await wait(50)
        continue
      }
      running = { ...server, owner }
      owner.once('end', () => void ownAgain(running))
    }
  }
  const killOnExit = () => running.child.kill('SIGINT')
  process.once('exit', killOnExit)
  const stop = async () => {
    if (stopping.signal.aborted) return
    stopping.abort()
    await starting
    await waitForGuests(running.owner).catch(() => {})
    await running.owner.end().catch(() => {})
    stopCluster(place)
    process.off('exit', killOnExit)
  }
  watch()
  return { lost: lost.promise, stop }
}

/** Takes the server for this process, and makes the database if it is not there yet. */
export const becomeOwner = async (url: string): Promise<Client> => {
  const owner = new Client({
    connectionString: url,
    application_name: `brobyg ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  })
  owner.on('error', () => {})
  await owner.connect()
  const { rowCount } = await owner.query(`select from pg_database where datname = 'brobyg'`)
  if (rowCount === 0) await owner.query('create database brobyg')
  await owner.query(`select pg_advisory_lock(${ownerLock})`)
  return owner
}

const tryStart = async ({ folder, place, password, log }: ServerHome, port: number): Promise<RunningServer | null> => {
  let child: ChildProcess | undefined
  try {
    child = (await spawnServer(folder, place, port)).child
    return { child, port, owner: await becomeOwner(serverUrl(port, password)) }
  } catch (error) {
    log.warn('database_not_started', loggedError(error))
    if (child !== undefined && !hasEnded(child)) {
      child.kill('SIGQUIT')
      await new Promise((resolve) => child?.once('exit', resolve))
    }
    return null
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

// Commands that joined the server may finish what they are doing.
const waitForGuests = async (owner: Client): Promise<void> => {
  const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { rowCount } = await owner.query(others)
    if (rowCount === 0) return
    await wait(50)
  }
}
