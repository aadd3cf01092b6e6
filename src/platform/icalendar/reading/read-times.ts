import { type Moment, readMoment } from '../moment.ts'
import type { ContentLine } from './content-lines.ts'
import { parameterOf } from './content-lines.ts'

/** A moment with the name of the zone it is told in; null = none is named. */
export interface NamedMoment {
  readonly moment: Moment
  readonly zone: string | null
}

/** Reads a moment also where it is written with dashes and colons, without seconds, or with parts of a second; null where it is none. */
export const readLooseMoment = (text: string): Moment | null => {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/^(\d{4})-(\d\d)-(\d\d)/, '$1$2$3')
    .replace(/[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?(Z?)$/, (...found: string[]) => {
      const [, hour = '', minute = '', second = '00', zulu = ''] = found
      return `T${hour}${minute}${second}${zulu}`
    })
  // The standard has no 24 o'clock; files have, and mean midnight after the day.
  const [, day = '', rest = ''] = /^(\d{8})T24(0000Z?)$/.exec(plain) ?? []
  if (day === '') return readMoment(plain)
  const before = readMoment(`${day}T00${rest}`)
  return before && { ...before, day: before.day + 1 }
}

export const readNamedMoment = (line: ContentLine): NamedMoment | null => {
  const moment = readLooseMoment(line.value)
  return moment === null ? null : { moment, zone: parameterOf(line, 'TZID') }
}

/** All moments of lines such as EXDATE; a period is told by its beginning, and what is no moment is left out. */
export const readMoments = (lines: readonly ContentLine[]): NamedMoment[] =>
  lines.flatMap((line) => {
    const zone = parameterOf(line, 'TZID')
    return line.value.split(',').flatMap((piece) => {
      const moment = readLooseMoment(piece.split('/')[0] ?? '')
      return moment === null ? [] : [{ moment, zone }]
    })
  })

/** How long something lasts: whole days as the clock counts them, and seconds. */
export interface Lasting {
  readonly days: number
  readonly seconds: number
}

/** Reads `P1DT2H`, `PT90M`, `P2W`; negative where it is written so, null where it is none. Source: RFC 5545, §3.3.6. */
export const readDuration = (text: string): Lasting | null => {
  const found = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text.trim())
  if (found === null || !/\d/.test(text)) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(2).map((part) => Number(part ?? 0))
  const sign = found[1] === '-' ? -1 : 1
  return { days: sign * (weeks * 7 + days), seconds: sign * (hours * 3600 + minutes * 60 + seconds) }
}
