import { Client } from 'pg'
import type { Config } from '../config.ts'
import { withoutPassword } from '../config.ts'
import { openDataFolder } from '../data-folder.ts'
import { errorCode, errorMessage, Fault } from '../fault.ts'
import type { Log } from '../log.ts'
import { openTables } from './database.ts'
import { openEmbeddedServer } from './embedded-server.ts'
import type { EmbeddedServer, ServerUse } from './embedded-server.ts'
import { migrate } from './migrations.ts'
import type { Database } from './transactions.ts'

/** A database opened for a process: its tables, and what the person who started it should know. */
export interface OpenedDatabase {
  readonly database: Database
  /** Where PostgreSQL answers, as the owner of the tables. */
  readonly url: string
  /** Names of the SQL files that ran just now. */
  readonly migrated: string[]
  /** Where PostgreSQL's files are, when not inside the data folder; null otherwise and with DATABASE_URL. */
  readonly filesElsewhere: string | null
  /** Rejects when the PostgreSQL that comes along ended by itself and could not be started again. */
  readonly lost: Promise<never>
  /** Closes the connections, then stops the PostgreSQL this process started. */
  close(): Promise<void>
}

/** Opens and migrates the municipality's database, starting PostgreSQL where DATABASE_URL is not set. Throws Fault. */
export const openDatabase = async (config: Config, use: ServerUse, log: Log): Promise<OpenedDatabase> => {
  const server = await openServer(config, use, log)
  try {
    const migrated = await migrate(server.url, config.municipality)
    const database = openTables(server.url, config.municipality, log)
    const close = async () => {
      await database.close()
      await server.stop()
    }
    return { database, url: server.url, migrated, filesElsewhere: server.filesElsewhere, lost: server.lost, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Opens the PostgreSQL of the settings and changes nothing in it. Throws Fault. */
export const openServer = (config: Config, use: ServerUse, log: Log): Promise<EmbeddedServer> =>
  config.databaseUrl === null
    ? openEmbeddedServer(openDataFolder(config.dataFolder), use, log)
    : checkOther(config.databaseUrl)

const checkOther = async (url: string) => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(url, error)
  }
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
  await client.end()
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (version < 15)
    throw new Fault(`The PostgreSQL at ${withoutPassword(url)} is version ${version}; Brobyg needs 15 or newer.`)
  return { url, filesElsewhere: null, lost: new Promise<never>(() => {}), stop: async () => {} }
}

const unreachable = (url: string, error: unknown): Fault => {
  const reasons: Record<string, string> = {
    '28P01': 'it refused the user or the password',
    '28000': 'it refused the user or the password',
    '3D000': 'it has no such database',
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no machine of that name',
    EAI_AGAIN: 'there is no machine of that name',
    ETIMEDOUT: 'it does not answer',
    '53300': 'it has too many connections already',
    '57P03': 'it is starting up or shutting down',
  }
  const reason = reasons[errorCode(error)] ?? errorMessage(error)
  return new Fault(`The PostgreSQL at ${withoutPassword(url)} (DATABASE_URL) cannot be used: ${reason}.`, {
    cause: error,
  })
}
