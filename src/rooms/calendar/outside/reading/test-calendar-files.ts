/** What comes of a calendar: when each activity is for the first time and how often, and why what is left out is; or why nothing is. */
export interface Outcome {
  /** `title: first time on Danish clocks ×how often within 14 months`. */
  readonly read?: readonly string[]
  /** `title: reason`. */
  readonly unread?: readonly string[]
  readonly refused?: string
}

export interface BrokenCalendar extends Outcome {
  readonly what: string
  readonly file: string | Uint8Array
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A calendar with these events and a good one after them, which nothing may harm. */
export const calendarWith = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, ...good, 'END:VCALENDAR', ''].join('\r\n')

const good = [
  'BEGIN:VEVENT',
  'UID:god',
  'SUMMARY:God',
  'DTSTART:20261201T160000Z',
  'DTEND:20261201T170000Z',
  'END:VEVENT',
]

export const theGood = 'God: 2026-12-01 17:00 ×1'

export const event = (...lines: readonly string[]): string =>
  calendarWith('BEGIN:VEVENT', 'UID:en', 'SUMMARY:En', ...lines, 'END:VEVENT')

export const at = 'DTSTART;TZID=Europe/Copenhagen:20261202T170000'
export const to = 'DTEND;TZID=Europe/Copenhagen:20261202T180000'
export const once = 'En: 2026-12-02 17:00 ×1'
export const well = { read: [theGood, once] }
export const left = (reason: string, title = 'En') => ({ read: [theGood], unread: [`${title}: ${reason}`] })

export const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

export const wide = (text: string, isLittle: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2)
  for (let index = 0; index < text.length; index += 1)
    new DataView(out.buffer).setUint16(index * 2, text.charCodeAt(index), isLittle)
  return out
}

export const deep = (times: number, begin: string, end: string): string[] => [
  ...Array.from({ length: times }, () => begin),
  ...Array.from({ length: times }, () => end),
]
