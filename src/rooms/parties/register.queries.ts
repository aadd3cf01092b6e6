import { sql } from 'kysely'
import { type DaySpan, isWithin, type ReadTx, readDaySpan, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { findId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import { organisationNameOn, unitIdOn } from './name-on.queries.ts'
import type { OrganisationKind } from './party.ts'
import type {
  DatedName,
  DatedPlan,
  OpenSameness,
  PlacedArea,
  PlacedOrganisation,
  PlacedPost,
  PlacedUnit,
  Register,
} from './register.ts'

interface NameRow {
  readonly name: string
  readonly during: string
}

const toNames = (rows: readonly NameRow[]): DatedName[] =>
  rows.map(({ name, during }) => ({ name, ...readDaySpan(during) }))

/** The name that holds on the day; else the last. */
const nameOn = (names: readonly DatedName[], day: Day): string =>
  (names.find(({ to }) => to === null || Temporal.PlainDate.compare(day, to) <= 0) ?? names.at(-1))?.name ?? ''

/** How many posts each organisation has, by its id. */
export const countPosts = async (tx: ReadTx): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('post')
    .select(['organisation_id as id', sql<number>`count(*)::int`.as('posts')])
    .groupBy('organisation_id')
    .execute()
  return new Map(rows.map(({ id, posts }) => [id, posts]))
}

/** Organisations, units and posts as they were called and placed on a day, and who held the posts: of all, or of one organisation. */
export const listRegister = async (tx: ReadTx, day: Day, organisationId: string | null = null): Promise<Register> => ({
  organisations: await listOrganisations(tx, day),
  units: (await listUnits(tx, day)).filter(({ during }) => isWithin(during, day)),
  posts: await listPlacedPosts(tx, day, organisationId),
})

/** Every organisation with all its names; the last name, which stands with the organisation itself, holds until further notice. */
export const listOrganisations = async (tx: ReadTx, day: Day): Promise<PlacedOrganisation[]> => {
  const { rows } = await sql<{
    readonly organisationId: string
    readonly kind: OrganisationKind
    readonly last: string
    readonly earlier: readonly NameRow[]
    readonly aliases: readonly string[]
  }>`select o.organisation_id as "organisationId", o.kind, o.name as last,
      coalesce((select json_agg(json_build_object('name', n.name, 'during', n.named_during::text) order by n.named_during)
        from organisation_name n where n.organisation_id = o.organisation_id), '[]') as earlier,
      array(select a.name from alias a where a.organisation_id = o.organisation_id order by a.name) as aliases
    from organisation o`.execute(tx)
  return rows.map(({ last, earlier, ...row }) => {
    const before = toNames(earlier)
    const names = [...before, { name: last, from: before.at(-1)?.to?.add({ days: 1 }) ?? null, to: null }]
    return { ...row, names, name: nameOn(names, day) }
  })
}

/** The unit another lay under on a day, beside a row of `unit u`; null = directly under its organisation. */
const parentOn = (day: Day) => sql<string | null>`case
  when exists (select from unit_place p where p.unit_id = u.unit_id and p.placed_during @> ${day.toString()}::date)
  then (select p.parent_unit_id from unit_place p where p.unit_id = u.unit_id and p.placed_during @> ${day.toString()}::date)
  else u.parent_unit_id end`

/** Every unit as it was called and placed on the day, also those that are not there that day. */
export const listUnits = async (tx: ReadTx, day: Day): Promise<PlacedUnit[]> => {
  const { rows } = await sql<{
    readonly unitId: string
    readonly organisationId: string
    readonly parentUnitId: string | null
    readonly during: string
    readonly named: readonly NameRow[]
    readonly aliases: readonly string[]
  }>`select u.unit_id as "unitId", u.organisation_id as "organisationId", ${parentOn(day)} as "parentUnitId", u.unit_during::text as during,
      coalesce((select json_agg(json_build_object('name', n.name, 'during', n.named_during::text) order by n.named_during)
        from unit_name n where n.unit_id = u.unit_id), '[]') as named,
      array(select a.name from alias a where a.unit_id = u.unit_id order by a.name) as aliases
    from unit u`.execute(tx)
  return rows.map(({ named, during, ...row }) => {
    const names = toNames(named)
    return { ...row, during: readDaySpan(during), names, name: nameOn(names, day) }
  })
}

const listPlacedPosts = (tx: ReadTx, day: Day, organisationId: string | null): Promise<PlacedPost[]> =>
  tx
    .selectFrom('post')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .leftJoin('holder', (join) =>
      join
        .onRef('holder.post_id', '=', 'post.post_id')
        .on(sql<boolean>`holder.holder_during @> ${day.toString()}::date`),
    )
    .leftJoin('person', 'person.person_id', 'holder.person_id')
    .select([
      'post.post_id as postId',
      'post.organisation_id as organisationId',
      unitIdOn(day).as('unitId'),
      'post.title',
      'plan.name as plan',
      'person.name as holder',
      sql<string[]>`array(select a.name from alias a where a.post_id = post.post_id order by a.name)`.as('aliases'),
    ])
    .$if(organisationId !== null, (query) => query.where('post.organisation_id', '=', organisationId))
    .orderBy('post.title')
    .orderBy('plan.name')
    .execute()

/** An organisation as it is called on the day. Throws Refused('organisation_not_found'). */
export const getOrganisation = async (tx: ReadTx, id: string, day: Day): Promise<PlacedOrganisation> => {
  const found = (await listOrganisations(tx, day)).find(({ organisationId }) => organisationId === findId(id))
  if (found === undefined) throw new Refused('organisation_not_found')
  return found
}

/** A unit as it is called on the day. Throws Refused('unit_not_found'). */
export const getUnit = async (tx: ReadTx, id: string, day: Day): Promise<PlacedUnit> => {
  const found = (await listUnits(tx, day)).find(({ unitId }) => unitId === findId(id))
  if (found === undefined) throw new Refused('unit_not_found')
  return found
}

/** What was put off when an agreement was confirmed, the oldest first. */
export const listOpenSameness = async (tx: ReadTx, day: Day): Promise<OpenSameness[]> => {
  const { rows } = await sql<OpenSameness>`
    select s.sameness_id as "samenessId",
      case when s.organisation_id is not null then 'organisation' when s.unit_id is not null then 'unit' else 'post' end as kind,
      coalesce(s.organisation_id, s.unit_id, s.post_id) as id,
      coalesce(${organisationNameOn(day)}, unit_last_name(s.unit_id), p.title) as known, s.name,
      coalesce(s.other_organisation_id, s.other_unit_id, s.other_post_id) as "otherId"
    from sameness s left join organisation using (organisation_id) left join post p using (post_id)
    where s.outcome = 'open' order by s.asked_at, s.sameness_id`.execute(tx)
  return rows
}

/** Every plan with its period. */
export const listPlans = async (tx: ReadTx): Promise<DatedPlan[]> => {
  const rows = await tx
    .selectFrom('plan')
    .select(['plan_id as planId', 'name', sql<string | null>`plan_during::text`.as('during')])
    .orderBy('name')
    .execute()
  return rows.map(({ during, ...row }) => ({ ...row, during: during === null ? null : readDaySpan(during) }))
}

/** Every area with its district. */
export const listAreas = (tx: ReadTx): Promise<PlacedArea[]> =>
  tx.selectFrom('area').select(['area_id as areaId', 'name', 'district']).orderBy('name').execute()

/** Writes when a plan runs; null = not known. Answers whether there is such a plan. */
export const setPlanPeriod = async (tx: WriteTx, planId: string, during: DaySpan | null): Promise<boolean> => {
  const span = during === null ? null : `[${during.from?.toString() ?? ''},${during.to?.toString() ?? ''}]`
  const { numUpdatedRows } = await tx
    .updateTable('plan')
    .set({ plan_during: span })
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Writes which district an area lies in; null = not known. Answers whether there is such an area. */
export const setAreaDistrict = async (tx: WriteTx, areaId: string, district: string | null): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('area')
    .set({ district })
    .where('area_id', '=', areaId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Writes that an open question is of two. Answers whether it was open. */
export const settleAsAnother = async (
  tx: WriteTx,
  samenessId: string,
  said: { at: Temporal.Instant; by: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('sameness')
    .set({ outcome: 'another', settled_at: said.at, settled_by: said.by })
    .where('sameness_id', '=', samenessId)
    .where('outcome', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
