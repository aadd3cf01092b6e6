import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { ExportScope, PartRow } from './part.ts'
import { hadCome, versionsOf } from './scope.queries.ts'

const on = (day: Day) => sql`${day.toString()}::date`

/** The first day of a span, and its last where that has come; a span that ends later is open, as it was that day. */
const daysBy = (span: RawBuilder<unknown>, day: Day) => sql`
  lower(${span})::text as from, case when upper(${span}) <= ${on(day)} + 1 then (upper(${span}) - 1)::text end as to`

/** The posts that are taken out: those the agreements name, those of the plan, and, where all is taken, those held on the day. */
const posts = (scope: ExportScope) => sql`
  select p.post_id from post p where exists (
      select from agreement_post n where n.post_id = p.post_id and n.agreement_version_id = ${versionsOf(scope)})
    or exists (select from holder h where h.post_id = p.post_id and h.holder_during @> ${on(scope.day)}
      and (${scope.planId}::uuid is null or p.plan_id = ${scope.planId}::uuid))`

/** The organisations that are party to the agreements or have such a post. */
const organisations = (scope: ExportScope) => sql`
  select s.organisation_id from agreement_party s where s.agreement_version_id = ${versionsOf(scope)}
  union select p.organisation_id from post p where p.post_id in (select post_id from posts)`

const taken = (scope: ExportScope) => sql`
  with posts as materialized (${posts(scope)}), organisations as materialized (${organisations(scope)})`

/** Who to turn to on the day: posts as they were called and placed, and of who holds them name, work mail and work phone alone. */
export const listContactRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`${taken(scope)}
    select p.title as post, coalesce((select n.name from organisation_name n
        where n.organisation_id = o.organisation_id and n.named_during @> ${on(scope.day)}), o.name) as organisation,
      l.name as plan,
      (select n.name from unit_name n where n.named_during @> ${on(scope.day)} and n.unit_id = coalesce((
        select m.unit_id from post_unit m where m.post_id = p.post_id and m.placed_during @> ${on(scope.day)}), p.unit_id)) as unit,
      w.name, w.email, w.phone, lower(h.holder_during)::text as "heldFrom",
      array(select distinct a.slug from agreement_post n join agreement_version v using (agreement_version_id)
        join agreement a using (agreement_id)
        where n.post_id = p.post_id and n.agreement_version_id = ${versionsOf(scope)} order by a.slug) as agreements
    from posts join post p using (post_id) join organisation o using (organisation_id) left join plan l using (plan_id)
    left join holder h on h.post_id = p.post_id and h.holder_during @> ${on(scope.day)}
    left join person w using (person_id)
    order by 2, plan nulls first, unit nulls first, post, w.name`.execute(tx)
  return rows
}

/** Organisations by every name they had had by the day. */
export const listOrganisationRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`${taken(scope)},
    names as (
      select n.organisation_id, n.name, n.named_during as span from organisation_name n
      union all select o.organisation_id, o.name, daterange((
        select max(upper(n.named_during)) from organisation_name n where n.organisation_id = o.organisation_id), null)
      from organisation o)
    select o.organisation_id as organisation, o.kind, n.name, ${daysBy(sql`n.span`, scope.day)}
    from organisations join organisation o using (organisation_id) join names n using (organisation_id)
    where coalesce(lower(n.span) <= ${on(scope.day)}, true) order by o.name, n.span`.execute(tx)
  return rows
}

/** Units by every name they had had by the day, with where they belong. */
export const listUnitRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`${taken(scope)}
    select u.unit_id as unit, u.parent_unit_id as parent, u.organisation_id as organisation, n.name,
      ${daysBy(sql`(n.named_during * u.unit_during)`, scope.day)}
    from organisations join unit u using (organisation_id) join unit_name n using (unit_id)
    where coalesce(lower(u.unit_during) <= ${on(scope.day)}, true) and coalesce(lower(n.named_during) <= ${on(scope.day)}, true)
    order by u.organisation_id, u.unit_id, n.named_during`.execute(tx)
  return rows
}

/** What else organisations, plans, units and posts were known to be called by the day. People's other names are left out. */
export const listAliasRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`${taken(scope)}
    select case when a.organisation_id is not null then 'organisation' when a.unit_id is not null then 'unit'
        when a.plan_id is not null then 'plan' else 'post' end as kind,
      coalesce(o.name, l.name, p.title, (select n.name from unit_name n where n.unit_id = a.unit_id
        and n.named_during @> ${on(scope.day)})) as of, a.name
    from alias a left join organisation o using (organisation_id) left join plan l using (plan_id)
    left join unit u using (unit_id) left join post p using (post_id)
    where a.person_id is null and ${hadCome(sql`a.settled_at`, scope.day)}
      and (a.organisation_id in (select organisation_id from organisations)
        or u.organisation_id in (select organisation_id from organisations)
        or a.post_id in (select post_id from posts)
        or (a.plan_id is not null and (${scope.planId}::uuid is null or a.plan_id = ${scope.planId}::uuid)))
    order by 1, 2, a.name`.execute(tx)
  return rows
}

/** The plans that are party to the agreements, with the days they run. */
export const listPlanRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select l.name, lower(l.plan_during)::text as from, (upper(l.plan_during) - 1)::text as to,
      array(select distinct a.slug from agreement_party s join agreement_version v using (agreement_version_id)
        join agreement a using (agreement_id)
        where s.plan_id = l.plan_id and v.agreement_version_id = ${versionsOf(scope)} order by a.slug) as agreements
    from plan l where exists (select from agreement_party s where s.plan_id = l.plan_id and s.agreement_version_id = ${versionsOf(scope)})
      or l.plan_id = ${scope.planId}::uuid
    order by l.name`.execute(tx)
  return rows
}
