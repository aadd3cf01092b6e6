import { sql } from 'kysely'
import { type DaySpan, readDaySpan, type ReadTx, type WriteTx } from '../../../platform/database/index.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import type { StandingClause } from './carry-clauses.rules.ts'

/** Writes the clauses of a version. */
export const insertClauses = async (
  tx: WriteTx,
  agreementVersionId: string,
  clauses: readonly StandingClause[],
): Promise<void> => {
  if (clauses.length === 0) return
  await tx
    .insertInto('clause')
    .values(
      clauses.map((clause) => ({
        agreement_version_id: agreementVersionId,
        clause_id: clause.clauseId,
        activity_id: clause.activityId,
        section: clause.section,
        position: clause.position,
        text: clause.text,
      })),
    )
    .execute()
}

/** The clauses of a version, by activity, section and place in it. */
export const listClauses = (tx: ReadTx, agreementVersionId: string): Promise<StandingClause[]> =>
  tx
    .selectFrom('clause')
    .select(['clause_id as clauseId', 'activity_id as activityId', 'section', 'position', 'text'])
    .where('agreement_version_id', '=', agreementVersionId)
    .orderBy('activity_id')
    .orderBy('section')
    .orderBy('position')
    .execute()

/** Versions that were confirmed before clauses were kept, with their documents. */
export const listVersionsWithoutClauses = async (
  tx: ReadTx,
): Promise<{ agreementVersionId: string; document: AgreementDocument }[]> => {
  const { rows } = await sql<{ agreementVersionId: string; document: AgreementDocument }>`
    select v.agreement_version_id as "agreementVersionId", v.document from agreement_version v
    where not exists (select from clause c where c.agreement_version_id = v.agreement_version_id)
      and v.document ->> 'format' is not null
    order by v.agreement_id, v.number`.execute(tx)
  return rows
}

/** A version of an agreement, and the decision that made it; null where it was confirmed and not decided. */
export interface VersionInTurn {
  readonly agreementVersionId: string
  readonly number: number
  readonly inForceDuring: DaySpan
  readonly confirmedAt: Temporal.Instant
  readonly decision: {
    readonly proposalId: string
    readonly title: string | null
    readonly decidedOn: string
    readonly forum: string
    readonly note: string
  } | null
}

interface VersionRow {
  readonly agreementVersionId: string
  readonly number: number
  readonly inForceDuring: string
  readonly confirmedAt: Temporal.Instant
  readonly proposalId: string | null
  readonly title: string | null
  readonly decidedOn: string | null
  readonly forum: string | null
  readonly note: string | null
}

const toVersion = (row: VersionRow): VersionInTurn => {
  const { proposalId, title, decidedOn, forum, note } = row
  const isDecided = proposalId !== null && decidedOn !== null
  return {
    agreementVersionId: row.agreementVersionId,
    number: row.number,
    inForceDuring: readDaySpan(row.inForceDuring),
    confirmedAt: row.confirmedAt,
    decision: isDecided ? { proposalId, title, decidedOn, forum: forum ?? '', note: note ?? '' } : null,
  }
}

/** Every version of an agreement that the actor may see, the first first. The title of a proposal is for those who may see it. */
export const listVersions = async (tx: ReadTx, agreementId: string): Promise<VersionInTurn[]> => {
  const { rows } = await sql<VersionRow>`
    select v.agreement_version_id as "agreementVersionId", v.number, v.in_force_during::text as "inForceDuring",
      v.confirmed_at as "confirmedAt", d.proposal_id as "proposalId", p.title, d.decided_on as "decidedOn", d.forum, d.note
    from agreement_version v
    left join proposal_decision d on d.new_version_id = v.agreement_version_id
    left join proposal p on p.proposal_id = d.proposal_id
    where v.agreement_id = ${agreementId} order by v.number`.execute(tx)
  return rows.map(toVersion)
}

/** A clause as it stood in one version. */
export interface ClauseInVersion extends StandingClause {
  readonly agreementVersionId: string
}

/** A clause in every version of the agreement where it stands, the first first. */
export const listLifeOfClause = async (
  tx: ReadTx,
  agreementId: string,
  clauseId: string,
): Promise<ClauseInVersion[]> => {
  const { rows } = await sql<ClauseInVersion>`
    select c.agreement_version_id as "agreementVersionId", c.clause_id as "clauseId", c.activity_id as "activityId", c.section,
      c.position, c.text
    from clause c join agreement_version v using (agreement_version_id)
    where v.agreement_id = ${agreementId} and c.clause_id::text = ${clauseId} order by v.number`.execute(tx)
  return rows
}

/** In which version each clause got the words it has, by clause, up to a version; those that stand as at first are left out. */
export const listChangedClauses = async (
  tx: ReadTx,
  agreementId: string,
  upTo: number,
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ clauseId: string; number: number }>`
    select c.clause_id as "clauseId", max(v.number) as number
    from agreement_version v join clause c using (agreement_version_id)
    join agreement_version p on p.agreement_id = v.agreement_id and p.number = v.number - 1
    left join clause o on o.agreement_version_id = p.agreement_version_id and o.clause_id = c.clause_id
    where v.agreement_id = ${agreementId} and v.number <= ${upTo} and o.text is distinct from c.text
    group by c.clause_id`.execute(tx)
  return new Map(rows.map(({ clauseId, number }) => [clauseId, number]))
}
