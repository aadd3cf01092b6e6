import { sql } from 'kysely'
import { refuseOn, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import { setParent } from './unit.queries.ts'

interface UnitRename {
  readonly unitId: string
  readonly name: string
  readonly from: Day
  readonly at: Temporal.Instant
}

/** Ends a unit's last name the day before, and gives it a new one from the day on. */
export const addUnitName = async (tx: WriteTx, { unitId, name, from, at }: UnitRename): Promise<void> => {
  await sql`update unit_name set named_during = daterange(lower(named_during), ${from.toString()}::date)
    where unit_id = ${unitId}::uuid and upper_inf(named_during)`.execute(tx)
  await sql`insert into unit_name (unit_id, name, named_during, given_at)
    values (${unitId}::uuid, ${name}, daterange(${from.toString()}::date, null), ${at})`.execute(tx)
}

interface OrganisationRename {
  readonly organisationId: string
  /** The name it has had, and since when. */
  readonly was: { readonly name: string; readonly from: Day | null }
  readonly name: string
  readonly from: Day
  readonly at: Temporal.Instant
}

/** Keeps the name an organisation had until the day, and gives it a new one. Throws Refused('name_taken'). */
export const addOrganisationName = async (tx: WriteTx, { organisationId, was, name, from, at }: OrganisationRename) => {
  await tx
    .insertInto('organisation_name')
    .values({
      organisation_id: organisationId,
      name: was.name,
      named_during: `[${was.from?.toString() ?? ''},${from.toString()})`,
      followed_at: at,
    })
    .execute()
  try {
    await tx.updateTable('organisation').set({ name }).where('organisation_id', '=', organisationId).execute()
  } catch (error) {
    throw refuseOn(error, { organisation_named_once: () => new Refused('name_taken', { name }) })
  }
}

/**
 * Lays a unit under another from the day on, or directly under its organisation (null); as of the days before it lies where it lay. Where it
 * was moved that day already, only the last move counts.
 */
export const placeUnit = async (tx: WriteTx, unitId: string, parentUnitId: string | null, from: Day): Promise<void> => {
  await sql`insert into unit_place (unit_id, parent_unit_id, placed_during)
    select u.unit_id, u.parent_unit_id, daterange(lay.until, ${from.toString()}::date) from unit u,
      lateral (select max(upper(p.placed_during)) as until from unit_place p where p.unit_id = u.unit_id) lay
    where u.unit_id = ${unitId}::uuid and (lay.until is null or lay.until < ${from.toString()}::date)`.execute(tx)
  await setParent(tx, unitId, parentUnitId)
}

/** Writes from which day a unit is no more; null = until further notice. */
export const setUnitEnd = async (tx: WriteTx, unitId: string, until: Day | null): Promise<void> => {
  await sql`update unit set unit_during = daterange(lower(unit_during), ${until?.toString() ?? null}::date)
    where unit_id = ${unitId}::uuid`.execute(tx)
}

/** How many posts stand in a unit, and how many units lie under it, on the day or later. */
export const countIn = async (tx: WriteTx, unitId: string, day: Day): Promise<{ posts: number; units: number }> => {
  const { rows } = await sql<{ posts: number; units: number }>`
    select (select count(*)::int from post p where exists (select from post_unit m where m.post_id = p.post_id and m.unit_id = ${unitId}::uuid
          and m.placed_during && daterange(${day.toString()}::date, null))
        or p.unit_id = ${unitId}::uuid and not exists (select from post_unit m where m.post_id = p.post_id
          and m.placed_during @> ${day.toString()}::date)) as posts,
      (select count(*)::int from unit u where u.unit_during && daterange(${day.toString()}::date, null)
        and (u.parent_unit_id = ${unitId}::uuid or exists (select from unit_place p where p.unit_id = u.unit_id
          and p.parent_unit_id = ${unitId}::uuid and p.placed_during && daterange(${day.toString()}::date, null)))) as units`.execute(
    tx,
  )
  return rows[0] ?? { posts: 0, units: 0 }
}

/**
 * Places a post in a unit from the day on; where it stood ends then. Throws Refused('post_moved_from_then_on') where it was moved that day
 * or is to be later.
 */
export const placePost = async (tx: WriteTx, postId: string, unitId: string, from: Day): Promise<void> => {
  const later =
    await sql`select from post_unit where post_id = ${postId}::uuid and lower(placed_during) >= ${from.toString()}::date`.execute(
      tx,
    )
  if (later.rows.length > 0) throw new Refused('post_moved_from_then_on', { day: from.toString() })
  await sql`update post_unit set placed_during = daterange(lower(placed_during), ${from.toString()}::date)
    where post_id = ${postId}::uuid and placed_during @> ${from.toString()}::date`.execute(tx)
  await tx
    .insertInto('post_unit')
    .values({ post_id: postId, unit_id: unitId, placed_during: `[${from.toString()},)` })
    .execute()
}
