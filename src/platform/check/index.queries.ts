import { type OwnerConnection, withOwner } from '../database/owner-connection.ts'
import { errorMessage } from '../fault.ts'
import type { Findings } from './check.ts'

/**
 * Looks whether every row is in each of its ordered indexes, with PostgreSQL's own amcheck. Where the database has it not, it is there for this
 * transaction only, which is taken back.
 */
export const checkIndexes = (url: string, schema: string): Promise<Findings> =>
  withOwner(url, 'check', async (owner) => {
    await owner.query('begin')
    try {
      const refusal = await findRefusal(owner)
      return refusal === null ? await lookAtEach(owner, schema) : { looked: null, wrong: [], reason: refusal }
    } finally {
      await owner.query('rollback').catch(() => {})
    }
  })

const findRefusal = async (owner: OwnerConnection): Promise<string | null> => {
  try {
    await owner.query('create extension if not exists amcheck')
    return null
  } catch (error) {
    return errorMessage(error)
  }
}

const lookAtEach = async (owner: OwnerConnection, schema: string): Promise<Findings> => {
  const { rows } = await owner.query<{ id: number; name: string; isWhole: boolean; look: string }>(
    `select c.oid::int as id, c.relname as name, i.indisvalid and i.indisready as "isWhole",
       (select format('%I.bt_index_check', n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
        where e.extname = 'amcheck') as look
     from pg_index i join pg_class c on c.oid = i.indexrelid and c.relkind = 'i' join pg_am a on a.oid = c.relam and a.amname = 'btree'
     where c.relnamespace = to_regnamespace($1) order by c.relname`,
    [`"${schema}"`],
  )
  const wrong: string[] = []
  for (const { id, name, isWhole, look } of rows) {
    const found = isWhole ? await findFault(owner, `select ${look}(${id}::oid::regclass, true)`) : 'it is not whole'
    if (found !== null) wrong.push(`${name}: ${found}`)
  }
  return { looked: `${rows.length}`, wrong: rows.length === 0 ? ['there is nothing to look at'] : wrong }
}

const findFault = async (owner: OwnerConnection, statement: string): Promise<string | null> => {
  await owner.query('savepoint looking')
  try {
    await owner.query(statement)
    return null
  } catch (error) {
    await owner.query('rollback to savepoint looking')
    return errorMessage(error)
  }
}
