import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { type Day, endOf } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Relations } from '../../access/index.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { relationsIn, type RelationRow } from '../relation.queries.ts'
import { stoodOn } from './proposal.rules.ts'
import type { ListedProposal, Proposal, ProposalComment, ProposalDecision } from './proposal.ts'

/** The proposals to an agreement that the actor may see, as they stood at the end of the day, the newest first. */
export const listProposals = async (tx: ReadTx, agreementId: string, day: Day): Promise<ListedProposal[]> => {
  const { rows } = await sql<ListedProposal>`
    select p.proposal_id as "proposalId", p.number, p.title, p.proposed_post as "proposedPost", p.proposed_at as "proposedAt",
      p.put_at as "putAt", p.withdrawn_at as "withdrawnAt", d.outcome, d.decided_on as "decidedOn",
      (select count(*)::int from proposal_comment c
        where c.proposal_id = p.proposal_id and c.written_at < ${endOf(day)}) as comments
    from proposal p left join proposal_decision d using (proposal_id)
    where p.agreement_id = ${agreementId} and p.proposed_at < ${endOf(day)} order by p.number desc`.execute(tx)
  return rows.map((row) => stoodOn(row, day))
}

type ProposalRow = Omit<Proposal, 'decision'> & {
  readonly [Field in keyof ProposalDecision]: ProposalDecision[Field] | null
}

const toProposal = (row: ProposalRow): Proposal => {
  const { outcome, decidedOn, forum, meetingRef, note, newVersionId, ...proposal } = row
  const isDecided = outcome !== null && decidedOn !== null
  const decision = { meetingRef, newVersionId, forum: forum ?? '', note: note ?? '' }
  return { ...proposal, decision: isDecided ? { ...decision, outcome, decidedOn } : null }
}

/** A proposal. Throws Refused('proposal_not_found') where the actor may see none such. */
export const getProposal = async (tx: ReadTx, proposalId: string): Promise<Proposal> => {
  const { rows } = await sql<ProposalRow>`
    select p.proposal_id as "proposalId", p.agreement_id as "agreementId", a.slug, p.base_version_id as "baseVersionId", p.number,
      p.title, p.reason, p.wanted_from_on as "wantedFromOn", p.document, p.revision, p.proposed_by as "proposedBy",
      p.proposed_post as "proposedPost", p.proposed_at as "proposedAt", p.put_at as "putAt", p.withdrawn_at as "withdrawnAt",
      d.outcome, d.decided_on as "decidedOn", d.forum, d.meeting_ref as "meetingRef", d.note, d.new_version_id as "newVersionId"
    from proposal p join agreement a using (agreement_id) left join proposal_decision d using (proposal_id)
    where p.proposal_id::text = ${proposalId}`.execute(tx)
  const row = rows[0]
  if (!row) throw new Refused('proposal_not_found')
  return toProposal(row)
}

/**
 * A proposal as it stood at the end of the day: what was decided, put and withdrawn by then, and its words in their edition of then.
 * Throws Refused('proposal_not_found'), also where it was made later.
 */
export const getProposalOn = async (tx: ReadTx, proposalId: string, day: Day): Promise<Proposal> => {
  const { decision, ...proposal } = await getProposal(tx, proposalId)
  const { rows } = await sql<Pick<Proposal, 'document' | 'baseVersionId'>>`
    select document, base_version_id as "baseVersionId" from proposal_edition
    where proposal_id = ${proposal.proposalId} and written_at < ${endOf(day)} order by revision desc limit 1`.execute(
    tx,
  )
  const [edition] = rows
  if (edition === undefined) throw new Refused('proposal_not_found')
  const settled = { outcome: decision?.outcome ?? null, decidedOn: decision?.decidedOn ?? null }
  const stood = stoodOn({ ...proposal, ...edition, ...settled }, day)
  return { ...stood, decision: stood.outcome === null ? null : decision }
}

/** The proposal, with its agreement locked until the transaction ends: whatever changes or decides one comes in turn. */
export const getProposalForUpdate = async (tx: WriteTx, proposalId: string): Promise<Proposal> => {
  const { agreementId } = await getProposal(tx, proposalId)
  await lockAgreement(tx, agreementId)
  return getProposal(tx, proposalId)
}

