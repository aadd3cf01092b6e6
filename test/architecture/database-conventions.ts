import type { Client } from 'pg'

/** A convention of the database: the query lists its offenders as `offender`, and finds none where all is well. */
export interface DatabaseConvention {
  name: string
  query: string
}

const tablesOf = `pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = $1 and t.relkind in ('r', 'p')`
const columnsOf = `${tablesOf} join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped`

/** Tables that hold nothing about any person, and may therefore do without row-level security. May only shrink. */
const tablesWithoutPeople = ['migration', 'signing_key', 'organisation', 'plan', 'area', 'post', 'agreement']

export const databaseConventions: readonly DatabaseConvention[] = [
  {
    name: 'every foreign key has an index that begins with its columns',
    query: `select t.relname || '.' || c.conname as offender from ${tablesOf} join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
      where not exists (select from pg_index i where i.indrelid = t.oid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
  },
  {
    name: 'every table that may hold something about a person has row-level security',
    query: `select t.relname as offender from ${tablesOf}
      where not t.relrowsecurity and t.relname not in (${tablesWithoutPeople.map((table) => `'${table}'`).join(', ')})`,
  },
  {
    name: 'every table with row-level security has a policy',
    query: `select t.relname as offender from ${tablesOf}
      where t.relrowsecurity and not exists (select from pg_policy p where p.polrelid = t.oid)`,
  },
  {
    name: 'no table forces row-level security on its owner, who migrates',
    query: `select t.relname as offender from ${tablesOf} where t.relforcerowsecurity`,
  },
  {
    name: 'every view looks with the eyes of the one who asks',
    query: `select v.relname as offender from pg_class v join pg_namespace n on n.oid = v.relnamespace and n.nspname = $1
      where v.relkind in ('v', 'm') and not coalesce(v.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)`,
  },
  {
    name: 'every constraint is named by its reason',
    query: `select t.relname || '.' || c.conname as offender from ${tablesOf} join pg_constraint c on c.conrelid = t.oid
      where c.contype in ('f', 'u', 'c', 'x') and c.conname ~ ('^' || t.relname || '_.*(fkey|key|check|excl)[0-9]*$')`,
  },
  {
    name: 'there are no triggers',
    query: `select t.relname || '.' || g.tgname as offender from ${tablesOf} join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`,
  },
  {
    name: 'brobyg_app owns nothing',
    query: `select d.classid::regclass || ' ' || d.objid as offender from pg_shdepend d join pg_roles r on r.oid = d.refobjid
      where r.rolname = 'brobyg_app' and d.deptype = 'o' and $1::text is not null`,
  },
  {
    name: 'brobyg_app may not go round row-level security or make anything',
    query: `select r.rolname as offender from pg_roles r where r.rolname = 'brobyg_app'
      and (r.rolsuper or r.rolbypassrls or r.rolcreatedb or r.rolcreaterole or has_schema_privilege(r.rolname, $1, 'create'))`,
  },
  {
    name: 'a moment ends in _at, a day in _on, a span in _during',
    query: `select t.relname || '.' || a.attname as offender from ${columnsOf}
      where (a.atttypid = 'timestamptz'::regtype and a.attname !~ '_at$')
        or (a.atttypid = 'date'::regtype and a.attname !~ '_on$')
        or (a.atttypid in ('daterange'::regtype, 'tstzrange'::regtype) and a.attname !~ '_during$')`,
  },
  {
    name: 'no column forgets its zone, and none counts money in fractions',
    query: `select t.relname || '.' || a.attname as offender from ${columnsOf}
      where a.atttypid in ('timestamp'::regtype, 'timetz'::regtype, 'money'::regtype, 'float4'::regtype, 'float8'::regtype)`,
  },
  {
    name: 'the key of a table is called after it, or after the table it adds to',
    query: `select t.relname as offender from ${tablesOf} join pg_index i on i.indrelid = t.oid and i.indisprimary
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where cardinality(i.indkey::int2[]) = 1 and a.atttypid = 'uuid'::regtype and a.attname <> t.relname || '_id'
      and not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'f' and c.conkey[1] = i.indkey[0])`,
  },
]

/** The offenders against a convention in a schema. */
export const offendersAgainst = async (
  client: Client,
  schema: string,
  convention: DatabaseConvention,
): Promise<string[]> => {
  const { rows } = await client.query<{ offender: string }>(convention.query, [schema])
  return rows.map(({ offender }) => offender).toSorted()
}

/** The tables of a schema. */
export const tablesIn = async (client: Client, schema: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(`select t.relname as name from ${tablesOf}`, [schema])
  return rows.map(({ name }) => name).toSorted()
}
