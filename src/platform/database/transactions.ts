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

/**
 * Who acts, as far as the database must know: row-level security reads `brobyg.actor`, `brobyg.post` and `brobyg.day`, and sees for
 * itself whether the person holds the post that day. Without a post the person acts for all they hold; without a day for none.
 */
export interface DatabaseActor {
  readonly personId: string | null
  readonly postId?: string | null
  readonly day?: Temporal.PlainDate | null
  /** The request this is part of, as the log and the audit trail tell it. */
  readonly requestId?: string | null
}

/** What is written in the audit trail of one thing that was done: codes, ids and counts, never a name or a text. */
export interface Trace {
  /** What was done: `draft.corrected`. */
  readonly verb: string
  /** The noun it was done to: `draft`. */
  readonly thing: string
  readonly ref?: string | null
  /** The person whose record it concerns. */
  readonly about?: string | null
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
}

/** How a transaction is entered: to read, to write what the audit trail tells, or to keep house, which it does not tell. */
export type Access = 'read only' | 'read write' | 'keep house'

/** A municipality's tables. Opened by `openDatabase`, or by `testDatabase` in tests. */
export interface Database {
  /** The PostgreSQL schema of the municipality. */
  readonly schema: string
  /** Runs the work in one transaction of the actor; callers use `readAs` and `writeAs`, whose types are narrower. */
  transact<T>(access: Access, actor: DatabaseActor, work: (tx: WriteTx) => Promise<T>): Promise<T>
  /**
   * Answers one plain question as nobody in particular, in a read-only transaction that takes one round trip: for what is asked at every
   * request. Undefined where all goes through one transaction, as in tests: `readAs` answers the same.
   */
  readonly glance?: (question: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /**
   * How many transactions of this process have ended that may have written something: counted before whoever wrote is told. Undefined where
   * all goes through one transaction, as in tests.
   */
  readonly countWrites?: () => number
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
 * Writes as the actor, in one transaction: all of it happens or none. The work leaves a trace of what was done (`leaveTrace`), which
 * goes into the audit trail as the last thing before commit; a write without a trace fails. Run again, at most twice, where PostgreSQL
 * undid it for another's sake (deadlock, serialization), so the work must touch nothing but its transaction.
 */
export const writeAs = <T>(
  platform: WithDatabase,
  actor: DatabaseActor,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> => platform.database.transact('read write', actor, work)

/** Writes what nobody did to anything: queue, counters, when a session was last seen. Leaves no trace. */
export const keepHouse = <T>(
  platform: WithDatabase,
  actor: DatabaseActor,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> => platform.database.transact('keep house', actor, work)

const traces = new WeakMap<WriteTx, Trace[]>()

/** Tells what was done in this transaction, for the audit trail. */
export const leaveTrace = (tx: WriteTx, trace: Trace): void => {
  const left = traces.get(tx)
  if (left === undefined) traces.set(tx, [trace])
  else left.push(trace)
}

/** Takes what the transaction told so far. */
export const takeTraces = (tx: WriteTx): readonly Trace[] => {
  const told = traces.get(tx) ?? []
  traces.delete(tx)
  return told
}

/** Nobody in particular: start-up and public pages. */
export const nobody: DatabaseActor = { personId: null }
