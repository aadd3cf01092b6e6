import type { FC } from 'hono/jsx'
import { formatDay, formatDaySpan, formatWeekday } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { agesWords, hoursWords, priceWords, wallOf } from '../calendar-words.ts'
import type { Occurrence } from '../occurrence.ts'
import type { Pause, Series } from '../series.ts'
import { whenWords } from '../timing-words.ts'
import { calendarPaths } from './calendar.paths.ts'
import { EventPart, type ShownEvent } from './event-part.tsx'
import { StateTag } from './occurrence-line.tsx'
import { type ShownSource, TakenNote } from './outside/taken-note.tsx'
import { spokenLanguages } from './series.form.ts'

/** An activity with where it is and who arranges it, by name. */
export interface ShownSeries extends Series {
  readonly organisation: string
  readonly plan: string | null
  readonly venue: string | null
  readonly area: string | null
}

interface SeriesProps {
  page: PageContext
  series: ShownSeries
  pauses: readonly Pause[]
  coming: readonly Occurrence[]
  earlier: readonly Occurrence[]
  promise: { commitmentId: string; text: string } | null
  /** The calendar it is followed from; null = ours, or not for this reader to know. */
  source: ShownSource | null
  promises: readonly (readonly [lineageId: string, text: string])[]
  /** What is told of a larger event; null where it is none. */
  large: ShownEvent | null
  told: string | null
  refusal: string | null
}

/** `/kalender/:id`: an activity, its times, and what can be done to it. */
export const SeriesPage: FC<SeriesProps> = (props) => {
  const { page, series, told, refusal, promise } = props
  const words = pick(calendarTexts, page.language)
  const mayChange =
    mayHere(page, calendarPolicy.changeSeries) && series.endedAt === null && series.outsideCalendarId === null
  return (
    <Frame page={page} title={series.title} under="calendar">
      <Crumbs page={page} trail={[{ href: calendarPaths.week, text: words.title }]} here={series.title} />
      <h1>{series.title}</h1>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {series.endedAt !== null && <Message tone="note">{words.ended}</Message>}
      {props.source !== null && <TakenNote {...props} source={props.source} />}
      {series.summary !== '' && <p class="lead">{series.summary}</p>}
      <SeriesFactsList page={page} series={series} />
      {promise !== null && (
        <p>
          {words.promise}: <a href={`/loefter/${promise.commitmentId}`}>{promise.text}</a>
        </p>
      )}
      {mayHere(page, calendarPolicy.changeSeries) && (
        <p class="actions">
          {mayChange && (
            <a class="ds-button" href={calendarPaths.change(series.seriesId)}>
              {words.change}
            </a>
          )}
          <a href={calendarPaths.copy(series.seriesId)}>{words.copy}</a>
        </p>
      )}
      {props.large !== null && <EventPart page={page} large={props.large} />}
      <Times {...props} />
      {mayChange && <Rests {...props} />}
      {mayChange && <End {...props} />}
    </Frame>
  )
}

