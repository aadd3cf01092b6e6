import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { getLastVersion, getVersion } from '../agreement.queries.ts'
import { changeDocument, type NewWords } from './change-document.rules.ts'
import type { JournalEvent } from '../journal/journal.ts'
import { writeJournal } from '../journal/write-journal.ts'
import { mergeDocuments } from './merge-documents.rules.ts'
import { findPlace } from './place.rules.ts'
import type { Proposal } from './proposal.ts'
import { getProposalForUpdate, insertEdition, listRelationsToProposal, updateProposal } from './proposal.queries.ts'
import { requireChangeable, requireSameRevision, requireUnsettled } from './proposal.rules.ts'
import type { ProposalWords } from './propose-change.ts'
import { revisionPolicy } from './revision.policy.ts'

interface Seen {
  readonly proposalId: string
  /** The revision the person had before them; a later one by someone else stops theirs. */
  readonly revision: number
}

/** Changes one more place, or the same again, until the proposal is put. Throws as `proposeChange`, or Refused('proposal_changed_meanwhile'). */
export const changeProposal = (
  platform: Platform,
  actor: Actor,
  seen: Seen,
  change: { readonly place: string; readonly words: NewWords },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const proposal = await getForChange(tx, actor, seen.proposalId)
    requireChangeable(proposal)
    requireSameRevision(proposal.revision, seen.revision)
    const place = findPlace(proposal.document, change.place)
    if (place === undefined) throw new Refused('proposal_place_not_found')
    const document = changeDocument(proposal.document, place, change.words)
    await writeEdition(tx, { platform, actor }, proposal, { document, baseVersionId: proposal.baseVersionId })
    tell(tx, 'proposal.changed', proposal)
  })

/** Changes what the proposal is called, why it is made, or from when it is wanted, until it is put. */
export const renameProposal = (platform: Platform, actor: Actor, seen: Seen, words: ProposalWords): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const proposal = await getForChange(tx, actor, seen.proposalId)
    requireChangeable(proposal)
    requireSameRevision(proposal.revision, seen.revision)
    await updateProposal(tx, proposal.proposalId, {
      title: words.title,
      reason: words.reason,
      wanted_from_on: words.wantedFromOn,
    })
    tell(tx, 'proposal.changed', proposal)
  })

/**
 * Carries a proposal over to the agreement's last version, with the words chosen where both changed the same. Throws
 * Refused('proposal_words_not_chosen') where some are not, 'proposal_carried_already', or 'proposal_changed_meanwhile'.
 */
export const carryProposal = (
  platform: Platform,
  actor: Actor,
  seen: Seen,
  chosen: ReadonlyMap<string, string>,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const proposal = await getForChange(tx, actor, seen.proposalId)
    requireUnsettled(proposal)
    requireSameRevision(proposal.revision, seen.revision)
    const last = await getLastVersion(tx, proposal.slug)
    if (last.agreementVersionId === proposal.baseVersionId) throw new Refused('proposal_carried_already')
    const base = await getVersion(tx, proposal.baseVersionId)
    const merged = mergeDocuments(base.document, proposal.document, last.document, chosen)
    if (merged.conflicts.length > 0) throw new Refused('proposal_words_not_chosen', { count: merged.conflicts.length })
    const carried = { document: merged.document, baseVersionId: last.agreementVersionId }
    await writeEdition(tx, { platform, actor }, proposal, carried)
    tell(tx, 'proposal.carried', proposal)
  })

/** Puts the proposal to the forum: its words stand still from then on. */
export const putProposal = (platform: Platform, actor: Actor, seen: Seen): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const proposal = await getForChange(tx, actor, seen.proposalId)
    requireChangeable(proposal)
    requireSameRevision(proposal.revision, seen.revision)
    await updateProposal(tx, proposal.proposalId, { put_at: platform.clock.now() })
    await journalise(tx, { platform, actor }, proposal, { kind: 'proposal_put', proposal: proposal.number })
    tell(tx, 'proposal.put', proposal)
  })

/** Takes the proposal back; it stays to be read. */
export const withdrawProposal = (platform: Platform, actor: Actor, proposalId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const proposal = await getForChange(tx, actor, proposalId)
    requireUnsettled(proposal)
    await updateProposal(tx, proposal.proposalId, { withdrawn_at: platform.clock.now() })
    await journalise(tx, { platform, actor }, proposal, { kind: 'proposal_withdrawn', proposal: proposal.number })
    tell(tx, 'proposal.withdrawn', proposal)
  })

/** The proposal, locked, where the actor may change it: the same may put it and take it back. */
const getForChange = async (tx: WriteTx, actor: Actor, proposalId: string): Promise<Proposal> => {
  const proposal = await getProposalForUpdate(tx, proposalId)
  requirePermission(actor, revisionPolicy.changeProposal, await listRelationsToProposal(tx, proposal.proposalId))
  return proposal
}

const journalise = (
  tx: WriteTx,
  { platform, actor }: { platform: Platform; actor: Actor },
  { agreementId, proposalId }: Proposal,
  event: JournalEvent,
) => writeJournal(tx, platform.clock, actor, { agreementId, ref: proposalId, event })

const writeEdition = async (
  tx: WriteTx,
  { platform, actor }: { platform: Platform; actor: Actor },
  proposal: Proposal,
  written: { readonly document: AgreementDocument; readonly baseVersionId: string },
): Promise<void> => {
  const revision = proposal.revision + 1
  await updateProposal(tx, proposal.proposalId, {
    document: written.document,
    base_version_id: written.baseVersionId,
    revision,
  })
  await insertEdition(tx, {
    proposalId: proposal.proposalId,
    revision,
    ...written,
    writtenBy: actor.personId ?? 'system',
    writtenAt: platform.clock.now(),
  })
}

const tell = (tx: WriteTx, verb: string, { proposalId }: Proposal): void =>
  leaveTrace(tx, { verb, thing: 'proposal', ref: proposalId })
