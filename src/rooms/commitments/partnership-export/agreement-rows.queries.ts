import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { ExportScope, PartRow } from './part.ts'
import { agreementsOf, hadCome, isoMoment, versionsOf } from './scope.queries.ts'

/** What was decided, confirmed and by whom, a row a version; the document itself is a file beside it. */
export const listVersionRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const confirmed = hadCome(sql`v.confirmed_at`, scope.day)
  const { rows } = await sql<PartRow>`
    select a.slug as agreement, coalesce(a.focus_area, a.title) as title, a.district, v.number as version, v.is_published as "isPublished",
      case when ${confirmed} then ${isoMoment(sql`v.confirmed_at`)} end as "confirmedAt",
      case when ${confirmed} then (select p.name from person p where p.person_id::text = v.confirmed_by) end as "confirmedBy",
      d.decided_on::text as "decidedOn", d.forum, d.note, p.number as proposal,
      array(select distinct o.name from agreement_party s join organisation o using (organisation_id)
        where s.agreement_version_id = v.agreement_version_id order by o.name) as parties,
      array(select distinct l.name from agreement_party s join plan l using (plan_id)
        where s.agreement_version_id = v.agreement_version_id order by l.name) as plans
    from agreement_version v join agreement a using (agreement_id)
    left join proposal_decision d on d.new_version_id = v.agreement_version_id and d.decided_on <= ${scope.day.toString()}::date
    left join proposal p on p.proposal_id = d.proposal_id
    where v.agreement_version_id = ${versionsOf(scope)} order by 2, a.slug, v.number`.execute(tx)
  return rows
}

/** Who confirmed a version on behalf of which party, as they were called that day. */
export const listSignatureRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select a.slug as agreement, v.number as version, s.signer_organisation as party, s.signer_name as name, s.signer_post as post,
      s.signed_on::text as "signedOn", ${isoMoment(sql`s.signed_at`)} as "signedAt", s.document_hash as "documentHash"
    from version_signature s join agreement_version v using (agreement_version_id) join agreement a using (agreement_id)
    where v.agreement_version_id = ${versionsOf(scope)} and s.signed_on <= ${scope.day.toString()}::date
    order by a.slug, v.number, s.signed_at, s.organisation_id`.execute(tx)
  return rows
}

/** The clauses of every version, each told as new, the same, reworded, and whether it left with the next version. */
export const listClauseRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    with v as materialized (
      select v.agreement_version_id, v.agreement_id, v.number, a.slug from agreement_version v join agreement a using (agreement_id)
      where v.agreement_version_id = ${versionsOf(scope)})
    select v.slug as agreement, v.number as version, c.clause_id as clause, c.activity_id as activity, c.section, c.position, c.text,
      case when b.agreement_version_id is null then 'first' when o.clause_id is null then 'added'
        when o.text = c.text then 'same' else 'reworded' end as change,
      n.agreement_version_id is not null and l.clause_id is null as "endsHere"
    from v join clause c using (agreement_version_id)
    left join v b on b.agreement_id = v.agreement_id and b.number = v.number - 1
    left join clause o on o.agreement_version_id = b.agreement_version_id and o.clause_id = c.clause_id
    left join v n on n.agreement_id = v.agreement_id and n.number = v.number + 1
    left join clause l on l.agreement_version_id = n.agreement_version_id and l.clause_id = c.clause_id
    order by v.slug, v.number, c.activity_id, c.section, c.position`.execute(tx)
  return rows
}

/** Proposals made by the day, with how far they had come by then and what was decided. */
export const listProposalRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const had = (column: 'proposed_at' | 'put_at' | 'withdrawn_at') => hadCome(sql.ref(`p.${column}`), scope.day)
  const { rows } = await sql<PartRow>`
    select a.slug as agreement, p.number as proposal, p.title, p.reason, b.number as "baseVersion",
      p.wanted_from_on::text as "wantedFrom", p.proposed_post as "proposedPost", ${isoMoment(sql`p.proposed_at`)} as "proposedAt",
      case when ${had('put_at')} then ${isoMoment(sql`p.put_at`)} end as "putAt",
      case when ${had('withdrawn_at')} then ${isoMoment(sql`p.withdrawn_at`)} end as "withdrawnAt",
      case when d.outcome is not null then d.outcome when ${had('withdrawn_at')} then 'withdrawn' when ${had('put_at')} then 'put'
        else 'open' end as state,
      d.decided_on::text as "decidedOn", d.forum, d.meeting_ref as meeting, d.note, w.number as "newVersion"
    from proposal p join agreement a using (agreement_id) join agreement_version b on b.agreement_version_id = p.base_version_id
    left join proposal_decision d on d.proposal_id = p.proposal_id and d.decided_on <= ${scope.day.toString()}::date
    left join agreement_version w on w.agreement_version_id = d.new_version_id
    where p.agreement_id = ${agreementsOf(scope)} and ${had('proposed_at')} order by a.slug, p.number`.execute(tx)
  return rows
}

/** What the parties had said to the proposals by the day. */
export const listCommentRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select a.slug as agreement, p.number as proposal, c.stance, c.text, c.written_post as "writtenPost",
      ${isoMoment(sql`c.written_at`)} as "writtenAt"
    from proposal_comment c join proposal p using (proposal_id) join agreement a using (agreement_id)
    where p.agreement_id = ${agreementsOf(scope)} and ${hadCome(sql`c.written_at`, scope.day)}
      and ${hadCome(sql`p.proposed_at`, scope.day)}
    order by a.slug, p.number, c.written_at, c.proposal_comment_id`.execute(tx)
  return rows
}

/** What a proposal said by the day: the whole document as it would have become. */
export const listProposedDocuments = async (
  tx: ReadTx,
  agreementId: string,
  scope: ExportScope,
): Promise<{ readonly number: number; readonly document: unknown }[]> => {
  const { rows } = await sql<{ number: number; document: unknown }>`
    select distinct on (p.number) p.number, e.document from proposal p join proposal_edition e using (proposal_id)
    where p.agreement_id = ${agreementId} and ${hadCome(sql`p.proposed_at`, scope.day)} and ${hadCome(sql`e.written_at`, scope.day)}
    order by p.number, e.revision desc`.execute(tx)
  return rows
}

/** The journal until and including the day. */
export const listJournalRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select a.slug as agreement, j.happened_on::text as "happenedOn", j.direction, j.theme, j.thing,
      j.document_number as "documentNumber", coalesce(${hadCome(sql`j.shared_at`, scope.day)}, false) as "isShared"
    from journal_entry j join agreement a using (agreement_id)
    where j.agreement_id = ${agreementsOf(scope)} and j.happened_on <= ${scope.day.toString()}::date
    order by a.slug, j.happened_on, j.written_at, j.journal_entry_id`.execute(tx)
  return rows
}

/** The numbers the agreements are kept under at the municipality; they have no days. */
export const listCaseRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select a.slug as agreement, c.kind, c.number from case_reference c join agreement a using (agreement_id)
    where c.agreement_id = ${agreementsOf(scope)} order by a.slug, c.kind, c.number`.execute(tx)
  return rows
}

/** The focus areas that had begun by the day. */
export const listFocusAreaRows = async (tx: ReadTx, { day }: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select name, lower(valid_during)::text as from,
      case when upper(valid_during) <= ${day.toString()}::date + 1 then (upper(valid_during) - 1)::text end as to, source
    from focus_area where coalesce(lower(valid_during) <= ${day.toString()}::date, true) order by name, valid_during`.execute(
    tx,
  )
  return rows
}
