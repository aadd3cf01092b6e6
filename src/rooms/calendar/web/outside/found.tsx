import type { FC } from 'hono/jsx'
import { formatMoment, formatWeekday } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { Message } from '../../../../web/components.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { timeWords, wallOf } from '../../calendar-words.ts'
import { instantOf } from '../../outside/match-times.rules.ts'
import { outsideTexts } from '../../outside/outside.texts.ts'
import type { OutsideCalendar, Unread } from '../../outside/reading/outside-activity.ts'

const mostShown = { times: 5, unread: 20 }

/** What was found in a calendar, before anybody has said yes to it. */
export const Found: FC<{ page: PageContext; found: OutsideCalendar }> = ({ page, found }) => {
  const words = pick(outsideTexts, page.language)
  const times = found.activities
    .flatMap(({ title, place, times: all }) =>
      all.filter(({ isCancelled }) => !isCancelled).map((time) => ({ ...time, title, place })),
    )
    .toSorted((a, b) => a.startsAt - b.startsAt)
  return (
    <>
      {found.activities.length === 0 ? (
        <Message tone="note">{words.foundNothing}</Message>
      ) : (
        <p class="lead">
          {words.found(found.activities.length)}, {words.foundTimes(times.length)}.
        </p>
      )}
      {!found.isWhole && <Message tone="note">{words.cut}</Message>}
      {found.past > 0 && <p>{words.past(found.past)}</p>}
      {found.unknownZones.length > 0 && <p>{words.unknownZones(found.unknownZones.slice(0, 3).join(', '))}</p>}
      {times.length > 0 && (
        <section aria-labelledby="naeste">
          <h2 id="naeste">{words.nextFive}</h2>
          <ul class="found-times">
            {times.slice(0, mostShown.times).map(({ title, place, startsAt, endsAt }) => (
              <li>
                <strong>{title}</strong>
                <span>{spanWords(page, startsAt, endsAt)}</span>
                {place !== '' && <span class="followed-facts">{place}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const spanWords = (page: PageContext, startsAt: number, endsAt: number): string => {
  const [from, to] = [instantOf(startsAt), instantOf(endsAt)]
  const [first, last] = [wallOf(from), wallOf(to)]
  if (first.minute === 0 && last.minute === 0) {
    const lastDay = last.day.subtract({ days: 1 })
    const day = formatWeekday(first.day, page.language)
    const isOne = lastDay.equals(first.day)
    return isOne
      ? `${day}, ${pick(outsideTexts, page.language).allDay}`
      : `${day} – ${formatWeekday(lastDay, page.language)}`
  }
  const end = last.day.equals(first.day) ? timeWords(to, page.language) : formatMoment(to, page.language)
  return `${formatWeekday(first.day, page.language)} ${timeWords(from, page.language)}–${end}`
}

/** What could not be taken over, and why. */
export const UnreadList: FC<{ page: PageContext; unread: readonly Unread[]; count: number }> = (props) => {
  const { page, unread, count } = props
  const words = pick(outsideTexts, page.language)
  if (count === 0) return null
  const shown = unread.slice(0, mostShown.unread)
  return (
    <section aria-labelledby="ulaest">
      <h2 id="ulaest">{words.unreadTitle}</h2>
      <ul class="found-times">
        {shown.map(({ title, reason, part }) => (
          <li>
            <strong>{title === '' ? words.untitled : title}</strong>
            <span>{words.reasons[reason]}</span>
            {part !== '' && <code class="followed-facts">{part}</code>}
          </li>
        ))}
      </ul>
      {count > shown.length && <p>{words.unreadMore(count - shown.length)}</p>}
    </section>
  )
}
