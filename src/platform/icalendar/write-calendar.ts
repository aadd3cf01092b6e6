import type { Day } from '../day.ts'

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
}

/**
 * Writes whole days as an iCalendar object: CRLF, lines of at most 75 octets, texts escaped, no alarms. The same calendar gives the same
 * text. Source: RFC 5545, and RFC 7986 for the calendar's own name and pace.
 */
export const writeCalendar = (calendar: PublishedCalendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Brobyg//Brobyg//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    text(`NAME;LANGUAGE=${calendar.language}`, calendar.name),
    text('X-WR-CALNAME', calendar.name),
    text('DESCRIPTION', calendar.description),
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...calendar.days.flatMap(event),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('')

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

const momentOf = (moment: Temporal.Instant): string =>
  moment.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replace(/[-:]/g, '')

const text = (property: string, value: string): string => `${property}:${escapeText(value)}`

/** RFC 5545 §3.3.11; characters that no calendar may hold are left out. */
const escapeText = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

const octetsALine = 75

/** Cuts a content line so that no piece is longer than 75 octets and no character is cut; RFC 5545 §3.1. */
export const foldLine = (line: string): string => {
  if (Buffer.byteLength(line) <= octetsALine) return line
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const sign of line) {
    const length = Buffer.byteLength(sign)
    if (octets + length > octetsALine) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += sign
    octets += length
  }
  return [...pieces, piece].join('\r\n')
}
