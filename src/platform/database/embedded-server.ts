import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DataFolder } from '../data-folder.ts'
import { errorCode, Fault } from '../fault.ts'
import type { Log } from '../log.ts'
import { createCluster } from './cluster.ts'
import { becomeOwner, keepRunning, type ServerHome } from './keep-running.ts'
import { findRunning, hasOwner, serverUrl, stopCluster } from './postmaster.ts'
import { serverPlace } from './server-programs.ts'
import { inUse, spawnServer } from './spawn-server.ts'

/** The PostgreSQL that comes along, running. */
export interface EmbeddedServer {
  readonly url: string
  /** Where its files are, when that is not inside the data folder: told to the person at start. */
  readonly filesElsewhere: string | null
  /** Rejects when the server ended by itself and could not be started again. */
  readonly lost: Promise<never>
  stop(): Promise<void>
}

/** `alone`: the server of pages, one per data folder. `joining`: a command, which may share a server that runs already. */
export type ServerUse = 'alone' | 'joining'

/**
 * Starts the PostgreSQL that comes along, or joins the one another process runs on this data folder. A server whose owner was
 * killed is stopped first. Throws Fault where the folder is in use or PostgreSQL cannot run.
 */
export const openEmbeddedServer = async (folder: DataFolder, use: ServerUse, log: Log): Promise<EmbeddedServer> => {
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
  return startServer({ folder, place, password, log })
}

const startServer = async (home: ServerHome): Promise<EmbeddedServer> => {
  const { folder, place, password } = home
  const { child, port } = await spawnServer(folder, place)
  const url = serverUrl(port, password)
  const owner = await becomeOwner(url)
  const kept = keepRunning(home, { child, port, owner })
  const isElsewhere = dirname(place.cluster) !== folder.path
  return { url: databaseUrl(url), filesElsewhere: isElsewhere ? place.cluster : null, ...kept }
}

const databaseUrl = (url: string) => url.replace(/\/postgres$/, '/brobyg')

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
