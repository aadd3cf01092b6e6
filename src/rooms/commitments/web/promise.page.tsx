import { commitmentPolicy } from '../commitment.policy.ts'
import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { toDay } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { commitmentKindTexts, termInWords } from '../../agreements/index.ts'
import type { Evidence, PlacedCommitment, ReadingInTurn } from '../commitment.ts'
import type { Reservation } from '../reservation.ts'
import { periodInWords } from '../state/period-words.ts'
import { reasonInWords, stateAtFront, stateSigns } from '../state/state-words.ts'
import type { Standing } from '../state/state.ts'
import type { TracedPeriod } from '../state/trace.rules.ts'
import { noteId } from './promise-note.tsx'
import { EvidenceList, type EvidenceTypedForm, RecordEvidence } from './promise-evidence.tsx'
import { CorrectReading, type ReadingTypedForm, SplitReading } from './promise-forms.tsx'
import { promiseTexts } from './promise.texts.ts'
import { proposalTexts } from './revision/proposal.texts.ts'
import { ReservationNote } from './reservation-note.tsx'

export interface PromiseView {
  readonly commitment: PlacedCommitment
  readonly isWithdrawn: boolean
  readonly standing: Standing
  readonly periods: readonly TracedPeriod[]
  readonly evidence: readonly Evidence[]
  readonly readings: readonly ReadingInTurn[]
  readonly reservations: readonly Reservation[]
  readonly day: Day
  /** The promise that goes on with it in the version in force on the day. */
  readonly goesOn: { readonly commitmentId: string; readonly version: number } | undefined
}

/** What was typed in one of the page's forms and could not be taken, or is being tried out. */
export interface PromiseTyped {
  readonly evidence?: EvidenceTypedForm
  readonly reading?: ReadingTypedForm
  readonly refusal?: string
}

interface PromiseProps {
  page: PageContext
  view: PromiseView
  typed: PromiseTyped
}

/** One promise: its words, how it was read, how it stands, and the rows every number is made of. */
export const PromisePage: FC<PromiseProps> = ({ page, view, typed }) => {
  const words = pick(promiseTexts, page.language)
  const { commitment, standing } = view
  const mayRecord = mayDoHere(page, commitmentPolicy.recordEvidence)
  const title = pick(commitmentKindTexts, page.language)[commitment.kind][0]
  const contract = `/aftaler/${commitment.slug}`
  return (
    <Frame page={page} title={`${title}: ${commitment.activity}`} under="promises">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, contract), text: commitment.agreement },
          { href: atDay(page, `${contract}#${noteId(commitment.readingId)}`), text: commitment.activity },
        ]}
        here={title}
      />
      {typed.refusal && <Message tone="refused">{typed.refusal}</Message>}
      {view.goesOn && <GoesOn page={page} {...view.goesOn} />}
      {view.isWithdrawn && <Message tone="note">{words.isWithdrawn}</Message>}
      <article class={`promise state-${standing.state}`}>
        <h1 class="promise-words">{commitment.text}</h1>
        <p class="promise-state">
          <span class="note-state">
            <span aria-hidden="true">{stateSigns[standing.state]} </span>
            {stateAtFront(standing.state, page.language)}
          </span>{' '}
          {reasonInWords(standing, page.language)}
        </p>
        <ReadAs page={page} view={view} />
        {view.reservations.map((reservation) => (
          <ReservationNote page={page} reservation={reservation} day={view.day} />
        ))}
      </article>
      <Periods page={page} periods={view.periods} />
      <EvidenceList page={page} evidence={view.evidence} />
      {mayRecord && (
        <>
          {keptByActivities.has(commitment.kind) && (
            <p class="actions">
              <a class="ds-button" data-variant="secondary" href={`/kalender/ny?loefte=${commitment.lineageId}`}>
                {words.planIt}
              </a>
            </p>
          )}
          <RecordEvidence page={page} commitmentId={commitment.commitmentId} day={view.day} typed={typed.evidence} />
          <CorrectReading page={page} commitment={commitment} isWithdrawn={view.isWithdrawn} typed={typed.reading} />
          <SplitReading page={page} commitment={commitment} />
        </>
      )}
      <History page={page} readings={view.readings} />
    </Frame>
  )
}

/** Kinds of promises that an activity in the calendar can keep. */
const keptByActivities: ReadonlySet<string> = new Set(['session', 'presence', 'task'])

const GoesOn: FC<{ page: PageContext; commitmentId: string; version: number }> = ({ page, commitmentId, version }) => {
  const words = pick(proposalTexts, page.language)
  return (
    <Message tone="note">
      {words.goesOnIn(version)} <a href={atDay(page, `/loefter/${commitmentId}`)}>{words.seeGoingOn}</a>
    </Message>
  )
}

const ReadAs: FC<{ page: PageContext; view: PromiseView }> = ({ page, view }) => {
  const words = pick(promiseTexts, page.language)
  const { commitment, standing } = view
  const next = standing.nextOn === null ? null : words.nextDue(formatDay(toDay(standing.nextOn), page.language))
  return (
    <dl class="promise-read">
      <div>
        <dt>{words.term}</dt>
        <dd>{[termInWords(commitment.notation, page.language) ?? words.noTerm, next].filter(Boolean).join('. ')}</dd>
      </div>
      <div>
        <dt>{words.owedBy}</dt>
        <dd>{commitment.owedBy.join(', ') || '–'}</dd>
      </div>
      {commitment.owedTo.length > 0 && (
        <div>
          <dt>{words.owedTo}</dt>
          <dd>{commitment.owedTo.join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}

const Periods: FC<{ page: PageContext; periods: readonly TracedPeriod[] }> = ({ page, periods }) => {
  const words = pick(promiseTexts, page.language)
  if (periods.length === 0) return <></>
  const shown = periods.slice(0, 60)
  return (
    <section class="promise-part">
      <h2>{words.periods}</h2>
      <p class="hint">
        {words.periodsIntro} {words.cutPeriods}
      </p>
      <table class="counts-table">
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col" class="number">
              {words.expected}
            </th>
            <th scope="col" class="number">
              {words.found}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((period) => (
            <tr class={period.isClosed && period.found < period.least ? 'state-broken' : undefined}>
              <th scope="row">{periodInWords(period.label, page.language)}</th>
              <td class="number">
                {period.least > 0 ? period.least : period.most === null ? '–' : `≤ ${period.most}`}
              </td>
              <td class="number">{period.found}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const History: FC<{ page: PageContext; readings: readonly ReadingInTurn[] }> = ({ page, readings }) => {
  const words = pick(promiseTexts, page.language)
  if (readings.length < 2) return <></>
  const said = (reading: ReadingInTurn) => {
    if (reading.correctedAt === null) return words.readFirst
    const day = formatDay(reading.correctedAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate(), page.language)
    return reading.number === 0 ? words.entered(day) : words.corrected(day)
  }
  return (
    <section class="promise-part">
      <h2>{words.history}</h2>
      <ol class="history">
        {readings.map((reading) => (
          <li>
            <b>{said(reading)}:</b>{' '}
            {[
              reading.isWithdrawn && words.withdraw,
              termInWords(reading.notation, page.language) ?? words.noTerm,
              reading.owedBy.join(', '),
              `"${reading.text}"`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ol>
    </section>
  )
}
