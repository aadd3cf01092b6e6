import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import type { PageContext } from '../../../../web/page-context.ts'
import { isPollOpen, type Poll } from '../../poll/poll.ts'
import { pollTexts } from '../../poll/poll.texts.ts'
import { meetingPaths } from '../meetings.paths.ts'
import { lastDayOf } from './poll.page.tsx'

interface PartProps {
  page: PageContext
  polls: readonly Poll[]
  now: Temporal.Instant
}

/** A group's polls that have not led to a meeting, on its page. */
export const PollsPart: FC<PartProps> = ({ page, polls, now }) => {
  const words = pick(pollTexts, page.language)
  const shown = polls.filter(({ meetingId }) => meetingId === null).slice(0, 5)
  if (shown.length === 0) return null
  return (
    <section class="meetings-part" aria-labelledby="afstemninger">
      <h2 id="afstemninger">{words.polls}</h2>
      <ul class="group-list">
        {shown.map((poll) => (
          <li>
            <a href={meetingPaths.poll(poll.pollId)}>{poll.title}</a>
            <span class="meeting-facts">
              {isPollOpen(poll, now) ? words.isOpen(lastDayOf(poll, page.language)) : words.isClosed}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
