import { createHash } from 'node:crypto'
import { Refused } from '../../../../platform/refused.ts'
import { findCprShapes } from '../../../access/index.ts'
import { parseRule } from '../../recurrence/parse-rule.ts'
import { isWithinDays, type Rule } from '../../recurrence/rule.ts'
import type { RawEvent } from '../../../../platform/icalendar/reading/components.ts'
import type { ContentLine } from '../../../../platform/icalendar/reading/content-lines.ts'
import type { Unread, UnreadReason } from './outside-activity.ts'
import { plainLine, plainText, unescapeText } from '../../../../platform/icalendar/reading/plain-text.ts'
import {
  type Lasting,
  type NamedMoment,
  readDuration,
  readMoments,
  readNamedMoment,
} from '../../../../platform/icalendar/reading/read-times.ts'

/** An event of the file with what it says read: one that repeats, one that does not, or a change of a single time. */
export interface ReadEvent {
  readonly uid: string
  /** The time of the series it changes; null = it is the series. */
  readonly changes: NamedMoment | null
  readonly changesFollowing: boolean
  readonly start: NamedMoment
  readonly end: NamedMoment | null
  readonly lasts: Lasting | null
  readonly rule: Rule | null
  readonly ruleText: string | null
  readonly extra: readonly NamedMoment[]
  readonly except: readonly NamedMoment[]
  readonly isCancelled: boolean
  readonly sequence: number
  readonly lastModified: string
  readonly title: string
  readonly summary: string
  readonly place: string
}

/** What is read of an event. Who asked for it and who comes never is. */
export const readProperties: ReadonlySet<string> = new Set([
  'UID',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
  'CLASS',
  'SEQUENCE',
  'LAST-MODIFIED',
])

const mostLetters = { title: 120, summary: 600, place: 200, uid: 500 }

/** What stands for the title of something that has none. */
const untitled = 'Aktivitet uden navn'

/** A stop in reading one event. */
class Stop extends Error {
  readonly reason: UnreadReason
  readonly part: string

  constructor(reason: UnreadReason, part = '') {
    super(reason)
    this.reason = reason
    this.part = part.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 80)
  }
}

const first = (event: RawEvent, name: string): ContentLine | undefined => event.lines.get(name)?.[0]

const valueOf = (event: RawEvent, name: string): string => first(event, name)?.value ?? ''

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
  if (!event.isWhole) throw new Stop('cut_off')
  const { start, end, lasts } = readSpan(event)
  const ruleText = event.lines.get('RRULE')?.[0]?.value.trim() ?? null
  const changes = changesOf(event)
  const text = {
    title: title === '' ? untitled : title,
    summary: plainText(valueOf(event, 'DESCRIPTION'), mostLetters.summary),
    place: plainLine(valueOf(event, 'LOCATION'), mostLetters.place),
  }
  requireNoNumber(event)
  const sequence = Number(valueOf(event, 'SEQUENCE').trim())
  return {
    uid,
    ...text,
    changes,
    changesFollowing: /THISANDFUTURE/i.test(first(event, 'RECURRENCE-ID')?.parameters ?? ''),
    start,
    end,
    lasts,
    rule: ruleText === null || changes !== null ? null : readRule(ruleText),
    ruleText: changes === null ? ruleText : null,
    extra: readMoments(event.lines.get('RDATE') ?? []),
    except: readMoments(event.lines.get('EXDATE') ?? []),
    isCancelled: valueOf(event, 'STATUS').trim().toUpperCase() === 'CANCELLED',
    sequence: Number.isSafeInteger(sequence) ? sequence : 0,
    lastModified: valueOf(event, 'LAST-MODIFIED').trim(),
  }
}

const readSpan = (event: RawEvent): Pick<ReadEvent, 'start' | 'end' | 'lasts'> => {
  const startLine = first(event, 'DTSTART')
  if (startLine === undefined) throw new Stop('no_start')
  const start = readNamedMoment(startLine) ?? stop('not_a_moment', `DTSTART:${startLine.value}`)
  const [endLine, durationLine] = [first(event, 'DTEND'), first(event, 'DURATION')]
  const end =
    endLine === undefined ? null : (readNamedMoment(endLine) ?? stop('not_a_moment', `DTEND:${endLine.value}`))
  const lasts =
    durationLine === undefined
      ? null
      : (readDuration(durationLine.value) ?? stop('not_a_moment', `DURATION:${durationLine.value}`))
  return { start, end, lasts: end === null ? lasts : null }
}

const changesOf = (event: RawEvent): NamedMoment | null => {
  const line = first(event, 'RECURRENCE-ID')
  if (line === undefined) return null
  return readNamedMoment(line) ?? stop('not_a_moment', `RECURRENCE-ID:${line.value}`)
}

const stop = (reason: UnreadReason, part: string): never => {
  throw new Stop(reason, part)
}

const readRule = (text: string): Rule => {
  const rule = parsed(text)
  if (isWithinDays(rule.frequency)) throw new Stop('too_often', text)
  return rule
}

const parsed = (text: string): Rule => {
  try {
    return parseRule(withPlainUntil(text))
  } catch (error) {
    if (error instanceof Refused && error.code === 'not_a_rule') throw new Stop('bad_rule', text)
    throw error
  }
}

/** Some programs write the end of a rule with dashes, and parts that say nothing. */
const withPlainUntil = (text: string): string =>
  text
    .split(';')
    .filter((part) => part.trim() !== '' && !/^X-/i.test(part.trim()))
    .map((part) => part.trim().replace(/^(UNTIL=\d{4})-(\d\d)-(\d\d)/i, '$1$2$3'))
    .join(';')

/** Throws where anything that would be kept has the shape of a CPR number, also behind what is shown of a text. */
const requireNoNumber = (event: RawEvent): void => {
  const said = ['SUMMARY', 'DESCRIPTION', 'LOCATION'].map((name) => unescapeText(valueOf(event, name)))
  if (said.some((text) => findCprShapes(text).length > 0)) throw new Stop('has_cpr')
}
