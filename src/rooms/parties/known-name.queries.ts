import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import { nameKey } from './match-names.rules.ts'
import type { KnownNames, SamenessKind } from './sameness.ts'

/** Keeps others who name, merge or rename waiting until the transaction ends, so that what was seen of the register is still so. */
export const lockRegister = async (tx: WriteTx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ' register', 0))`.execute(tx)
}

type Organisation = KnownNames['organisations'][number]
type Unit = KnownNames['units'][number]

/** Everything the register knows by name. */
export const listKnownNames = async (tx: ReadTx): Promise<KnownNames> => {
  const organisations = await sql<Organisation>`
    select o.organisation_id as id, array[o.name]
        || array(select n.name from organisation_name n where n.organisation_id = o.organisation_id)
        || array(select a.name from alias a where a.organisation_id = o.organisation_id) as names,
      array(select distinct name_key(person.name) from post p join holder h using (post_id) join person using (person_id)
        where p.organisation_id = o.organisation_id)
        || array(select distinct name_key(plan.name) from post p join plan using (plan_id) where p.organisation_id = o.organisation_id) as people
    from organisation o order by o.name`.execute(tx)
  const plans = await sql<KnownNames['plans'][number]>`
    select p.plan_id as id, array[p.name] || array(select a.name from alias a where a.plan_id = p.plan_id) as names
    from plan p order by p.name`.execute(tx)
  const units = await sql<Unit>`
    select u.unit_id as id, u.organisation_id as "organisationId",
      array(select n.name from unit_name n where n.unit_id = u.unit_id order by n.named_during desc)
        || array(select a.name from alias a where a.unit_id = u.unit_id) as names,
      array(select distinct name_key(person.name) from post p join holder h using (post_id) join person using (person_id)
        where p.unit_id = u.unit_id) as people
    from unit u order by u.unit_id`.execute(tx)
  const posts = await sql<KnownNames['posts'][number]>`
    select p.post_id as id, p.organisation_id as "organisationId", p.plan_id as "planId", p.unit_id as "unitId",
      array[p.title] || array(select a.name from alias a where a.post_id = p.post_id) as names
    from post p order by p.title`.execute(tx)
  const people = await sql<KnownNames['people'][number]>`
    select p.person_id as id, array[p.name] || array(select a.name from alias a where a.person_id = p.person_id) as names
    from person p order by p.name`.execute(tx)
  const others = await tx
    .selectFrom('sameness')
    .select([sql<string>`coalesce(organisation_id, unit_id, post_id, plan_id, person_id)`.as('id'), 'name'])
    .where('outcome', '=', 'another')
    .execute()
  return {
    organisations: organisations.rows,
    plans: plans.rows,
    units: units.rows,
    posts: posts.rows,
    people: people.rows,
    others: others.map(({ id, name }) => ({ id, key: nameKey(name) })),
  }
}

/** Who said what, and when. */
export interface Said {
  readonly at: Temporal.Instant
  readonly by: string
}

/** Writes that a thing has another name too. */
export const insertAlias = async (
  tx: WriteTx,
  { kind, id, name }: { kind: SamenessKind; id: string; name: string },
  said: Said,
): Promise<void> => {
  await tx
    .insertInto('alias')
    .values({
      alias_id: newId<'alias'>(),
      [`${kind}_id`]: id,
      name,
      settled_at: said.at,
      settled_by: said.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface NewSameness {
  readonly kind: SamenessKind
  readonly id: string
  readonly name: string
  /** What the name stands for, where it is registered. */
  readonly otherId: string | null
  readonly outcome: 'open' | 'another'
}

/** Remembers that a name is of another thing, or that it is still to be settled. What was settled before is not asked again. */
export const rememberSameness = async (
  tx: WriteTx,
  { kind, id, name, otherId, outcome }: NewSameness,
  said: Said,
): Promise<void> => {
  const isSettled = outcome !== 'open'
  const settled_at = isSettled ? said.at : null
  const settled_by = isSettled ? said.by : null
  const isMerged = otherId !== null && kind !== 'person' && kind !== 'plan'
  await sql`
    insert into sameness (sameness_id, ${sql.id(`${kind}_id`)}, name, outcome, asked_at, asked_by, settled_at, settled_by
      ${isMerged ? sql`, ${sql.id(`other_${kind}_id`)}` : sql``})
    values (${newId<'sameness'>()}, ${id}::uuid, ${name}, ${outcome}, ${said.at}, ${said.by}, ${settled_at}, ${settled_by}
      ${isMerged ? sql`, ${otherId}::uuid` : sql``})
    on conflict (coalesce(organisation_id, unit_id, post_id, plan_id, person_id), name_key(name)) do update
      set outcome = excluded.outcome, settled_at = excluded.settled_at, settled_by = excluded.settled_by
      where sameness.outcome = 'open'`.execute(tx)
}
