import type { RawEvent } from '../../../../platform/icalendar/reading/components.ts'
import type { ContentLine } from '../../../../platform/icalendar/reading/content-lines.ts'
import {
  type Lasting,
  type NamedMoment,
  readDuration,
  readMoments,
  readNamedMoment,
} from '../../../../platform/icalendar/reading/read-times.ts'
import { Refused } from '../../../../platform/refused.ts'
import { parseRule } from '../../recurrence/parse-rule.ts'
import { isWithinDays, type Rule } from '../../recurrence/rule.ts'
import type { UnreadReason } from './outside-activity.ts'

/** When an event takes place: one that repeats, one that does not, or a change of a single time. */
export interface EventTimes {
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
}

/** What is read of an event to know when it is, and of what. */
export const timeProperties = [
  'UID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
  'SEQUENCE',
  'LAST-MODIFIED',
] as const

/** A stop in reading one event. */
export class Stop extends Error {
  readonly reason: UnreadReason
  readonly part: string

  constructor(reason: UnreadReason, part = '') {
    super(reason)
    this.reason = reason
    this.part = part.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 80)
  }
}

const first = (event: RawEvent, name: string): ContentLine | undefined => event.lines.get(name)?.[0]

/** What stands first under a name; empty where nothing does. */
export const valueOf = (event: RawEvent, name: string): string => first(event, name)?.value ?? ''

/** Reads when an event takes place. Throws Stop where that cannot be told. */
export const readEventTimes = (event: RawEvent): EventTimes => {
  if (!event.isWhole) throw new Stop('cut_off')
  const { start, end, lasts } = readSpan(event)
  const ruleText = event.lines.get('RRULE')?.[0]?.value.trim() ?? null
  const changes = changesOf(event)
  const sequence = Number(valueOf(event, 'SEQUENCE').trim())
  return {
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

const readSpan = (event: RawEvent): Pick<EventTimes, 'start' | 'end' | 'lasts'> => {
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
