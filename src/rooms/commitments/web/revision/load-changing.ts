import { readAs } from '../../../../platform/database/index.ts'
import { today } from '../../../../platform/day.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { WebContext } from '../../../../web/page-context.ts'
import { requirePermission } from '../../../access/index.ts'
import {
  type AgreementDocument,
  getLastVersion,
  listRelationsToProposal,
  type ProposalWords,
  revisionPolicy,
} from '../../../agreements/index.ts'
import { lookAt } from '../look-at.ts'
import { lookAtProposal, nameOf } from './load-proposal.ts'
import { proposalTexts } from './proposal.texts.ts'
import { revisionPaths } from './revision.paths.ts'

/** What is changed: a version by a new proposal, or a proposal once more. */
export interface Changing {
  readonly document: AgreementDocument
  readonly trail: readonly { readonly href: string; readonly text: string }[]
  /** Where another place of it is changed, and where nothing is. */
  readonly pathTo: (place: string) => string
  readonly back: string
  /** What the form must bring along: the version or the revision that was seen. */
  readonly seen: Readonly<Record<string, string>>
  /** What the proposal is about as it stands; null where it is new, and the form asks for that too. */
  readonly stands: ProposalWords | null
}

/** The agreement's last version, for those who may propose other words for it. */
export const loadVersionToChange = (platform: Platform, c: WebContext, slug: string): Promise<Changing> =>
  readAs(platform, c.get('actor'), async (tx) => {
    const version = await getLastVersion(tx, slug)
    await lookAt(c, tx, version, revisionPolicy.propose)
    requirePermission(c.get('actor'), revisionPolicy.propose, c.get('sight')?.toThing)
    return {
      document: version.document,
      trail: [
        { href: `/aftaler/${slug}`, text: nameOf(version) },
        { href: revisionPaths.list(slug), text: pick(proposalTexts, c.get('language')).proposals },
      ],
      pathTo: (place) => revisionPaths.propose(slug, place),
      back: `/aftaler/${slug}`,
      seen: { version: version.agreementVersionId },
      stands: null,
    }
  })

/** A proposal, for those who may change it. */
export const loadProposalToChange = (platform: Platform, c: WebContext, id: string): Promise<Changing> =>
  readAs(platform, c.get('actor'), async (tx) => {
    const proposal = await lookAtProposal(c, tx, id, today(platform.clock))
    const { proposalId, slug, document, title } = proposal
    requirePermission(c.get('actor'), revisionPolicy.changeProposal, await listRelationsToProposal(tx, proposalId))
    return {
      document,
      trail: [
        { href: `/aftaler/${slug}`, text: nameOf(await getLastVersion(tx, slug)) },
        { href: revisionPaths.proposal(proposalId), text: title },
      ],
      pathTo: (place) => revisionPaths.change(proposalId, place),
      back: revisionPaths.proposal(proposalId),
      seen: { udgave: String(proposal.revision) },
      stands: proposal,
    }
  })
