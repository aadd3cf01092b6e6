import type { FC } from 'hono/jsx'
import { formatDay } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../../web/components.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { decisionOutcomes, type ProposalDecision } from '../../../agreements/index.ts'
import { SamenessQuestions } from '../sameness-questions.tsx'
import { forumOf, type ProposalView } from './load-proposal.ts'
import type { ProposalProps } from './proposal-props.ts'
import { proposalTexts } from './proposal.texts.ts'
import { revisionPaths } from './revision.paths.ts'

/** The form in which the lead writes down what the forum decided. */
export const DecisionPart: FC<ProposalProps> = ({ page, view, typed }) => {
  const words = pick(proposalTexts, page.language)
  const { proposal, last } = view
  const tomorrow = page.today.add({ days: 1 }).toString()
  const wanted = proposal.wantedFromOn !== null && proposal.wantedFromOn > tomorrow ? proposal.wantedFromOn : tomorrow
  const field = (name: string, stands: string) => {
    const error = typed.errors?.get(name)
    return { name, value: typed.text?.(name) || stands, ...(error === undefined ? {} : { error: words[error] }) }
  }
  return (
    <section class="promise-part" id="beslutning">
      <h2>{words.decideTitle}</h2>
      <form method="post" class="form" action={`${revisionPaths.proposal(proposal.proposalId)}/afgoer`}>
        <input type="hidden" name="udgave" value={String(proposal.revision)} />
        {view.questions.length > 0 && (
          <SamenessQuestions
            page={page}
            questions={view.questions}
            answers={typed.answers ?? new Map()}
            takeAll={`${revisionPaths.proposal(proposal.proposalId)}?forslag=alle#navne`}
            intro={words.namesIntro}
            isOptional
          />
        )}
        <ChoiceField
          label={words.outcome}
          {...field('udfald', 'adopted')}
          choices={decisionOutcomes.map((outcome) => [outcome, words.outcomes[outcome]] as const)}
        />
        <TextField label={words.decidedOn} type="date" {...field('besluttet', page.today.toString())} required />
        <TextField label={words.forumName} {...field('forum', forumOf(last) ?? '')} required />
        <TextField label={words.meeting} hint={words.meetingHint} {...field('moede', '')} />
        <TextField label={words.from} hint={words.fromHint} type="date" {...field('gaelder', wanted)} />
        <TextField label={words.note} rows={3} {...field('note', '')} />
        <PrimaryButton>{words.decide}</PrimaryButton>
      </form>
    </section>
  )
}

/** What was decided, and the way to the version it made. */
export const DecisionMade: FC<{ page: PageContext; decision: ProposalDecision; view: ProposalView }> = ({
  page,
  decision,
  view,
}) => {
  const words = pick(proposalTexts, page.language)
  const { outcome, forum, decidedOn, meetingRef, note, newVersionId } = decision
  const day = formatDay(Temporal.PlainDate.from(decidedOn), page.language)
  const begins = view.madeFrom
  return (
    <Message tone={outcome === 'adopted' ? 'done' : 'note'}>
      <p>
        {words.decided(words.outcomeAtFront[outcome], forum, day)}
        {meetingRef !== null && ` ${words.meetingAt(meetingRef)}`}
      </p>
      {note !== '' && <p>{note}</p>}
      {newVersionId !== null && (
        <p>
          <a href={`/aftaler/${view.proposal.slug}${begins === null ? '' : `?dag=${begins.toString()}`}`}>
            {words.seeVersion(view.base.number + 1)}
          </a>
        </p>
      )}
    </Message>
  )
}
