import type { FC } from 'hono/jsx'
import { type Language, pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { spanWords } from '../../calendar/index.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingPaths } from './meetings.paths.ts'

/** `onsdag den 2. december 2026 kl. 10.00–12.00`. */
export const whenWords = (meeting: Pick<Meeting, 'startsAt' | 'endsAt'>, language: Language): string =>
  spanWords(meeting, language)

/** Where a meeting is, in words; empty where nothing is said. */
export const whereWords = ({ venue, place, address }: Pick<Meeting, 'venue' | 'place' | 'address'>): string =>
  [venue, place, address].filter((part) => part !== null && part !== '').join(', ')

/** A meeting in a list: when, of which group, and how it stands. */
export const MeetingLine: FC<{ page: PageContext; meeting: Meeting; title: string }> = ({ page, meeting, title }) => {
  const words = pick(meetingTexts, page.language)
  const where = whereWords(meeting)
  return (
    <li class={`meeting-line meeting-${meeting.state}`}>
      <a href={meetingPaths.meeting(meeting.meetingId)}>{title}</a>
      <span class="meeting-when">{whenWords(meeting, page.language)}</span>
      <span class="meeting-facts">
        {where !== '' && `${where} · `}
        {words.states[meeting.state]}
      </span>
    </li>
  )
}
