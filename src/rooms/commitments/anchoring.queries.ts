import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { type Day, endOf } from '../../platform/day.ts'
import type { AnchoringPlan } from './anchoring.ts'

type PlanRow = AnchoringPlan & { readonly agreementVersionId: string }

/** The plans of these versions as last written by the end of the day, by version and then by activity. */
export const listAnchoringPlans = async (
  tx: ReadTx,
  versionIds: readonly string[],
  day: Day,
): Promise<Map<string, Map<string, AnchoringPlan>>> => {
  const plans = new Map<string, Map<string, AnchoringPlan>>()
  if (versionIds.length === 0) return plans
  const { rows } = await sql<PlanRow>`
    select distinct on (agreement_version_id, activity_id) agreement_version_id as "agreementVersionId", activity_id as "activityId",
      taken_over_by as "takenOverBy", by_on as "byOn", proof, state, taken_over_on as "takenOverOn", number
    from anchoring_plan where agreement_version_id = any (${[...versionIds]}::uuid[]) and planned_at < ${endOf(day)}
    order by agreement_version_id, activity_id, number desc`.execute(tx)
  for (const { agreementVersionId, ...plan } of rows) {
    const known = plans.get(agreementVersionId) ?? new Map<string, AnchoringPlan>()
    plans.set(agreementVersionId, known.set(plan.activityId, plan))
  }
  return plans
}

/** Makes those who write the plan of one activity take turns until the transaction ends. */
export const lockAnchoring = (tx: WriteTx, agreementVersionId: string, activityId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${agreementVersionId}/${activityId}`}, 0))`.execute(tx)

interface NewPlan extends AnchoringPlan {
  readonly agreementVersionId: string
  readonly plannedBy: string
  readonly plannedAt: Temporal.Instant
}

/** Writes the next plan of an activity; the earlier ones stay. */
export const insertAnchoringPlan = (tx: WriteTx, plan: NewPlan) =>
  tx
    .insertInto('anchoring_plan')
    .values({
      agreement_version_id: plan.agreementVersionId,
      activity_id: plan.activityId,
      number: plan.number,
      taken_over_by: plan.takenOverBy,
      by_on: plan.byOn,
      proof: plan.proof,
      state: plan.state,
      taken_over_on: plan.takenOverOn,
      planned_by: plan.plannedBy,
      planned_at: plan.plannedAt,
    })
    .execute()
