import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { PrimaryButton } from '../../../../web/components.tsx'
import { mayDoHere, type PageContext } from '../../../../web/page-context.ts'
import { type ProposalState, revisionPolicy } from '../../../agreements/index.ts'
import { forumOf, type ProposalView } from './load-proposal.ts'
import { dayOf } from './proposal-list.page.tsx'
import { proposalTexts } from './proposal.texts.ts'
import { revisionPaths } from './revision.paths.ts'

/** The ways on for those who made the proposal: to the forum, or back. */
export const PutPart: FC<{ page: PageContext; view: ProposalView; state: ProposalState }> = ({ page, view, state }) => {
  const words = pick(proposalTexts, page.language)
  const { proposal, last } = view
  const forum = forumOf(last) ?? words.forum
  const path = revisionPaths.proposal(proposal.proposalId)
  const isUnsettled = state === 'open' || state === 'put'
  return (
    <section class="proposal-ways">
      {state === 'put' && proposal.putAt !== null && (
        <p class="lead">{words.putOn(dayOf(proposal.putAt, page.language), forum)}</p>
      )}
      {state === 'open' && mayDoHere(page, revisionPolicy.put) && (
        <form method="post" action={`${path}/forelaeg`}>
          <input type="hidden" name="udgave" value={String(proposal.revision)} />
          <PrimaryButton>{words.put(forum)}</PrimaryButton>
          <p class="hint">{words.putHint}</p>
        </form>
      )}
      {isUnsettled && mayDoHere(page, revisionPolicy.withdraw) && (
        <form method="post" action={`${path}/traek`}>
          <button class="quiet" type="submit">
            {words.withdraw}
          </button>
        </form>
      )}
    </section>
  )
}
