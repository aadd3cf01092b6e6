import { createHash } from 'node:crypto'
import { findCprShapes } from '../../../access/index.ts'
import type { RawEvent } from '../../../../platform/icalendar/reading/components.ts'
import { plainLine, plainText, unescapeText } from '../../../../platform/icalendar/reading/plain-text.ts'
import { type EventTimes, readEventTimes, Stop, timeProperties, valueOf } from './event-times.ts'
import type { Unread, UnreadReason } from './outside-activity.ts'

/** An event of the file with what it says read. */
export interface ReadEvent extends EventTimes {
  readonly uid: string
  readonly title: string
  readonly summary: string
  readonly place: string
}

/** What is read of an event. Who asked for it and who comes never is. */
export const readProperties: ReadonlySet<string> = new Set([
  ...timeProperties,
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'CLASS',
])

const mostLetters = { title: 120, summary: 600, place: 200, uid: 500 }

/** What stands for the title of something that has none. */
const untitled = 'Aktivitet uden navn'

/** Titles of what is private or holds a number nobody may keep are not told either. */
const untold: readonly UnreadReason[] = ['is_private', 'has_cpr']

/** Reads an event, or says why it cannot be taken over. */
export const readEvent = (event: RawEvent): { event: ReadEvent } | { unread: Unread } => {
  const uid = uidOf(event)
  const title = plainLine(valueOf(event, 'SUMMARY'), mostLetters.title)
  try {
    return { event: readWhole(event, uid, title) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const isTold = !untold.includes(error.reason)
    const hasCpr = findCprShapes(`${title}\n${error.part}`).length > 0
    return {
      unread: {
        uid,
        title: isTold && !hasCpr ? title : '',
        reason: hasCpr ? 'has_cpr' : error.reason,
        part: isTold && !hasCpr ? error.part : '',
      },
    }
  }
}

/** Its own name; one made of it where it cannot be kept as it is, or of what it is and when where it has none. */
const uidOf = (event: RawEvent): string => {
  const uid = valueOf(event, 'UID')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  const isFit = uid !== '' && uid.length <= mostLetters.uid && findCprShapes(uid).length === 0
  if (isFit) return uid
  const named = uid === '' ? ['SUMMARY', 'DTSTART'].map((part) => valueOf(event, part).trim()).join(' ') : uid
  return createHash('sha256').update(named).digest('hex')
}

const readWhole = (event: RawEvent, uid: string, title: string): ReadEvent => {
  if (['PRIVATE', 'CONFIDENTIAL'].includes(valueOf(event, 'CLASS').trim().toUpperCase())) throw new Stop('is_private')
  const times = readEventTimes(event)
  const text = {
    title: title === '' ? untitled : title,
    summary: plainText(valueOf(event, 'DESCRIPTION'), mostLetters.summary),
    place: plainLine(valueOf(event, 'LOCATION'), mostLetters.place),
  }
  requireNoNumber(event)
  return { uid, ...text, ...times }
}

/** Throws where anything that would be kept has the shape of a CPR number, also behind what is shown of a text. */
const requireNoNumber = (event: RawEvent): void => {
  const said = ['SUMMARY', 'DESCRIPTION', 'LOCATION'].map((name) => unescapeText(valueOf(event, name)))
  if (said.some((text) => findCprShapes(text).length > 0)) throw new Stop('has_cpr')
}