/** What is said of an activity, fact by fact. */
const SeriesFactsList: FC<{ page: PageContext; series: ShownSeries }> = ({ page, series }) => {
  const words = pick(calendarTexts, page.language)
  const by = series.plan === null ? series.organisation : `${series.organisation}, ${series.plan}`
  const facts: readonly (readonly [string, string])[] = [
    [words.when, whenWords(series, page.language)],
    [words.where, [series.venue, series.place, series.area].filter((part) => part !== null && part !== '').join(', ')],
    [words.forWhom, agesWords(series, page.language)],
    [words.price, priceWords(series, page.language) ?? words.priceUnknown],
    [words.goesAlong, series.goesAlong],
    [words.languages, series.languages.map((code) => spokenLanguages[code] ?? code).join(', ')],
    [words.signUp, series.signUp === 'open' ? words.signUpOpen(series.places) : words.noSignUp],
    [words.by, by],
  ]
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== '' && (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

const Times: FC<SeriesProps> = ({ page, series, coming, earlier }) => {
  const words = pick(calendarTexts, page.language)
  return (
    <>
      <section aria-labelledby="kommende">
        <h2 id="kommende">{words.comingTimes}</h2>
        {coming.length === 0 && <p class="empty">{words.noComing}</p>}
        <TimeList page={page} occurrences={coming} />
        {mayHere(page, calendarPolicy.changeSeries) && series.endedAt === null && series.outsideCalendarId === null && (
          <details class="quiet-form">
            <summary>{words.addTime}</summary>
            <form class="form" method="post" action={calendarPaths.addTime(series.seriesId)}>
              <TextField name="dag" id="ekstra-dag" label={words.moveDay} type="date" />
              <TextField name="fra" id="ekstra-fra" label={words.moveFrom} />
              <TextField name="til" id="ekstra-til" label={words.moveTo} />
              <p class="actions">
                <SecondaryButton>{words.addTime}</SecondaryButton>
              </p>
            </form>
          </details>
        )}
      </section>
      {earlier.length > 0 && (
        <section aria-labelledby="tidligere">
          <h2 id="tidligere">{words.earlierTimes}</h2>
          <TimeList page={page} occurrences={earlier} />
        </section>
      )}
    </>
  )
}

const TimeList: FC<{ page: PageContext; occurrences: readonly Occurrence[] }> = ({ page, occurrences }) => (
  <ul class="times">
    {occurrences.map((occurrence) => (
      <li>
        <a href={calendarPaths.occurrence(occurrence.occurrenceId)}>
          {formatWeekday(wallOf(occurrence.startsAt).day, page.language)}
        </a>{' '}
        <span class="times-hour">{hoursWords(occurrence, page.language)}</span>{' '}
        <StateTag occurrence={occurrence} language={page.language} />
      </li>
    ))}
  </ul>
)

const Rests: FC<SeriesProps> = ({ page, series, pauses }) => {
  const words = pick(calendarTexts, page.language)
  return (
    <section aria-labelledby="pauser">
      <h2 id="pauser">{words.rests}</h2>
      <ul class="times">
        {pauses.map((pause) => (
          <li>
            <form method="post" action={calendarPaths.rest(series.seriesId)}>
              {formatDaySpan(pause, page.language)} {pause.reason !== '' && `· ${pause.reason} `}
              <input type="hidden" name="udgave" value={series.version} />
              <input type="hidden" name="fjern" value={pause.from.toString()} />
              <button class="quiet" type="submit" aria-label={words.restUndo(formatDay(pause.from, page.language))}>
                {words.restUndoShort}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <details class="quiet-form">
        <summary>{words.rest}</summary>
        <form class="form" method="post" action={calendarPaths.rest(series.seriesId)}>
          <input type="hidden" name="udgave" value={series.version} />
          <TextField name="fra" id="pause-fra" label={words.restFrom} type="date" />
          <TextField name="til" id="pause-til" label={words.restTo} type="date" />
          <TextField name="hvorfor" id="pause-hvorfor" label={words.restWhy} />
          <p class="actions">
            <SecondaryButton>{words.restSave}</SecondaryButton>
          </p>
        </form>
      </details>
    </section>
  )
}

const End: FC<SeriesProps> = ({ page, series }) => {
  const words = pick(calendarTexts, page.language)
  return (
    <details class="quiet-form">
      <summary>{words.end}</summary>
      <form class="form" method="post" action={calendarPaths.end(series.seriesId)}>
        <input type="hidden" name="udgave" value={series.version} />
        <TextField
          name="fra"
          id="slut-fra"
          label={words.endFrom}
          hint={words.endHint}
          type="date"
          value={page.today.toString()}
        />
        <p class="actions">
          <PrimaryButton>{words.endSave}</PrimaryButton>
        </p>
      </form>
    </details>
  )
}
