import type { FC } from 'hono/jsx'
import { formatDay } from '../../../../platform/dates.ts'
import { homeZone } from '../../../../platform/day.ts'
import { type Language, pick } from '../../../../platform/language.ts'
import { atDay } from '../../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../../web/page-context.ts'
import {
  type AgreementVersion,
  type ListedProposal,
  type ProposalState,
  revisionPolicy,
  stateOfProposal,
} from '../../../agreements/index.ts'
import { nameOf } from './load-proposal.ts'
import { proposalTexts } from './proposal.texts.ts'
import { revisionPaths } from './revision.paths.ts'

/** A moment's day as Danish calendars had it. */
export const dayOf = (moment: Temporal.Instant, language: Language): string =>
  formatDay(moment.toZonedDateTimeISO(homeZone).toPlainDate(), language)

/** How far a proposal has come, as a word of its own. */
export const StateWord: FC<{ page: PageContext; state: ProposalState }> = ({ page, state }) => (
  <b class={`proposal-state proposal-${state}`}>{pick(proposalTexts, page.language).states[state]}</b>
)

interface ListProps {
  page: PageContext
  version: AgreementVersion
  proposals: readonly ListedProposal[]
}

/** The proposals to an agreement, the newest first. */
export const ProposalListPage: FC<ListProps> = ({ page, version, proposals }) => {
  const words = pick(proposalTexts, page.language)
  const { slug } = version
  return (
    <Frame page={page} title={`${words.proposals}: ${nameOf(version)}`} under="agreements">
      <Crumbs
        page={page}
        trail={[{ href: atDay(page, `/aftaler/${slug}`), text: nameOf(version) }]}
        here={words.proposals}
      />
      <h1>{words.proposals}</h1>
      {proposals.length === 0 && <p class="lead">{words.none}</p>}
      {mayDoHere(page, revisionPolicy.propose) && (
        <p>
          <a class="ds-button" href={revisionPaths.choose(slug)}>
            {words.propose}
          </a>
        </p>
      )}
      <ul class="proposals">
        {proposals.map((proposal) => (
          <li>
            <a href={atDay(page, revisionPaths.proposal(proposal.proposalId))}>{proposal.title}</a>
            <span class="proposal-told">
              {words.proposal(proposal.number)}
              {' · '}
              <StateWord page={page} state={stateOfProposal(proposal)} />
              {' · '}
              {words.by(proposal.proposedPost, dayOf(proposal.proposedAt, page.language))}
              {proposal.comments > 0 && ` · ${words.comments(proposal.comments)}`}
            </span>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
