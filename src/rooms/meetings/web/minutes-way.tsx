import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { dayOfMeeting } from '../group/load-group.ts'
import type { Meeting } from '../meeting.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { minutesPaths } from './minutes.paths.ts'

/** The way from a meeting to its minutes, from the day of the meeting on, and to the meeting's papers as files. */
export const MinutesWay: FC<{ page: PageContext; meeting: Meeting }> = ({ page, meeting }) => {
  const words = pick(minutesTexts, page.language)
  const { meetingId, state, minutesSentAt } = meeting
  const hasCome = Temporal.PlainDate.compare(dayOfMeeting(meeting), page.today) <= 0
  return (
    <>
      {hasCome && state !== 'cancelled' && (
        <p class="actions no-print">
          <a class="ds-button" href={minutesPaths.minutes(meetingId)}>
            {minutesSentAt === null ? words.write : words.read}
          </a>
        </p>
      )}
      <p class="take-along no-print">
        {words.notice}: <a href={minutesPaths.file(meetingId, 'indkaldelse', 'pdf')}>{words.asPdf}</a> ·{' '}
        <a href={minutesPaths.file(meetingId, 'indkaldelse', 'docx')}>{words.asWord}</a>
      </p>
    </>
  )
}
