import type { Transaction } from 'kysely'
import type { DB as Rows } from './rows.ts'

declare const mayRead: unique symbol
declare const mayWrite: unique symbol

/** A transaction that reads: it has no `insertInto`, `updateTable` or `deleteFrom`, and PostgreSQL refuses them too. */
export type ReadTx = Pick<
  Transaction<Rows>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'getExecutor' | 'executeQuery'
> & { readonly [mayRead]: true }

/** A transaction that may write; whatever reads accepts it too. */
export type WriteTx = Transaction<Rows> & ReadTx & { readonly [mayWrite]: true }

/** Who acts, as far as the database must know: row-level security reads it as `brobyg.actor`. */
export interface DatabaseActor {
  readonly personId: string | null
}

export type Access = 'read only' | 'read write'

/** A municipality's tables. Opened by `openDatabase`, or by `testDatabase` in tests. */
export interface Database {
  /** The PostgreSQL schema of the municipality. */
  readonly schema: string
  /** Runs the work in one transaction of the actor; callers use `readAs` and `writeAs`, whose types are narrower. */
  transact<T>(access: Access, actor: DatabaseActor, work: (tx: WriteTx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** What an action needs to reach its data. */
export interface WithDatabase {
  readonly database: Database
}

/** Reads as the actor, in one read-only transaction that sees one moment of the database. */
export const readAs = <T>(platform: WithDatabase, actor: DatabaseActor, work: (tx: ReadTx) => Promise<T>): Promise<T> =>
  platform.database.transact('read only', actor, work)

/**
 * Writes as the actor, in one transaction: all of it happens or none. Run again, at most twice, where PostgreSQL
 * undid it for another's sake (deadlock, serialization), so the work must touch nothing but its transaction.
 */
export const writeAs = <T>(
  platform: WithDatabase,
  actor: DatabaseActor,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> => platform.database.transact('read write', actor, work)

/** Nobody in particular: start-up and public pages. */
export const nobody: DatabaseActor = { personId: null }
