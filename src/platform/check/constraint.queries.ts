import { escapeIdentifier } from 'pg'
import { inTransaction } from '../backup/backup.queries.ts'
import { type OwnerConnection, withOwner } from '../database/owner-connection.ts'

/** A constraint with the query that counts the rows, or groups of rows, that break it. */
export interface Constraint {
  readonly name: string
  readonly count: string
}

export type ConstraintKind = 'references' | 'conditions' | 'singles'

/** Counts what breaks each constraint of a kind, in the rows themselves: no index is asked, for an index may be what is broken. */
export const countBroken = (
  url: string,
  schema: string,
  kind: ConstraintKind,
): Promise<{ name: string; broken: number }[]> =>
  withOwner(url, 'check', (owner) =>
    inTransaction(owner, 'repeatable read, read only', async () => {
      await owner.query(withoutIndexes)
      const counted: { name: string; broken: number }[] = []
      for (const { name, count } of await lists[kind](owner, escapeIdentifier(schema))) {
        const { rows } = await owner.query<{ broken: number }>(`select count(*)::int as broken from (${count}) row`)
        counted.push({ name, broken: rows[0]?.broken ?? 0 })
      }
      return counted
    }),
  )

const withoutIndexes =
  'set local enable_indexscan = off; set local enable_indexonlyscan = off; set local enable_bitmapscan = off'

const listReferences = async (owner: OwnerConnection, schema: string): Promise<Constraint[]> => {
  const { rows } = await owner.query<{ name: string; from: string; to: string; pairs: [string, string][] }>(
    `select c.conname as name, c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
       (select json_agg(json_build_array(a.attname, b.attname) order by k.place)
        from unnest(c.conkey, c.confkey) with ordinality k(own, other, place)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
          join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.other) as pairs
     from pg_constraint c where c.contype = 'f' and c.connamespace = to_regnamespace($1) and c.conparentid = 0 order by 2, 1`,
    [schema],
  )
  return rows.map(({ name, from, to, pairs }) => {
    const columns = pairs.map(([own, other]) => ({
      own: `a.${escapeIdentifier(own)}`,
      other: `b.${escapeIdentifier(other)}`,
    }))
    const isSet = columns.map(({ own }) => `${own} is not null`).join(' and ')
    const matches = columns.map(({ own, other }) => `${own} = ${other}`).join(' and ')
    return { name, count: `select from ${from} a where ${isSet} and not exists (select from ${to} b where ${matches})` }
  })
}

const listConditions = async (owner: OwnerConnection, schema: string): Promise<Constraint[]> => {
  const { rows } = await owner.query<{ name: string; table: string; condition: string }>(
    `select c.conname as name, c.conrelid::regclass::text as "table", pg_get_expr(c.conbin, c.conrelid) as condition
     from pg_constraint c where c.contype = 'c' and c.conrelid <> 0 and c.connamespace = to_regnamespace($1)
     union all
     select t.relname || '.' || a.attname || ' is there', t.oid::regclass::text, format('%I is not null', a.attname)
     from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
     where t.relkind in ('r', 'p') and t.relnamespace = to_regnamespace($1) order by 2, 1`,
    [schema],
  )
  return rows.map(({ name, table, condition }) => ({
    name,
    count: `select from ${table} where (${condition}) is false`,
  }))
}

interface Single {
  readonly name: string
  readonly table: string
  readonly keys: string[]
  readonly condition: string | null
  readonly operators: string[] | null
  readonly nullsEqual: boolean
}

const listSingles = async (owner: OwnerConnection, schema: string): Promise<Constraint[]> => {
  const { rows } = await owner.query<Single>(
    `select x.relname as name, i.indrelid::regclass::text as "table", pg_get_expr(i.indpred, i.indrelid) as condition,
       (select json_agg(pg_get_indexdef(i.indexrelid, place, false) order by place) from generate_series(1, i.indnkeyatts) place) as keys,
       (select json_agg(format('operator(%I.%s)', n.nspname, o.oprname) order by e.place)
        from unnest(c.conexclop) with ordinality e(operator, place)
          join pg_operator o on o.oid = e.operator join pg_namespace n on n.oid = o.oprnamespace) as operators,
       i.indnullsnotdistinct as "nullsEqual"
     from pg_index i join pg_class x on x.oid = i.indexrelid left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'x'
     where (i.indisunique or i.indisexclusion) and x.relnamespace = to_regnamespace($1) order by 2, 1`,
    [schema],
  )
  return rows.map((single) => ({
    name: single.name,
    count: single.operators === null ? twice(single) : clashing(single),
  }))
}

const keyNames = ({ keys }: Single): string[] => keys.map((_, at) => `key${at}`)

const keyed = (single: Single): string => {
  const named = single.keys.map((key, at) => `(${key}) as key${at}`)
  const where = single.condition === null ? '' : ` where ${single.condition}`
  return `select ctid as place, ${named.join(', ')} from ${single.table}${where}`
}

const twice = (single: Single): string => {
  const names = keyNames(single)
  const isSet = single.nullsEqual ? 'true' : names.map((name) => `${name} is not null`).join(' and ')
  return `select from (${keyed(single)}) k where ${isSet} group by ${names.join(', ')} having count(*) > 1`
}

const clashing = (single: Single): string => {
  const pairs = keyNames(single).map((name, at) => `a.${name} ${single.operators?.[at] ?? '='} b.${name}`)
  return `with k as materialized (${keyed(single)}) select from k a join k b on a.place < b.place and ${pairs.join(' and ')}`
}

const lists: Readonly<Record<ConstraintKind, (owner: OwnerConnection, schema: string) => Promise<Constraint[]>>> = {
  references: listReferences,
  conditions: listConditions,
  singles: listSingles,
}
