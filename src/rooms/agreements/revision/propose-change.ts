import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { listOrganisationNames } from '../../parties/index.ts'
import { getLastVersion } from '../agreement.queries.ts'
import { writeJournal } from '../journal/write-journal.ts'
import { findActingOrganisation, listRelationsTo } from '../relation.queries.ts'
import { changeDocument, type NewWords } from './change-document.rules.ts'
import { compareDocuments, isUnchanged } from './compare-documents.rules.ts'
import { findPlace } from './place.rules.ts'
import { insertEdition, insertProposal, lockAgreement } from './proposal.queries.ts'
import { revisionPolicy } from './revision.policy.ts'

export interface ProposalWords {
  readonly title: string
  readonly reason: string
  /** An ISO day; null where none is wished for. */
  readonly wantedFromOn: string | null
}

interface ProposalForm extends ProposalWords {
  readonly slug: string
  /** The version the person had before them: places are told by it. */
  readonly baseVersionId: string
  readonly place: string
  readonly words: NewWords
}

/**
 * Proposes a change to the agreement's last version. Answers with the proposal's id. Throws Refused('proposal_version_succeeded') where
 * the version has been followed by another, 'proposal_place_not_found', 'proposal_changes_nothing', or as `changeDocument`.
 */
export const proposeChange = (platform: Platform, actor: Actor, form: ProposalForm): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const version = await getLastVersion(tx, form.slug)
    requirePermission(actor, revisionPolicy.propose, await listRelationsTo(tx, version.agreementVersionId))
    if (version.agreementVersionId !== form.baseVersionId) throw new Refused('proposal_version_succeeded')
    const place = findPlace(version.document, form.place)
    if (place === undefined) throw new Refused('proposal_place_not_found')
    const document = changeDocument(version.document, place, form.words)
    if (isUnchanged(compareDocuments(version.document, document))) throw new Refused('proposal_changes_nothing')
    await lockAgreement(tx, version.agreementId)
    const proposalId = newId<'proposal'>()
    const [baseVersionId, by, at] = [version.agreementVersionId, actor.personId ?? 'system', platform.clock.now()]
    const organisationId = await findActingOrganisation(tx)
    const number = await insertProposal(tx, {
      proposalId,
      agreementId: version.agreementId,
      baseVersionId,
      title: form.title,
      reason: form.reason,
      wantedFromOn: form.wantedFromOn,
      document,
      organisationId,
      proposedBy: by,
      proposedPost: actor.onBehalfOf ?? '',
      proposedAt: at,
    })
    await insertEdition(tx, { proposalId, revision: 0, baseVersionId, document, writtenBy: by, writtenAt: at })
    await writeJournal(tx, platform.clock, actor, {
      agreementId: version.agreementId,
      ref: proposalId,
      event: { kind: 'proposal_received', proposal: number, organisation: await nameOf(tx, organisationId) },
    })
    leaveTrace(tx, { verb: 'proposal.made', thing: 'proposal', ref: proposalId })
    return proposalId
  })

const nameOf = async (tx: WriteTx, organisationId: string | null): Promise<string | null> =>
  (await listOrganisationNames(tx)).find((one) => one.organisationId === organisationId)?.name ?? null
