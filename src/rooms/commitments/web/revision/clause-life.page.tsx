import type { FC } from 'hono/jsx'
import { formatDay } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { atDay } from '../../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../../web/page-context.ts'
import { revisionPolicy, type VersionInTurn } from '../../../agreements/index.ts'
import { PromiseLines } from '../promise-lines.tsx'
import type { ClauseLifeView, ClauseTurn } from './clause-life.ts'
import { nameOf } from './load-proposal.ts'
import { proposalTexts } from './proposal.texts.ts'
import { Redline } from './redline.tsx'
import { revisionPaths } from './revision.paths.ts'

/** The life of a clause: when it came, what it said before, who decided, and which promises stand in it. */
export const ClauseLifePage: FC<{ page: PageContext; view: ClauseLifeView }> = ({ page, view }) => {
  const words = pick(proposalTexts, page.language)
  const { version, activity, activityId, heading, turns, promises, standings } = view
  const contract = `/aftaler/${version.slug}`
  return (
    <Frame page={page} title={`${words.lifeTitle}: ${activity}`} under="agreements">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, contract), text: nameOf(version) },
          { href: atDay(page, `${contract}#${activityId}`), text: activity },
        ]}
        here={words.lifeTitle}
      />
      <h1>{words.lifeTitle}</h1>
      <p class="lead">{[activity, heading].filter(Boolean).join(' · ')}</p>
      <ol class="life">
        {turns.map((turn) => (
          <Turn page={page} turn={turn} />
        ))}
      </ol>
      <section class="promise-part">
        <h2>{words.promisesHere}</h2>
        {promises.length === 0 && <p class="hint">{words.noPromisesHere}</p>}
        <PromiseLines page={page} promises={promises} standings={standings} />
      </section>
    </Frame>
  )
}

const Turn: FC<{ page: PageContext; turn: ClauseTurn }> = ({ page, turn }) => {
  const words = pick(proposalTexts, page.language)
  const { version, text, before, unchangedIn } = turn
  const { from } = version.inForceDuring
  const begins = from === null ? '' : formatDay(from, page.language)
  return (
    <li>
      <h2>{text === null ? words.takenOut(version.number, begins) : words.cameIn(version.number, begins)}</h2>
      <p class="hint">
        {version.decision === null ? words.cameFirst : <Decision page={page} decision={version.decision} />}
      </p>
      {before === null ? <p class="redline">{text}</p> : <Redline page={page} before={before} after={text ?? ''} />}
      {unchangedIn.length > 0 && <p class="hint">{words.unchangedIn(unchangedIn.join(', '))}</p>}
    </li>
  )
}

/** Where and when a version was decided; those who may read the proposal find it here. */
export const Decision: FC<{ page: PageContext; decision: NonNullable<VersionInTurn['decision']> }> = ({
  page,
  decision,
}) => {
  const words = pick(proposalTexts, page.language)
  const said = words.decidedBy(decision.forum, formatDay(Temporal.PlainDate.from(decision.decidedOn), page.language))
  return mayHere(page, revisionPolicy.readProposal) && decision.title !== null ? (
    <>
      {said}
      {': '}
      <a href={atDay(page, revisionPaths.proposal(decision.proposalId))}>{decision.title}</a>
    </>
  ) : (
    <>{said}</>
  )
}