export const lockAgreement = (tx: WriteTx, agreementId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${agreementId}, 0))`.execute(tx)

/** What the actor is to a proposal: party to what it changes, of the organisation that made it. */
export const listRelationsToProposal = async (tx: ReadTx, proposalId: string): Promise<Relations> => {
  const { rows } = await sql<RelationRow>`
    select r.relation, r.has from proposal p cross join lateral (values
      ('party', is_party(p.base_version_id)),
      ('organisation', p.organisation_id in (select acting_organisations()))) r (relation, has)
    where p.proposal_id::text = ${proposalId}`.execute(tx)
  return relationsIn(rows)
}

interface NewProposal {
  readonly proposalId: string
  readonly agreementId: string
  readonly baseVersionId: string
  readonly title: string
  readonly reason: string
  readonly wantedFromOn: string | null
  readonly document: AgreementDocument
  readonly organisationId: string | null
  readonly proposedBy: string
  readonly proposedPost: string
  readonly proposedAt: Temporal.Instant
}

/** Writes a proposal and answers with its number, after the agreement's others. The caller has locked the agreement. */
export const insertProposal = async (tx: WriteTx, proposal: NewProposal): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from proposal where agreement_id = ${proposal.agreementId}`.execute(tx)
  const number = rows[0]?.next ?? 1
  await tx
    .insertInto('proposal')
    .values({
      proposal_id: proposal.proposalId,
      agreement_id: proposal.agreementId,
      base_version_id: proposal.baseVersionId,
      number,
      title: proposal.title,
      reason: proposal.reason,
      wanted_from_on: proposal.wantedFromOn,
      document: JSON.stringify(proposal.document),
      organisation_id: proposal.organisationId,
      proposed_by: proposal.proposedBy,
      proposed_post: proposal.proposedPost,
      proposed_at: proposal.proposedAt,
    })
    .execute()
  return number
}

interface NewEdition {
  readonly proposalId: string
  readonly revision: number
  readonly baseVersionId: string
  readonly document: AgreementDocument
  readonly writtenBy: string
  readonly writtenAt: Temporal.Instant
}

/** Keeps a wording of a proposal. */
export const insertEdition = (tx: WriteTx, edition: NewEdition) =>
  tx
    .insertInto('proposal_edition')
    .values({
      proposal_id: edition.proposalId,
      revision: edition.revision,
      base_version_id: edition.baseVersionId,
      document: JSON.stringify(edition.document),
      written_by: edition.writtenBy,
      written_at: edition.writtenAt,
    })
    .execute()

/** When the proposal was carried over to a later version by the end of the day, and from which to which, the first first. */
export const listCarryings = async (
  tx: ReadTx,
  proposalId: string,
  day: Day,
): Promise<{ readonly from: number; readonly to: number; readonly at: Temporal.Instant }[]> => {
  const { rows } = await sql<{ from: number; to: number; at: Temporal.Instant }>`
    select b.number as from, v.number as to, e.written_at as at
    from proposal_edition e
    join proposal_edition f on f.proposal_id = e.proposal_id and f.revision = e.revision - 1
    join agreement_version v on v.agreement_version_id = e.base_version_id
    join agreement_version b on b.agreement_version_id = f.base_version_id
    where e.proposal_id = ${proposalId} and e.base_version_id <> f.base_version_id
      and e.written_at < ${endOf(day)} order by e.revision`.execute(tx)
  return rows
}

interface ProposalChange {
  readonly title?: string
  readonly reason?: string
  readonly wanted_from_on?: string | null
  readonly base_version_id?: string
  readonly document?: AgreementDocument
  readonly revision?: number
  readonly put_at?: Temporal.Instant
  readonly withdrawn_at?: Temporal.Instant
}

/** Changes what a proposal says or how far it has come. */
export const updateProposal = (tx: WriteTx, proposalId: string, { document, ...change }: ProposalChange) =>
  tx
    .updateTable('proposal')
    .set({ ...change, ...(document === undefined ? {} : { document: JSON.stringify(document) }) })
    .where('proposal_id', '=', proposalId)
    .execute()

/** What the parties say to a proposal by the end of the day, the first first. */
export const listComments = async (tx: ReadTx, proposalId: string, day: Day): Promise<ProposalComment[]> => {
  const { rows } = await sql<ProposalComment>`
    select text, stance, written_post as "writtenPost", written_at as "writtenAt"
    from proposal_comment where proposal_id = ${proposalId} and written_at < ${endOf(day)} order by written_at, proposal_comment_id`.execute(
    tx,
  )
  return rows
}

interface NewComment extends ProposalComment {
  readonly commentId: string
  readonly proposalId: string
  readonly writtenBy: string
}

export const insertComment = (tx: WriteTx, comment: NewComment) =>
  tx
    .insertInto('proposal_comment')
    .values({
      proposal_comment_id: comment.commentId,
      proposal_id: comment.proposalId,
      text: comment.text,
      stance: comment.stance,
      written_by: comment.writtenBy,
      written_post: comment.writtenPost,
      written_at: comment.writtenAt,
    })
    .execute()

interface NewDecision extends ProposalDecision {
  readonly proposalId: string
  readonly decidedBy: string
  readonly decidedAt: Temporal.Instant
}

/** Writes what was decided on a proposal; it is decided once. */
export const insertDecision = (tx: WriteTx, decision: NewDecision) =>
  tx
    .insertInto('proposal_decision')
    .values({
      proposal_id: decision.proposalId,
      outcome: decision.outcome,
      decided_on: decision.decidedOn,
      forum: decision.forum,
      meeting_ref: decision.meetingRef,
      note: decision.note,
      new_version_id: decision.newVersionId,
      decided_by: decision.decidedBy,
      decided_at: decision.decidedAt,
    })
    .execute()
