import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import type { AgendaItem, Paper } from '../agenda/agenda.ts'
import { inLanguage } from '../agenda/item-words.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { suggestionTexts } from '../suggestions/suggestion.texts.ts'
import type { MeetingProps } from './meeting-props.ts'
import { meetingPaths } from './meetings.paths.ts'
import { Papers } from './papers-part.tsx'

interface AgendaProps extends MeetingProps {
  items: readonly AgendaItem[]
  attached: readonly Paper[]
}

/** The agenda, point by point; its convenor changes it there. */
export const Agenda: FC<AgendaProps> = (props) => {
  const { page, shown, attached, typed } = props
  const items = props.items.map((item) => inLanguage(item, page.language))
  const { meeting } = shown
  const words = pick(meetingTexts, page.language)
  const minutes = items.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  const mayChange =
    mayHere(page, meetingsPolicy.callMeeting) && meeting.state !== 'cancelled' && meeting.minutesSentAt === null
  return (
    <section class="meetings-part" aria-labelledby="dagsorden">
      <h2 id="dagsorden">{words.agenda}</h2>
      {items.length === 0 && <p class="empty">{words.agendaEmpty}</p>}
      {minutes > 0 && (
        <p class="meeting-facts">
          {words.agendaTotal(minutes, Math.round(meeting.startsAt.until(meeting.endsAt).total('minutes')))}
        </p>
      )}
      <ol class="agenda">
        {items.map((item, at) => (
          <li id={`punkt-${item.number}`}>
            <p class="agenda-title">
              {item.path === '' ? item.title : <a href={item.path}>{item.title}</a>}
              {item.minutes !== null && <span class="meeting-facts"> {words.minutesLong(item.minutes)}</span>}
            </p>
            {item.body !== '' && <p class="agenda-body">{item.body}</p>}
            <p class="meeting-facts">{originOf(item, page)}</p>
            <Papers
              page={page}
              group={shown.loaded.group}
              item={item}
              papers={attached.filter(({ itemId }) => itemId === item.itemId)}
              isOpen={meeting.state !== 'cancelled' && meeting.minutesSentAt === null}
            />
            {mayChange && <Edit {...props} item={item} isFirst={at === 0} isLast={at === items.length - 1} />}
          </li>
        ))}
      </ol>
      {mayChange && (
        <form class="no-print fetch-items" method="post" action={meetingPaths.fetchItems(meeting.meetingId)}>
          <p class="actions">
            <SecondaryButton>{pick(suggestionTexts, page.language).fetch}</SecondaryButton>
          </p>
          <p class="hint">{pick(suggestionTexts, page.language).fetchHint}</p>
        </form>
      )}
      {mayChange && (
        <details class="quiet-form no-print" open={typed?.itemId === ''}>
          <summary>{words.addItem}</summary>
          <form class="form" method="post" action={meetingPaths.addItem(meeting.meetingId)}>
            <ItemFields page={page} typed={typed?.itemId === '' ? typed : null} item={null} />
            <p class="actions">
              <SecondaryButton>{words.saveItem}</SecondaryButton>
            </p>
          </form>
        </details>
      )}
    </section>
  )
}

const originOf = ({ kind, proposedBy }: AgendaItem, page: PageContext): string => {
  const words = pick(meetingTexts, page.language)
  if (kind === 'standing') return words.kindStanding
  if (kind === 'promise' || kind === 'proposal' || kind === 'collision')
    return pick(suggestionTexts, page.language).byBrobyg
  return kind === 'carried' ? words.kindCarried : words.proposedBy(proposedBy)
}

const Edit: FC<AgendaProps & { item: AgendaItem; isFirst: boolean; isLast: boolean }> = (props) => {
  const { page, shown, item, isFirst, isLast, typed } = props
  const words = pick(meetingTexts, page.language)
  const own = typed?.itemId === item.itemId ? typed : null
  return (
    <details class="quiet-form no-print" open={own !== null}>
      <summary>
        {words.editItem}
        <span class="visually-hidden">: {item.title}</span>
      </summary>
      <form class="agenda-moves" method="post" action={meetingPaths.item(shown.meeting.meetingId, item.itemId)}>
        <input type="hidden" name="udgave" value={item.version} />
        {!isFirst && (
          <button class="agenda-move" name="goer" value="op" aria-label={words.upOf(item.title)} type="submit">
            ↑
          </button>
        )}
        {!isLast && (
          <button class="agenda-move" name="goer" value="ned" aria-label={words.downOf(item.title)} type="submit">
            ↓
          </button>
        )}
      </form>
      <form class="form" method="post" action={meetingPaths.item(shown.meeting.meetingId, item.itemId)}>
        <input type="hidden" name="udgave" value={item.version} />
        <ItemFields page={page} typed={own} item={item} />
        <p class="actions">
          <SecondaryButton name="goer" value="gem">
            {words.saveItem}
          </SecondaryButton>
          <SecondaryButton name="goer" value="fjern">
            {words.removeItem}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}

const ItemFields: FC<{ page: PageContext; item: AgendaItem | null; typed: MeetingProps['typed'] }> = (props) => {
  const { page, item, typed } = props
  const words = pick(meetingTexts, page.language)
  const id = item === null ? 'nyt' : String(item.number)
  return (
    <>
      <TextField
        name="titel"
        id={`titel-${id}`}
        label={words.itemTitle}
        value={typed?.title ?? item?.title ?? ''}
        required
        maxlength={200}
      />
      <TextField
        name="tekst"
        id={`tekst-${id}`}
        label={words.itemBody}
        value={typed?.body ?? item?.body ?? ''}
        rows={3}
      />
      <TextField
        name="minutter"
        id={`minutter-${id}`}
        label={words.itemMinutes}
        type="number"
        value={item?.minutes?.toString() ?? ''}
      />
      {typed?.mayVouch === true && (
        <div class="tick">
          <input type="checkbox" id={`ingen-${id}`} name="ingen" value="ja" />
          <label for={`ingen-${id}`}>{words.vouch}</label>
        </div>
      )}
    </>
  )
}
