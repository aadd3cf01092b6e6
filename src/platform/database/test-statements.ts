import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely'
import type { Database, WriteTx } from './transactions.ts'

/** A database whose statements are heard, without their values. */
export const overheard = (database: Database): { database: Database; statements: string[] } => {
  const statements: string[] = []
  const ear: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(new PostgresQueryCompiler().compileQuery(node, queryId).sql)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const transact: Database['transact'] = (access, actor, work) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same transaction, listened to
    database.transact(access, actor, (tx) => work(tx.withPlugin(ear) as WriteTx))
  return { database: { ...database, transact }, statements }
}
