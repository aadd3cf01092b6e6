import type { Child, FC } from 'hono/jsx'
import { formatMoment } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { mayHere } from '../../../../web/page-context.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { calendarTexts } from '../../calendar.texts.ts'
import type { FollowedCalendar, OutsideSource } from '../../outside/outside-calendar.ts'
import { outsideTexts } from '../../outside/outside.texts.ts'
import type { Series } from '../../series.ts'
import { whenWords } from '../../timing-words.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { Found, UnreadList } from './found.tsx'
import { OutsideFields, type OutsideFieldsProps } from './outside-fields.tsx'
import { statusWords } from './outside-words.ts'
import { outsidePaths } from './outside.paths.ts'

interface CalendarProps extends OutsideFieldsProps {
  calendar: FollowedCalendar
  /** Null for those who do not arrange what is in it. */
  source: OutsideSource | null
  series: readonly Series[]
  now: Temporal.Instant
  told: string | null
  refusal: string | null
}

/** `/kalender/foelg/:id`: what was found in a calendar, or how a calendar that is followed stands. */
export const OutsideCalendarPage: FC<CalendarProps> = (props) => {
  const { page, calendar, told, refusal, source } = props
  const words = pick(outsideTexts, page.language)
  return (
    <Frame page={page} title={calendar.name} under="calendar">
      <Crumbs
        page={page}
        trail={[
          { href: calendarPaths.week, text: pick(calendarTexts, page.language).title },
          { href: outsidePaths.list, text: words.title },
        ]}
        here={calendar.name}
      />
      <h1>{calendar.name}</h1>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {calendar.state === 'proposed' && source !== null ? (
        <Proposal {...props} source={source} />
      ) : (
        <Followed {...props} />
      )}
    </Frame>
  )
}

const Proposal: FC<CalendarProps & { source: OutsideSource }> = ({ page, calendar, source }) => {
  const words = pick(outsideTexts, page.language)
  return (
    <>
      {source.found !== null && <Found page={page} found={source.found} />}
      <UnreadList page={page} unread={source.unread} count={source.unread.length} />
      <form class="form" method="post" action={outsidePaths.confirm(calendar.outsideCalendarId)}>
        <p class="actions">
          <PrimaryButton name="goer" value="foelg">
            {calendar.host === null ? words.confirmFile : words.confirm}
          </PrimaryButton>
          <SecondaryButton name="goer" value="fortryd">
            {words.discard}
          </SecondaryButton>
        </p>
      </form>
    </>
  )
}

const Followed: FC<CalendarProps> = (props) => {
  const { page, calendar, source, series, now } = props
  const words = pick(outsideTexts, page.language)
  const mayChange = mayHere(page, calendarPolicy.changeSeries) && calendar.state !== 'ended'
  return (
    <>
      {calendar.state === 'ended' ? (
        <Message tone="note">{words.isEnded}</Message>
      ) : (
        <p class={calendar.fault === null ? 'lead' : 'lead followed-failing'}>
          {statusWords(calendar, now, page.language)}
        </p>
      )}
      {calendar.nextAt !== null && <p>{words.nextAt(formatMoment(calendar.nextAt, page.language))}</p>}
      {source !== null && source.address !== null && (
        <p class="followed-address">
          {words.from} <code>{source.address}</code>
        </p>
      )}
      {mayChange && <Deeds {...props} />}
      <ActivityList page={page} series={series} />
      {source !== null && <UnreadList page={page} unread={source.unread} count={calendar.unread} />}
      {mayChange && <Change {...props} />}
      {mayChange && (
        <details class="quiet-form">
          <summary>{words.end}</summary>
          <Deed calendar={calendar}>
            <p class="hint">{words.endHint}</p>
            <p class="actions">
              <PrimaryButton name="goer" value="stop">
                {words.end}
              </PrimaryButton>
            </p>
          </Deed>
        </details>
      )}
    </>
  )
}

const Deed: FC<{ calendar: FollowedCalendar; children?: Child }> = ({ calendar, children }) => (
  <form class="form" method="post" action={outsidePaths.act(calendar.outsideCalendarId)}>
    {children}
  </form>
)

const Deeds: FC<CalendarProps> = ({ page, calendar }) => {
  const words = pick(outsideTexts, page.language)
  if (calendar.host === null) return null
  return (
    <Deed calendar={calendar}>
      <p class="actions">
        {calendar.state !== 'paused' && (
          <PrimaryButton name="goer" value="hent">
            {words.fetchNow}
          </PrimaryButton>
        )}
        {calendar.state === 'followed' ? (
          <SecondaryButton name="goer" value="pause">
            {words.pause}
          </SecondaryButton>
        ) : (
          <SecondaryButton name="goer" value="genoptag">
            {words.resume}
          </SecondaryButton>
        )}
      </p>
    </Deed>
  )
}

const ActivityList: FC<Pick<CalendarProps, 'page' | 'series'>> = ({ page, series }) => {
  const words = pick(outsideTexts, page.language)
  if (series.length === 0) return null
  return (
    <section aria-labelledby="aktiviteter">
      <h2 id="aktiviteter">{words.activitiesTitle}</h2>
      <ul class="found-times">
        {series.map((one) => (
          <li>
            <a href={calendarPaths.series(one.seriesId)}>{one.title}</a>
            <span>{whenWords(one, page.language)}</span>
            {one.isLeftOut && <span class="followed-facts">{words.leftOut}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Change: FC<CalendarProps> = (props) => {
  const { page, calendar, errors } = props
  const words = pick(outsideTexts, page.language)
  return (
    <details class="quiet-form" open={errors.size > 0}>
      <summary>{words.change}</summary>
      <form class="form series-form" method="post" action={outsidePaths.change(calendar.outsideCalendarId)}>
        <input type="hidden" name="udgave" value={calendar.version} />
        <OutsideFields {...props} />
        <p class="actions">
          <PrimaryButton>{words.save}</PrimaryButton>
        </p>
      </form>
    </details>
  )
}
