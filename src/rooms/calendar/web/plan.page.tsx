import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { timeWords, wallOf } from '../calendar-words.ts'
import type { ActivityCheck } from '../collisions/check-activity.ts'
import { collisionTexts } from '../collisions/collision.texts.ts'
import type { Series, Timing } from '../series.ts'
import { seriesTexts } from '../series.texts.ts'
import type { WantedTime } from '../lay-times.rules.ts'
import { calendarPaths } from './calendar.paths.ts'
import { FoundCollisions } from './collisions/found-collisions.tsx'
import { type SeriesChoices, SeriesParts } from './series-form.tsx'
import type { SeriesError, SeriesField, SeriesTyped } from './series.form.ts'

interface PlanProps {
  page: PageContext
  /** What is changed; null = something new. */
  series: Series | null
  copiedTitle: string | null
  copiedFromId: string
  typed: SeriesTyped
  errors: ReadonlyMap<SeriesField, SeriesError>
  choices: SeriesChoices
  /** Its times within a year, where they were asked to be seen. */
  times: readonly WantedTime[] | null
  whenInWords: string | null
  /** What it would collide with, where that was asked, and when it is. */
  checked: { readonly check: ActivityCheck; readonly timing: Timing } | null
  refusal: string | null
}

/** `/kalender/ny` and `/kalender/:id/ret`: what an activity is, when, where and for whom. */
export const PlanPage: FC<PlanProps> = (props) => {
  const { page, series, copiedTitle, refusal } = props
  const words = pick(seriesTexts, page.language)
  const title = series === null ? words.addTitle : words.changeTitle(series.title)
  return (
    <Frame page={page} title={title} under="calendar">
      <Crumbs
        page={page}
        trail={[
          { href: calendarPaths.week, text: pick(calendarTexts, page.language).title },
          ...(series === null ? [] : [{ href: calendarPaths.series(series.seriesId), text: series.title }]),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {copiedTitle !== null && <Message tone="note">{words.copyOf(copiedTitle)}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <PlanForm {...props} />
    </Frame>
  )
}

const PlanForm: FC<PlanProps> = (props) => {
  const { page, series, typed, errors } = props
  const words = pick(seriesTexts, page.language)
  const error = errors.get('fradag')
  return (
    <form
      class="form series-form"
      method="post"
      action={series === null ? calendarPaths.add : calendarPaths.change(series.seriesId)}
    >
      <input type="hidden" name="udgave" value={series?.version ?? 0} />
      <input type="hidden" name="som" value={props.copiedFromId} />
      {/* Enter in a field shows, and neither saves nor moves. */}
      <button type="submit" name="goer" value="vis" hidden>
        {words.show}
      </button>
      {props.times !== null && <FirstTimes page={page} times={props.times} whenInWords={props.whenInWords} />}
      {props.checked !== null && <FoundCollisions page={page} {...props.checked} />}
      <SeriesParts page={page} typed={typed} errors={errors} choices={props.choices} />
      {series !== null && series.rule !== null && (
        <TextField
          name="fradag"
          label={words.changeFrom}
          hint={words.changeFromHint}
          type="date"
          value={typed.fradag}
          {...(error === undefined ? {} : { error: words[error] })}
        />
      )}
      <p class="actions">
        <SaveButton {...props} />
        <SecondaryButton name="goer" value="vis">
          {words.show}
        </SecondaryButton>
      </p>
    </form>
  )
}

/** Saves it; where it collides with something, knowingly. */
const SaveButton: FC<PlanProps> = ({ page, series, checked }) => {
  const words = pick(seriesTexts, page.language)
  const anyway = pick(collisionTexts, page.language)
  if (checked === null || checked.check.collisions.length === 0)
    return (
      <PrimaryButton name="goer" value="gem">
        {series === null ? words.save : words.saveChange}
      </PrimaryButton>
    )
  return (
    <PrimaryButton name="goer" value="alligevel">
      {series === null ? anyway.anyway : anyway.anywayChange}
    </PrimaryButton>
  )
}

const mostTimes = 6

const FirstTimes: FC<{ page: PageContext; times: readonly WantedTime[]; whenInWords: string | null }> = (props) => {
  const { page, times, whenInWords } = props
  const words = pick(seriesTexts, page.language)
  return (
    <section class="first-times" aria-labelledby="gange">
      <h2 id="gange">{words.firstTimes}</h2>
      {whenInWords !== null && <p>{whenInWords}</p>}
      <ul class="times">
        {times.slice(0, mostTimes).map(({ startsAt, endsAt }) => (
          <li>
            {formatWeekday(wallOf(startsAt).day, page.language)}{' '}
            <span class="times-hour">
              {timeWords(startsAt, page.language)}–{timeWords(endsAt, page.language)}
            </span>
          </li>
        ))}
      </ul>
      {times.length > mostTimes && <p>{words.timesMore(times.length - mostTimes)}</p>}
    </section>
  )
}
