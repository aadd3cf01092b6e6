import type { FC } from 'hono/jsx'
import { formatDay, formatDistance } from '../../../platform/dates.ts'
import { toDay } from '../../../platform/day-number.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { ListedAgreement } from '../../agreements/index.ts'
import { agendaOf, countStates, type OwedPromise } from '../owed-promises.rules.ts'
import type { CommitmentState } from '../state/state.ts'
import { reasonInWords, stateAtFront, stateInWords, stateSigns } from '../state/state-words.ts'
import { AgreementCards } from './agreement-list.page.tsx'
import { frontTexts } from './front.texts.ts'
import { listPath, stateInAddress } from './promise-list-filter.ts'
import { StateBar } from './state-bar.tsx'

interface FrontProps {
  page: PageContext
  agreements: readonly ListedAgreement[]
  counts: ReadonlyMap<string, number>
  promises: readonly OwedPromise[]
}

const shownOfEach = 5
const horizonDays = 90

/** The front page: how the promises stand in a sentence and a bar, what calls for someone, and the ways in. */
export const FrontPage: FC<FrontProps> = ({ page, agreements, counts, promises }) => {
  const words = pick(frontTexts, page.language)
  const own = promises.filter(({ share }) => share === 'ours')
  return (
    <Frame page={page} title={words.title(page.partnership)} under="home" wide>
      <h1>{words.title(page.partnership)}</h1>
      <p class="lead">
        {words.intro} {page.actor.personId === null && words.noAccount}
      </p>
      {promises.length > 0 && <Now page={page} promises={promises} />}
      {own.length > 0 && <Calls page={page} promises={own} isOwn />}
      <section class="front-part">
        <h2>{words.agreements}</h2>
        <AgreementCards page={page} agreements={agreements} counts={counts} promises={promises} />
      </section>
      {own.length === 0 && promises.length > 0 && <Calls page={page} promises={promises} />}
      {promises.length > 0 && <Legend page={page} />}
    </Frame>
  )
}

const told = ['kept', 'due', 'at_risk', 'broken'] as const

const Now: FC<Pick<FrontProps, 'page' | 'promises'>> = ({ page, promises }) => {
  const words = pick(frontTexts, page.language)
  const { language } = page
  const counts = countStates(promises)
  const countOf = (state: CommitmentState) => counts.find(([known]) => known === state)?.[1] ?? 0
  const parts = told
    .filter((state) => countOf(state) > 0)
    .map((state, at) => {
      const count = countOf(state)
      return `${at === 0 ? words.promises(count) : count} ${stateInWords(state, language)}`
    })
  const rest = promises.length - told.reduce((sum, state) => sum + countOf(state), 0)
  return (
    <section class="front-now" aria-label={words.counts}>
      <p class="front-sentence">
        {parts.length > 0 &&
          (page.isOfAnotherDay ? words.nowThen : words.now)(new Intl.ListFormat(language).format(parts))}{' '}
        {rest > 0 && <span class="front-rest">{words.rest(rest)}</span>}
      </p>
      <StateBar promises={promises} />
      <ul class="counts">
        {counts.map(([state, count]) => (
          <li class={`count state-${state}`}>
            <a href={atDay(page, `${listPath}?hvem=alle&tilstand=${stateInAddress(state)}`)}>
              <span aria-hidden="true">{stateSigns[state]} </span>
              <b>{count}</b> {stateInWords(state, language)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What calls for someone: first for a person with a post among their own promises, for others last among everyone's. */
const Calls: FC<Pick<FrontProps, 'page' | 'promises'> & { isOwn?: boolean }> = ({ page, promises, isOwn }) => {
  const words = pick(frontTexts, page.language)
  const { urgent, upcoming } = agendaOf(promises, page.day, horizonDays)
  const nothingUrgent = isOwn ? words.nothingYourUrgent : words.nothingUrgent
  return (
    <div class="front-calls">
      <section class="front-part">
        <h2>{isOwn ? words.yourUrgent : words.urgent}</h2>
        <Rows page={page} promises={urgent} empty={nothingUrgent} />
        <p>
          <a href={atDay(page, listPath)}>{isOwn ? words.yourPromises : words.allPromises(promises.length)}</a>
        </p>
      </section>
      <section class="front-part">
        <h2>{isOwn ? words.yourUpcoming : words.upcoming}</h2>
        <Rows page={page} promises={upcoming} empty={words.nothingUpcoming} isDated />
        <p>
          <a href={atDay(page, '/aarshjul')}>{words.wheel}</a>
        </p>
      </section>
    </div>
  )
}

interface RowsProps {
  page: PageContext
  promises: readonly OwedPromise[]
  empty: string
  /** Whether each row tells when it falls due instead of how it stands. */
  isDated?: boolean
}

const Rows: FC<RowsProps> = ({ page, promises, empty, isDated }) => {
  if (promises.length === 0) return <p class="front-none">{empty}</p>
  return (
    <ul class="front-rows">
      {promises.slice(0, shownOfEach).map(({ commitment, standing }) => (
        <li class={`front-row state-${standing.state}`}>
          <a href={atDay(page, `/loefter/${commitment.commitmentId}`)}>{atFront(commitment.text)}</a>
          <p>
            {isDated && standing.nextOn !== null ? (
              <Due page={page} nextOn={standing.nextOn} />
            ) : (
              <>
                <span class="note-state">
                  <span aria-hidden="true">{stateSigns[standing.state]} </span>
                  {stateAtFront(standing.state, page.language)}
                </span>{' '}
                {reasonInWords(standing, page.language)}
              </>
            )}
          </p>
          <p class="front-whose">{[commitment.owedBy.join(', '), commitment.activity].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}

/** A bullet's words as a line of their own. */
const atFront = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const Due: FC<{ page: PageContext; nextOn: number }> = ({ page, nextOn }) => {
  const due = toDay(nextOn)
  return (
    <time datetime={due.toString()}>
      <b>{formatDay(due, page.language)}</b> · {formatDistance(due, page.day, page.language)}
    </time>
  )
}

const explained = ['kept', 'due', 'at_risk', 'broken', 'on_demand', 'unjudged'] as const

const Legend: FC<{ page: PageContext }> = ({ page }) => {
  const words = pick(frontTexts, page.language)
  return (
    <section class="front-part">
      <h2>{words.legend}</h2>
      <dl class="legend">
        {explained.map((state) => (
          <div class={`state-${state}`}>
            <dt class="note-state">
              <span aria-hidden="true">{stateSigns[state]} </span>
              {stateAtFront(state, page.language)}
            </dt>
            <dd>{words.meanings[state]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
