import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { hoursWords, wallOf } from '../calendar-words.ts'
import { heldMailTexts } from '../held/held-mail.texts.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import type { CalendarMail } from '../mail-stop-link.ts'
import { calendarPaths } from './calendar.paths.ts'

/** What a link of the Friday mail opens: one time, one button. */
export const HeldLinkPage: FC<{
  page: PageContext
  occurrence: ListedOccurrence
  action: string
  refusal: string | null
}> = ({ page, occurrence, action, refusal }) => {
  const words = pick(heldMailTexts, page.language)
  const place = [occurrence.venue, occurrence.series.place].filter((part) => part !== null && part !== '').join(', ')
  return (
    <Frame page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">
        <strong>{occurrence.series.title}</strong>
        <br />
        {formatWeekday(wallOf(occurrence.startsAt).day, page.language)} {hoursWords(occurrence, page.language)}
        {place !== '' && ` · ${place}`}
      </p>
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <form class="form" method="post" action={action}>
        <TextField name="antal" label={words.count} hint={words.countHint} maxlength={4} />
        <p class="actions">
          <PrimaryButton>{words.confirm}</PrimaryButton>
        </p>
      </form>
      <p>
        <a href={calendarPaths.held}>{words.otherwise}</a>
      </p>
    </Frame>
  )
}

/** Said by a link, or not to be said by it. */
export const HeldLinkAnswerPage: FC<{ page: PageContext; sentence: string; isThanked: boolean }> = (props) => {
  const { page, sentence, isThanked } = props
  const words = pick(heldMailTexts, page.language)
  const title = isThanked ? words.title : words.closed
  return (
    <Frame page={page} title={title}>
      <h1>{title}</h1>
      <Message tone={isThanked ? 'done' : 'refused'}>{sentence}</Message>
      <p>
        <a href={calendarPaths.held}>{words.seeAll}</a>
      </p>
    </Frame>
  )
}

/** What a stop address in a mail opens: one button, so that a program that merely looks the address up stops nothing. */
export const StopCalendarMailPage: FC<{
  page: PageContext
  kind: CalendarMail | null
  action: string
  isStopped: boolean
}> = ({ page, kind, action, isStopped }) => {
  const words = pick(heldMailTexts, page.language)
  return (
    <Frame page={page} title={words.stopTitle}>
      <h1>{words.stopTitle}</h1>
      {kind === null ? (
        <Message tone="refused">{words.stop_link_not_found}</Message>
      ) : isStopped ? (
        <Message tone="done">{words.stopped}</Message>
      ) : (
        <form class="form" method="post" action={action}>
          <p class="lead">{kind === 'held' ? words.stopHeld : words.stopEvents}</p>
          <p class="actions">
            <PrimaryButton>{words.stopNow}</PrimaryButton>
          </p>
        </form>
      )}
    </Frame>
  )
}
