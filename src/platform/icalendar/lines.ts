import { homeZone } from '../day.ts'

/** A content line of a text, not folded yet. */
export const text = (property: string, value: string): string => `${property}:${escapeText(value)}`

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

/** A moment in UTC: `20260105T160000Z`; parts of a second are left out. */
export const momentOf = (moment: Temporal.Instant): string =>
  moment.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replace(/[-:]/g, '')

/** A moment as a property ends in it: on Danish clocks, `;TZID=Europe/Copenhagen:20260105T170000`; in UTC where they show that time twice. */
export const danishTime = (moment: Temporal.Instant): string => {
  const wall = moment.toZonedDateTimeISO(homeZone).toPlainDateTime()
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => wall.toZonedDateTime(homeZone, { disambiguation }).epochMilliseconds,
  )
  if (first !== second) return `:${momentOf(moment)}`
  return `;TZID=${homeZone}:${wall.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replace(/[-:]/g, '')}`
}
