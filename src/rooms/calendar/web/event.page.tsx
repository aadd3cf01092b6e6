import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { calendarTexts } from '../calendar.texts.ts'
import type { EventAnswer, LargeEvent } from '../events/event.ts'
import { eventTexts } from '../events/event.texts.ts'
import { whenAndWhere } from '../events/tell-of-events.ts'
import { calendarPaths } from './calendar.paths.ts'
import { AnswerForm } from './event-part.tsx'

interface WatchProps {
  page: PageContext
  areas: readonly { readonly areaId: string; readonly name: string }[]
  /** The areas that are chosen; null = everywhere. */
  chosen: readonly (string | null)[]
  events: readonly LargeEvent[]
  hasAddress: boolean
  isSaved: boolean
}

/** `/kalender/begivenheder`: where a post wants to hear of larger events, and what is coming. */
export const WatchPage: FC<WatchProps> = ({ page, areas, chosen, events, hasAddress, isSaved }) => {
  const words = pick(eventTexts, page.language)
  const choices = [{ areaId: 'alle', name: words.everywhere }, ...areas]
  return (
    <Frame page={page} title={words.watchTitle} under="calendar">
      <Crumbs
        page={page}
        trail={[{ href: calendarPaths.week, text: pick(calendarTexts, page.language).title }]}
        here={words.watchTitle}
      />
      <h1>{words.watchTitle}</h1>
      <p class="lead">{words.watchLead}</p>
      {isSaved && <Message tone="done">{words.saved}</Message>}
      {!hasAddress && (
        <Message tone="note">
          <a href="/loefter/mail">{words.noAddress}</a>
        </Message>
      )}
      <form class="form" method="post" action={calendarPaths.events}>
        <fieldset class="field area-ticks">
          <legend>{words.watchFor(page.actor.onBehalfOf ?? '')}</legend>
          <p class="hint">{words.watchHint}</p>
          {choices.map(({ areaId, name }) => (
            <div class="tick">
              <input
                type="checkbox"
                id={`omraade-${areaId}`}
                name="omraade"
                value={areaId}
                checked={chosen.includes(areaId === 'alle' ? null : areaId)}
              />
              <label for={`omraade-${areaId}`}>{name}</label>
            </div>
          ))}
        </fieldset>
        <p class="actions">
          <PrimaryButton>{words.save}</PrimaryButton>
        </p>
      </form>
      <h2 class="season-part">{words.coming}</h2>
      {events.length === 0 && <p class="empty">{words.nothingComing}</p>}
      <ul class="times">
        {events.map((event) => (
          <li>
            <a href={calendarPaths.series(event.seriesId)}>{event.title}</a> {whenAndWhere(event, page.language)}
          </li>
        ))}
      </ul>
    </Frame>
  )
}

interface LinkProps {
  page: PageContext
  event: LargeEvent
  answer: EventAnswer | null
  action: string
  told: string | null
  refusal: string | null
}

/** What a link in the mail about larger events opens: the event, and yes or no. */
export const EventLinkPage: FC<LinkProps> = ({ page, event, answer, action, told, refusal }) => {
  const words = pick(eventTexts, page.language)
  return (
    <Frame page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">
        <a href={calendarPaths.series(event.seriesId)}>{event.title}</a>
        <br />
        {whenAndWhere(event, page.language)} · {event.by}
      </p>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {answer !== null && <p>{words.answered(answer.isComing)}</p>}
      <AnswerForm page={page} action={action} event={event} answer={answer} />
    </Frame>
  )
}

/** Said where a link opens nothing. */
export const ClosedEventLinkPage: FC<{ page: PageContext; sentence: string }> = ({ page, sentence }) => {
  const words = pick(eventTexts, page.language)
  return (
    <Frame page={page} title={words.closed}>
      <h1>{words.closed}</h1>
      <Message tone="refused">{sentence}</Message>
    </Frame>
  )
}
