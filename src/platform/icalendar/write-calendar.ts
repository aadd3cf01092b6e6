import type { Day } from '../day.ts'
import { foldLine, momentOf, text } from './lines.ts'
import { type CalendarEvent, danishTimeZone, writeEvent } from './timed-event.ts'

/** A whole day in a calendar. The same thing keeps its `uid` for ever; `sequence` counts up when it changes. */
export interface CalendarDay {
  readonly uid: string
  readonly sequence: number
  /** When what it tells was last changed; never the time of asking. */
  readonly changedAt: Temporal.Instant
  readonly on: Day
  readonly summary: string
  readonly description: string
  /** Where more can be read. */
  readonly url: string
}

/** A calendar that others subscribe to. */
export interface PublishedCalendar {
  readonly name: string
  readonly description: string
  readonly language: string
  readonly days: readonly CalendarDay[]
  /** Events with a time of day. */
  readonly events?: readonly CalendarEvent[]
  /** So many hours between two looks at it; 12 unless said. */
  readonly hours?: number
}

/**
 * Writes whole days and timed events as an iCalendar object: CRLF, lines of at most 75 octets, texts escaped, no alarms. The same calendar
 * gives the same text. Source: RFC 5545, and RFC 7986 for the calendar's own name and pace.
 */
export const writeCalendar = ({ events = [], hours = 12, ...calendar }: PublishedCalendar): string => {
  let written = lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Brobyg//Brobyg//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    text(`NAME;LANGUAGE=${calendar.language}`, calendar.name),
    text('X-WR-CALNAME', calendar.name),
    text('DESCRIPTION', calendar.description),
    `REFRESH-INTERVAL;VALUE=DURATION:PT${hours}H`,
    `X-PUBLISHED-TTL:PT${hours}H`,
  ])
  if (events.length > 0) written += danishTimeZone
  written += lines(calendar.days.flatMap(event))
  for (const timed of events) written += writeEvent(timed)
  return `${written}END:VCALENDAR\r\n`
}

const lines = (content: readonly string[]): string => content.map((line) => `${foldLine(line)}\r\n`).join('')

const event = (day: CalendarDay): string[] => [
  'BEGIN:VEVENT',
  `UID:${day.uid}`,
  `DTSTAMP:${momentOf(day.changedAt)}`,
  `LAST-MODIFIED:${momentOf(day.changedAt)}`,
  `SEQUENCE:${day.sequence}`,
  `DTSTART;VALUE=DATE:${dateOf(day.on)}`,
  `DTEND;VALUE=DATE:${dateOf(day.on.add({ days: 1 }))}`,
  text('SUMMARY', day.summary),
  text('DESCRIPTION', day.description),
  `URL:${day.url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const dateOf = (day: Day): string => day.toString().replaceAll('-', '')
