import type { FC } from 'hono/jsx'
import { formatDay } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { atDay } from '../../../../web/as-of.tsx'
import { Message } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../../web/page-context.ts'
import { type ChangedSection, revisionPolicy, stateOfProposal } from '../../../agreements/index.ts'
import { CarryPart } from './carry-part.tsx'
import { Comments } from './comments.tsx'
import { DecisionMade, DecisionPart } from './decision-part.tsx'
import { nameOf, type ProposalView } from './load-proposal.ts'
import { PromiseChangesPart } from './promise-changes.tsx'
import type { ProposalProps } from './proposal-props.ts'
import { dayOf, StateWord } from './proposal-list.page.tsx'
import { proposalTexts } from './proposal.texts.ts'
import { PutPart } from './put-part.tsx'
import { Redline } from './redline.tsx'
import { revisionPaths } from './revision.paths.ts'

/** One proposal: why, what it changes in plain words, the words themselves, what the parties say, and what the forum decided. */
export const ProposalPage: FC<ProposalProps> = ({ page, view, typed }) => {
  const words = pick(proposalTexts, page.language)
  const { proposal, changes, last } = view
  const state = stateOfProposal({ ...proposal, outcome: proposal.decision?.outcome ?? null })
  const { wantedFromOn } = proposal
  return (
    <Frame page={page} title={proposal.title} under="agreements">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, `/aftaler/${proposal.slug}`), text: nameOf(last) },
          { href: atDay(page, revisionPaths.list(proposal.slug)), text: words.proposals },
        ]}
        here={words.proposal(proposal.number)}
      />
      {typed.refusal !== undefined && <Message tone="refused">{typed.refusal}</Message>}
      <h1>{proposal.title}</h1>
      <p class="proposal-told">
        {words.proposal(proposal.number)}
        {' · '}
        <StateWord page={page} state={state} />
        {' · '}
        {words.by(proposal.proposedPost, dayOf(proposal.proposedAt, page.language))}
        {wantedFromOn !== null && ` · ${words.wanted(formatDay(Temporal.PlainDate.from(wantedFromOn), page.language))}`}
      </p>
      {proposal.reason !== '' && <p class="proposal-reason">{proposal.reason}</p>}
      {proposal.decision !== null && <DecisionMade page={page} decision={proposal.decision} view={view} />}
      <CarryPart page={page} view={view} typed={typed} />
      <PromiseChangesPart page={page} changes={view.promises} />
      <section class="promise-part">
        <h2>{words.redlineTitle}</h2>
        <p class="hint">{words.redlineHint}</p>
        {changes.end !== null && <EndMoves page={page} end={changes.end} />}
        {changes.sections.map((section) => (
          <Section page={page} section={section} view={view} />
        ))}
        {state === 'open' && mayDoHere(page, revisionPolicy.changeProposal) && (
          <p>
            <a href={revisionPaths.chooseMore(proposal.proposalId)}>{words.changeMore}</a>
          </p>
        )}
      </section>
      <Comments page={page} view={view} typed={typed} />
      <PutPart page={page} view={view} state={state} />
      {state === 'put' && mayDoHere(page, revisionPolicy.decide) && (
        <DecisionPart page={page} view={view} typed={typed} />
      )}
    </Frame>
  )
}

const EndMoves: FC<{ page: PageContext; end: { before: string | null; after: string | null } }> = ({ page, end }) => {
  const words = pick(proposalTexts, page.language)
  const said = (day: string | null) =>
    day === null ? words.noEnd : formatDay(Temporal.PlainDate.from(day), page.language)
  return <p>{words.endMoves(said(end.before), said(end.after))}</p>
}

const Section: FC<{ page: PageContext; section: ChangedSection; view: ProposalView }> = ({ page, section, view }) => {
  const words = pick(proposalTexts, page.language)
  const { proposal } = view
  const isOpen = proposal.putAt === null && proposal.withdrawnAt === null && proposal.decision === null
  const mayChange = isOpen && mayDoHere(page, revisionPolicy.changeProposal)
  return (
    <article class="changed-section">
      <h3>
        {section.activity}
        {section.heading !== null && <span class="changed-heading">{section.heading}</span>}
      </h3>
      {section.before === null && <p class="hint">{words.newHere}</p>}
      <Redline page={page} before={section.before ?? ''} after={section.after ?? ''} />
      {mayChange && (
        <p class="activity-ways">
          <a href={revisionPaths.change(proposal.proposalId, section.key)}>{words.goOnChanging}</a>
        </p>
      )}
    </article>
  )
}
