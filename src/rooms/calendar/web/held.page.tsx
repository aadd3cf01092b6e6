import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { startWords, wallOf } from '../calendar-words.ts'
import { heldMailTexts } from '../held/held-mail.texts.ts'
import { heldTexts } from '../held/held.texts.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { calendarPaths } from './calendar.paths.ts'

/** One time with one tap: it was held, and how many came; or it was not. */
export const HeldForm: FC<{ page: PageContext; occurrence: ListedOccurrence; back: 'liste' | 'gang' }> = (props) => {
  const { page, occurrence, back } = props
  const words = pick(heldTexts, page.language)
  const id = `antal-${occurrence.occurrenceId}`
  return (
    <form class="held-form" method="post" action={calendarPaths.heldOne(occurrence.occurrenceId)}>
      <input type="hidden" name="udgave" value={occurrence.version} />
      <input type="hidden" name="tilbage" value={back} />
      <label for={id}>{words.howMany}</label>
      <input
        class="ds-input"
        id={id}
        name="antal"
        inputmode="numeric"
        pattern="[0-9]{0,4}"
        value={occurrence.headCount ?? ''}
      />
      <button class="ds-button" type="submit" name="goer" value="holdt">
        {words.wasHeld}
      </button>
      <button class="quiet" type="submit" name="goer" value="ikke">
        {words.wasNot}
      </button>
    </form>
  )
}

const MailChoice: FC<{ page: PageContext; isStopped: boolean }> = ({ page, isStopped }) => {
  const words = pick(heldMailTexts, page.language)
  return (
    <form class="mail-choice" method="post" action={calendarPaths.heldMail}>
      <p>
        {isStopped ? words.notWanted : words.wanted}{' '}
        <button class="quiet" type="submit" name="mail" value={isStopped ? 'ja' : 'nej'}>
          {isStopped ? words.resumeMail : words.stopMail}
        </button>
      </p>
    </form>
  )
}

interface HeldProps {
  /** Whether the reader has stopped the Friday mail. */
  isMailStopped: boolean
  page: PageContext
  occurrences: readonly ListedOccurrence[]
  told: string | null
  refusal: string | null
}

/** `/kalender/holdt`: what should have been held lately, and nobody has said whether it was. */
export const HeldPage: FC<HeldProps> = ({ page, occurrences, isMailStopped, told, refusal }) => {
  const words = pick(heldTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="calendar">
      <Crumbs
        page={page}
        trail={[{ href: calendarPaths.week, text: pick(calendarTexts, page.language).title }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {occurrences.length === 0 && <p class="empty">{words.nothing}</p>}
      <ul class="held-list">
        {occurrences.map((occurrence) => (
          <li>
            <p class="held-what">
              <a href={calendarPaths.occurrence(occurrence.occurrenceId)}>{occurrence.series.title}</a>{' '}
              <span class="times-hour">
                {formatWeekday(wallOf(occurrence.startsAt).day, page.language)} {startWords(occurrence, page.language)}
              </span>
              {occurrence.series.lineageId !== null && <span class="tag tag-good">{words.keepsPromise}</span>}
            </p>
            <HeldForm page={page} occurrence={occurrence} back="liste" />
          </li>
        ))}
      </ul>
      <MailChoice page={page} isStopped={isMailStopped} />
    </Frame>
  )
}
