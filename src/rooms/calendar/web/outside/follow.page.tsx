import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { Message, PrimaryButton } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { calendarTexts } from '../../calendar.texts.ts'
import type { ListedCalendar } from '../../outside/outside-calendar.queries.ts'
import { outsideTexts } from '../../outside/outside.texts.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { OutsideFields, type OutsideFieldsProps, OutsideLine } from './outside-fields.tsx'
import { statusWords } from './outside-words.ts'
import { outsidePaths } from './outside.paths.ts'

interface FollowProps extends OutsideFieldsProps {
  calendars: readonly ListedCalendar[]
  now: Temporal.Instant
  told: string | null
  refusal: string | null
}

/** `/kalender/foelg`: the calendars that are followed, and one more. */
export const FollowPage: FC<FollowProps> = (props) => {
  const { page, calendars, told, refusal } = props
  const words = pick(outsideTexts, page.language)
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
      {calendars.length === 0 && <p class="empty">{words.none}</p>}
      <ul class="followed">
        {calendars.map((calendar) => (
          <FollowedLine {...props} calendar={calendar} />
        ))}
      </ul>
      <section class="venue-part" aria-labelledby="ny">
        <h2 id="ny">{words.followNew}</h2>
        <form class="form series-form" method="post" action={outsidePaths.list} enctype="multipart/form-data">
          <OutsideLine {...props} name="adresse" label={words.address} hint={words.addressHint} />
          <div class="field">
            <label class="ds-label" for="fil">
              {words.file}
            </label>
            <p class="hint" id="fil-hint">
              {words.fileHint}
            </p>
            <input
              class="file"
              type="file"
              id="fil"
              name="fil"
              accept=".ics,.ical,.ifb,.icalendar,text/calendar"
              aria-describedby="fil-hint"
            />
          </div>
          <OutsideFields {...props} />
          <p class="actions">
            <PrimaryButton>{words.look}</PrimaryButton>
          </p>
        </form>
      </section>
    </Frame>
  )
}

const FollowedLine: FC<FollowProps & { calendar: ListedCalendar }> = ({ page, calendar, now }) => {
  const words = pick(outsideTexts, page.language)
  const by = calendar.plan === null ? calendar.organisation : `${calendar.organisation}, ${calendar.plan}`
  return (
    <li class={calendar.fault === null ? 'followed-one' : 'followed-one followed-failing'}>
      <a class="followed-name" href={outsidePaths.one(calendar.outsideCalendarId)}>
        {calendar.name}
      </a>
      <span class="followed-facts">{[calendar.host, by].filter((part) => part !== null).join(' · ')}</span>
      <span class="followed-status">
        {calendar.fault !== null && <span aria-hidden="true">! </span>}
        {statusWords(calendar, now, page.language)}
      </span>
      {calendar.unread > 0 && <span class="followed-facts">{words.notReadCount(calendar.unread)}</span>}
    </li>
  )
}
