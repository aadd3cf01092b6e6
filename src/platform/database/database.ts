import { Kysely, sql } from 'kysely'
import type { Transaction } from 'kysely'
import { escapeLiteral, type Pool } from 'pg'
import { errorCode } from '../fault.ts'
import type { Log } from '../log.ts'
import { openPool, TemporalDialect } from './connection.ts'
import type { DB as Rows } from './rows.ts'
import {
  type Access,
  type Database,
  type DatabaseActor,
  nobody,
  type ReadTx,
  type Trace,
  takeTraces,
  type WriteTx,
} from './transactions.ts'

/** The role that reads and writes; it owns nothing, so row-level security holds for it. */
export const applicationRole = 'brobyg_app'

/** Opens a migrated municipality's tables at this address. Connections are made when first needed. */
export const openTables = (url: string, schema: string, log: Log): Database => {
  const pool = openPool(url, log)
  const kysely = new Kysely<Rows>({ dialect: new TemporalDialect({ pool }) })
  let writes = 0
  return {
    schema,
    glance: (question) => glanceIn(pool, schema, question),
    countWrites: () => writes,
    transact: (access, actor, work) =>
      again(access === 'read only' ? 1 : 3, async () => {
        try {
          return await kysely
            .transaction()
            .setIsolationLevel(access === 'read only' ? 'repeatable read' : 'read committed')
            .setAccessMode(access === 'read only' ? 'read only' : 'read write')
            .execute(async (tx) => workAndTell(await asActor(tx, schema, actor), access, work))
        } finally {
          // Also where it broke: a commit whose answer was lost may have happened.
          if (access !== 'read only') writes += 1
        }
      }),
    close: () => kysely.destroy(),
  }
}

/** Confines a transaction to the municipality's tables, the application's role and the actor. */
export const asActor = async (tx: Transaction<Rows>, schema: string, actor: DatabaseActor): Promise<WriteTx> => {
  await sql.raw(settingsOf(schema, actor)).execute(tx)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- confined is what the brand says, and it just was
  return tx as WriteTx
}

const settingsOf = (schema: string, actor: DatabaseActor): string =>
  `set local search_path to "${schema}", public;
    set local role ${applicationRole};
    set local brobyg.actor to ${escapeLiteral(actor.personId ?? '')};
    set local brobyg.post to ${escapeLiteral(actor.postId ?? '')};
    set local brobyg.day to ${escapeLiteral(actor.day?.toString() ?? '')};
    set local brobyg.request to ${escapeLiteral(actor.requestId ?? '')}`

/** All of a transaction in one message. A connection on which it broke is not used again, for it may still be within it. */
const glanceIn = async (pool: Pool, schema: string, question: string) => {
  const client = await pool.connect()
  try {
    const begin = 'begin isolation level repeatable read read only'
    // Several statements have several answers; pg's types know of one.
    const answers: unknown = await client.query(`${begin}; ${settingsOf(schema, nobody)}; ${question}; commit`)
    client.release()
    const asked: unknown = Array.isArray(answers) ? answers.at(-2) : undefined
    return isAnswer(asked) ? asked.rows : []
  } catch (error) {
    client.release(true)
    throw error
  }
}

const isAnswer = (answer: unknown): answer is { readonly rows: readonly Readonly<Record<string, unknown>>[] } =>
  typeof answer === 'object' && answer !== null && 'rows' in answer && Array.isArray(answer.rows)

/**
 * Reads as the owner of the tables, from whom row-level security hides nothing, in one transaction that sees one moment: for checks of
 * the database itself, never for people.
 */
export const readAsOwner = async <T>(
  { url, schema }: { readonly url: string; readonly schema: string },
  log: Log,
  work: (tx: ReadTx) => Promise<T>,
): Promise<T> => {
  const kysely = new Kysely<Rows>({ dialect: new TemporalDialect({ pool: openPool(url, log) }) })
  try {
    return await kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        await sql.raw(`set local search_path to "${schema}", public`).execute(tx)
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PostgreSQL refuses to write here, and the schema is set
        return work(tx as unknown as ReadTx)
      })
  } finally {
    await kysely.destroy()
  }
}

/** Does the work, then writes what it told into the audit trail, and counts what it changed and did not tell. Throws where a write told nothing. */
export const workAndTell = async <T>(tx: WriteTx, access: Access, work: (tx: WriteTx) => Promise<T>): Promise<T> => {
  takeTraces(tx)
  const result = await work(tx)
  const told = takeTraces(tx)
  if (access === 'read write' && told.length === 0) throw new Error('A write left no trace for the audit trail')
  if (access === 'keep house') await sql`select note_untold_change()`.execute(tx)
  if (told.length > 0) await sql`select append_audit(${JSON.stringify(told.map(entryOf))}::json)`.execute(tx)
  return result
}

const entryOf = ({ facts, ...trace }: Trace) => ({ ...trace, facts: facts === undefined ? '' : JSON.stringify(facts) })

const undoneForAnother = ['40001', '40P01']

const again = async <T>(attempts: number, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (attempts > 1 && undoneForAnother.includes(errorCode(error))) return again(attempts - 1, work)
    throw error
  }
}
