import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { termInWords } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import type { Standings } from '../standings.ts'
import { noticeTexts } from './notice.texts.ts'
import { PromiseLines } from './promise-lines.tsx'

/** A term of notice that an agreement has, with the activity it ends and the group to ask first. */
export interface NoticeChoice {
  readonly activityId: string
  readonly activity: string
  readonly promise: Commitment
  readonly isWritten: boolean
  readonly group: string | null
}

/** What a notice comes to. */
export interface NoticeOutcome {
  readonly givenOn: Day
  readonly isMoved: boolean
  readonly endsOn: Day
  /** The agreement's own last day, where it comes first. */
  readonly endsAnywayOn: Day | null
  readonly stops: readonly Commitment[]
}

export interface NoticeView {
  readonly slug: string
  readonly agreement: string
  readonly choices: readonly NoticeChoice[]
  readonly chosen: NoticeChoice | null
  readonly discussedOn: string
  readonly noticedOn: string
  readonly errors: ReadonlySet<'droeftet' | 'varslet'>
  readonly outcome: NoticeOutcome | null
  readonly standings: Standings
}

/** The calculator of notice: what is to end, when it was discussed and notified; then the earliest end and what stops. */
export const NoticePage: FC<{ page: PageContext; view: NoticeView }> = ({ page, view }) => {
  const words = pick(noticeTexts, page.language)
  return (
    <Frame page={page} title={`${words.title}: ${view.agreement}`} under="agreements">
      <Crumbs page={page} trail={[{ href: `/aftaler/${view.slug}`, text: view.agreement }]} here={words.title} />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {view.chosen === null ? <Message tone="note">{words.none}</Message> : <NoticeForm page={page} view={view} />}
      {view.chosen && view.outcome && <Outcome page={page} chosen={view.chosen} outcome={view.outcome} view={view} />}
    </Frame>
  )
}

const NoticeForm: FC<{ page: PageContext; view: NoticeView }> = ({ page, view }) => {
  const words = pick(noticeTexts, page.language)
  const group = view.chosen?.group ?? null
  const errorOf = (name: 'droeftet' | 'varslet') => (view.errors.has(name) ? { error: words.not_a_day } : {})
  return (
    <form method="get" class="form">
      {view.choices.length > 1 && (
        <ChoiceField
          name="aktivitet"
          label={words.of}
          value={view.chosen?.activityId ?? ''}
          choices={view.choices.map(({ activityId, activity }) => [activityId, activity])}
        />
      )}
      {group !== null && (
        <TextField
          name="droeftet"
          label={words.discussedOn(group)}
          hint={words.discussedHint(group)}
          type="date"
          value={view.discussedOn}
          {...errorOf('droeftet')}
        />
      )}
      <TextField
        name="varslet"
        label={words.noticedOn}
        hint={words.noticedHint}
        type="date"
        value={view.noticedOn}
        {...errorOf('varslet')}
      />
      <SecondaryButton>{words.show}</SecondaryButton>
    </form>
  )
}

interface OutcomeProps {
  page: PageContext
  chosen: NoticeChoice
  outcome: NoticeOutcome
  view: NoticeView
}

const Outcome: FC<OutcomeProps> = ({ page, chosen, outcome, view }) => {
  const words = pick(noticeTexts, page.language)
  const said = (day: Day) => formatDay(day, page.language)
  const { group, promise } = chosen
  const told = [
    words.givenOn(said(outcome.givenOn)),
    group !== null && outcome.isMoved && words.moved(group),
    group !== null && view.discussedOn === '' && words.notDiscussed(group),
    chosen.isWritten && words.written,
    outcome.endsAnywayOn && words.endsAnyway(said(outcome.endsAnywayOn)),
  ].filter(Boolean)
  return (
    <>
      <section class="promise-part notice-outcome">
        <h2>{words.earliest}</h2>
        <p class="notice-day">{said(outcome.endsOn)}</p>
        <p>{told.join(' ')}</p>
        <p class="hint">
          {words.terms}: <a href={`/loefter/${promise.commitmentId}`}>{promise.text}</a>{' '}
          {`(${termInWords(promise.notation, page.language) ?? ''})`}
        </p>
      </section>
      <section class="promise-part">
        <h2>{words.stops}</h2>
        <p class="hint">{words.stopsCount(outcome.stops.length)}</p>
        <PromiseLines page={page} promises={outcome.stops} standings={view.standings} />
      </section>
    </>
  )
}
