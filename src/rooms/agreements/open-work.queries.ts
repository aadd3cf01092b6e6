import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'

/** A draft somebody began that is neither confirmed nor given up. */
export interface BegunDraft {
  readonly draftId: string
  readonly title: string
  /** How many questions of the reader wait for an answer. */
  readonly questions: number
}

/** A change somebody proposed that is not withdrawn or decided. */
export interface BegunProposal {
  readonly proposalId: string
  readonly slug: string
  readonly title: string
  readonly isPut: boolean
}

/** The open drafts a person began that the actor may see, the last changed first. */
export const listDraftsBegunBy = async (tx: ReadTx, personId: string): Promise<BegunDraft[]> => {
  const { rows } = await sql<BegunDraft>`
    select draft_id as "draftId", coalesce(document ->> 'focusArea', document ->> 'title', document #>> '{source,name}') as title,
      jsonb_array_length(document -> 'questions')::int as questions
    from draft where begun_by = ${personId} and closed_at is null order by changed_at desc`.execute(tx)
  return rows
}

/** The open proposals a person made that the actor may see, the last first. */
export const listProposalsBegunBy = async (tx: ReadTx, personId: string): Promise<BegunProposal[]> => {
  const { rows } = await sql<BegunProposal>`
    select p.proposal_id as "proposalId", a.slug, p.title, p.put_at is not null as "isPut"
    from proposal p join agreement a using (agreement_id)
    where p.proposed_by = ${personId} and p.withdrawn_at is null
      and not exists (select from proposal_decision d where d.proposal_id = p.proposal_id)
    order by p.proposed_at desc`.execute(tx)
  return rows
}
