import type { FC } from 'hono/jsx'
import { formatMoment, formatWeekday } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { hoursWords, isWholeDays, wallOf } from '../calendar-words.ts'
import { heldTexts } from '../held/held.texts.ts'
import type { MoveCheck } from '../check-move.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { isAtOtherTime } from '../occurrence.ts'
import { reasonWords } from '../venues/no-words.ts'
import { calendarPaths } from './calendar.paths.ts'
import { EventData } from './feeds/event-data.tsx'
import { HeldForm } from './held.page.tsx'
import { type MovePlaces, MoveForm, Seen, type TypedMove } from './move-form.tsx'
import { StateTag, whereWords } from './occurrence-line.tsx'
import { SignUpList } from './sign-up-list.tsx'
import { signUpPolicy } from '../sign-up/sign-up.policy.ts'
import type { SignUp } from '../sign-up/sign-up.ts'

interface OccurrenceProps {
  page: PageContext
  occurrence: ListedOccurrence
  isToCome: boolean
  hasBegun: boolean
  /** Those the actor may see. */
  signUps: readonly SignUp[]
  /** Where people find these pages. */
  baseUrl: string
  told: string | null
  refusal: string | null
  /** What stood in the form for moving it, where it was refused. */
  typed: TypedMove
  places: MovePlaces
  checked: MoveCheck | null
}

/** `/kalender/gang/:id`: one time, and what can be done to it. */
export const OccurrencePage: FC<OccurrenceProps> = (props) => {
  const { page, occurrence, told, refusal, isToCome, hasBegun, baseUrl } = props
  const words = pick(calendarTexts, page.language)
  const { series } = occurrence
  const hours = hoursWords(occurrence, page.language)
  const why = reasonWords(occurrence, page.language)
  const day = formatWeekday(wallOf(occurrence.startsAt).day, page.language)
  const mayChange = mayHere(page, calendarPolicy.changeSeries) && isToCome && series.outsideCalendarId === null
  return (
    <Frame page={page} title={words.timeTitle(series.title, day)} under="calendar">
      <Crumbs
        page={page}
        trail={[
          { href: calendarPaths.week, text: words.title },
          { href: calendarPaths.series(series.seriesId), text: series.title },
        ]}
        here={day}
      />
      <h1>{series.title}</h1>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <p class="lead">
        {day} {isWholeDays(occurrence) ? hours : words.at(hours)}{' '}
        <StateTag occurrence={occurrence} language={page.language} />
      </p>
      {isAtOtherTime(occurrence) && <p>{words.wasAt(formatMoment(occurrence.originalStartsAt, page.language))}</p>}
      {why !== '' && <p>{why}</p>}
      <p>{whereWords(occurrence)}</p>
      <p>
        <a href={calendarPaths.series(series.seriesId)}>{words.seeSeries}</a>
      </p>
      {series.isPublished && occurrence.state !== 'skipped' && (
        <p>
          <a href={calendarPaths.timeFeed(occurrence.occurrenceId)}>{words.intoOwnCalendar}</a>
        </p>
      )}
      {mayHere(page, calendarPolicy.changeSeries) && hasBegun && (
        <section aria-labelledby="holdt">
          <h2 id="holdt">{pick(heldTexts, page.language).title}</h2>
          <HeldForm page={page} occurrence={occurrence} back="gang" />
        </section>
      )}
      {series.signUp === 'open' && mayHere(page, signUpPolicy.readSignUps) && (
        <SignUpList language={page.language} signUps={props.signUps} places={series.places} />
      )}
      {mayChange &&
        (occurrence.state === 'planned' ? <MoveForm language={page.language} {...props} /> : <Revive {...props} />)}
      {mayChange && occurrence.state === 'planned' && <Cancel {...props} />}
      <EventData occurrence={occurrence} baseUrl={baseUrl} />
    </Frame>
  )
}

const Cancel: FC<OccurrenceProps> = ({ page, occurrence }) => {
  const words = pick(calendarTexts, page.language)
  return (
    <details class="quiet-form">
      <summary>{words.cancel}</summary>
      <form class="form" method="post" action={calendarPaths.occurrence(occurrence.occurrenceId)}>
        <Seen occurrence={occurrence} does="aflys" />
        <TextField name="hvorfor" id="aflys-hvorfor" label={words.cancelWhy} maxlength={200} />
        <p class="actions">
          <SecondaryButton>{words.cancel}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}

const Revive: FC<OccurrenceProps> = ({ page, occurrence }) => (
  <form class="form" method="post" action={calendarPaths.occurrence(occurrence.occurrenceId)}>
    <Seen occurrence={occurrence} does="hold" />
    <p class="actions">
      <PrimaryButton>{pick(calendarTexts, page.language).revive}</PrimaryButton>
    </p>
  </form>
)
