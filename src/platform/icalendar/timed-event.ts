import { foldLine, text } from './lines.ts'

/** A moment as a property ends in it: `;TZID=Europe/Copenhagen:20260105T170000` or `:20260105T160000Z`; a day as `;VALUE=DATE:20260105`. */
export type CalendarTime = string

/** How a timed event comes round: a rule with the times it leaves out. */
export interface EventRepeats {
  /** An RRULE's value; its UNTIL is in UTC. */
  readonly rule: string
  readonly except: readonly CalendarTime[]
}

/** An event with a beginning and an end. The same thing keeps its `uid` for ever; `sequence` counts up when it changes. */
export interface CalendarEvent {
  readonly uid: string
  readonly sequence: number
  /** When what it tells was last changed; never the time of asking. */
  readonly changedAt: CalendarTime
  readonly from: CalendarTime
  readonly to: CalendarTime
  readonly repeats: EventRepeats | null
  /** Which time of the series with this `uid` it stands for. */
  readonly insteadOf: CalendarTime | null
  readonly isCancelled: boolean
  /** What is said of it, as `writeAbout` writes it: once for all events it is said of. */
  readonly about: string
}

/** What is said of an event. */
export interface EventAbout {
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  readonly categories: readonly string[]
  /** Where more can be read. */
  readonly url: string
}

/** Writes what is said of an event as content lines: folded, texts escaped. */
export const writeAbout = ({ position, ...about }: EventAbout): string =>
  [
    text('SUMMARY', about.summary),
    ...(about.description === '' ? [] : [text('DESCRIPTION', about.description)]),
    ...(about.location === '' ? [] : [text('LOCATION', about.location)]),
    ...(position === null ? [] : [`GEO:${position.latitude};${position.longitude}`]),
    ...about.categories.map((category) => text('CATEGORIES', category)),
    `URL:${about.url}`,
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('')

/** Writes one event as content lines, each at most 75 octets. */
export const writeEvent = (event: CalendarEvent): string =>
  `BEGIN:VEVENT\r\nUID:${event.uid}\r\nDTSTAMP${event.changedAt}\r\nLAST-MODIFIED${event.changedAt}\r\nSEQUENCE:${event.sequence}\r\n` +
  (event.insteadOf === null ? '' : `RECURRENCE-ID${event.insteadOf}\r\n`) +
  `DTSTART${event.from}\r\nDTEND${event.to}\r\n` +
  (event.repeats === null ? '' : writeRepeats(event.repeats)) +
  (event.isCancelled ? 'STATUS:CANCELLED\r\n' : 'STATUS:CONFIRMED\r\n') +
  event.about +
  'END:VEVENT\r\n'

const writeRepeats = ({ rule, except }: EventRepeats): string =>
  `${foldLine(`RRULE:${rule}`)}\r\n${except.map((time) => `EXDATE${time}\r\n`).join('')}`

/** Denmark's clocks as they have been changed since 1996. */
export const danishTimeZone =
  'BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\nX-LIC-LOCATION:Europe/Copenhagen\r\n' +
  'BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19960331T020000\r\n' +
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n' +
  'BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\n' +
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n'
