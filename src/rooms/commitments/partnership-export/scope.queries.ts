import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import { type Day, homeZone } from '../../../platform/day.ts'
import { findId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { ExportedVersion, ExportScope } from './part.ts'

/** Whether a moment had come by the end of the day, in Denmark. */
export const hadCome = (moment: RawBuilder<unknown>, day: Day) =>
  sql<boolean>`${moment} < ((${day.toString()}::date + 1)::timestamp at time zone ${homeZone})`

/** A moment as ISO writes it, in UTC. */
export const isoMoment = (moment: RawBuilder<unknown>) =>
  sql<string>`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** The ids of the scope as PostgreSQL takes them. */
export const versionsOf = ({ versions }: ExportScope) =>
  sql`any (${versions.map(({ agreementVersionId }) => agreementVersionId)}::uuid[])`

export const agreementsOf = ({ versions }: ExportScope) =>
  sql`any (${[...new Set(versions.map(({ agreementId }) => agreementId))]}::uuid[])`

/** Plans by name, for choosing one. */
export const listPlanChoices = (tx: ReadTx): Promise<{ readonly planId: string; readonly name: string }[]> =>
  tx.selectFrom('plan').select(['plan_id as planId', 'name']).orderBy('name').execute()

/** A plan by its id or its name. Throws Refused('plan_not_found'). */
export const getPlanNamed = async (
  tx: ReadTx,
  named: string,
): Promise<{ readonly planId: string; readonly name: string }> => {
  const asked = named.trim()
  const plan = (await listPlanChoices(tx)).find(
    ({ planId, name }) => planId === findId(asked) || name.toLowerCase() === asked.toLowerCase(),
  )
  if (plan === undefined) throw new Refused('plan_not_found')
  return plan
}

/**
 * The versions that had come into force by the day, of every agreement the plan is party to (null = of all). That a version gave way to
 * the next after the day is not told: its end is then the one it was to have.
 */
export const listVersionsBy = async (tx: ReadTx, day: Day, planId: string | null): Promise<ExportedVersion[]> => {
  const on = sql`${day.toString()}::date`
  const { rows } = await sql<ExportedVersion>`
    select v.agreement_version_id as "agreementVersionId", a.agreement_id as "agreementId", a.slug,
      coalesce(a.focus_area, a.title) as agreement, v.number, lower(v.in_force_during)::text as from,
      (case when upper(v.in_force_during) > ${on} + 1 and v.meant_during is not null then upper(v.meant_during)
        else upper(v.in_force_during) end - 1)::text as to
    from agreement a join agreement_version v using (agreement_id)
    where coalesce(lower(v.in_force_during) <= ${on}, true)
      and (${planId}::uuid is null or exists (
        select from agreement_party p join agreement_version w using (agreement_version_id)
        where w.agreement_id = a.agreement_id and p.plan_id = ${planId}::uuid and coalesce(lower(w.in_force_during) <= ${on}, true)))
    order by coalesce(a.focus_area, a.title), a.slug, v.number`.execute(tx)
  return rows
}
