import type { RawCalendar, RawEvent } from '../../../../platform/icalendar/reading/components.ts'
import { parametersOf } from '../../../../platform/icalendar/reading/content-lines.ts'
import { createZoneFinder } from '../../../../platform/icalendar/reading/find-zone.ts'
import { type EventTimes, readEventTimes, Stop, timeProperties, valueOf } from './event-times.ts'
import { type AskedSpan, createMomentReader, expandEvent, lengthOf, type MomentReader } from './expand-event.ts'
import type { OutsideTime } from './outside-activity.ts'
import { openCalendar } from './open-calendar.ts'
import { sortVersions } from './sort-versions.ts'

/** A stretch somebody is busy, in seconds since 1970. */
export interface BusyStretch {
  readonly from: number
  readonly to: number
}

/** When somebody is busy, and nothing of what with. */
export interface BusyCalendar {
  /** In order; none touches another. */
  readonly busy: readonly BusyStretch[]
  /** So many events could not be read or were more than is followed. */
  readonly unread: number
  /** Whether the file goes on to its end: one that was cut says nothing of what it lacks. */
  readonly isWhole: boolean
}

/** Whose calendar it is: the addresses their own answers are told by. */
export interface BusyOwner {
  readonly mails: readonly string[]
  /** Events whose names end so are told by the one who asks, and are left out. */
  readonly ownSuffix: string
}

/** As much of one calendar as is followed. */
const most = { events: 5000, stretches: 20_000 }

/** Nobody is away for longer at a time. */
const longest = 400 * 86_400

/** What is read to know when somebody is busy: no title, no place, and of who comes only how the one it is answered. */
const busyProperties: ReadonlySet<string> = new Set([
  ...timeProperties,
  'TRANSP',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'ATTENDEE',
])

/** When an event is, and whether it leaves its owner free. */
interface BusyEvent extends EventTimes {
  readonly isFree: boolean
}

/**
 * Reads of a calendar file when its owner is busy within the span. What is marked as free, called off or declined by them does not count;
 * whatever is broken in one event harms no other. Throws as `openCalendar`.
 */
export const readBusyCalendar = (bytes: Uint8Array, span: AskedSpan, owner: BusyOwner): BusyCalendar => {
  const raw = openCalendar(bytes, busyProperties)
  const reader = createMomentReader(createZoneFinder(raw.zones))
  const reading: Reading = { reader, span: { ...span, longest }, found: [], unread: 0 }
  for (const events of groupsOf(raw, owner, reading)) addEvents(reading, events)
  const kept = reading.found.toSorted((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0)).slice(0, most.events)
  const stretches = joined(kept.flat())
  return {
    busy: stretches.slice(0, most.stretches),
    unread: reading.unread + reading.found.length - kept.length,
    isWhole: raw.isWhole,
  }
}

interface Reading {
  readonly reader: MomentReader
  readonly span: AskedSpan
  /** The stretches of each thing that takes place within the span. */
  readonly found: BusyStretch[][]
  unread: number
}

const groupsOf = (raw: RawCalendar, { mails, ownSuffix }: BusyOwner, reading: Reading): Iterable<BusyEvent[]> => {
  const own = new Set([...mails, raw.name ?? ''].map(foldMail).filter((mail) => mail.includes('@')))
  const groups = new Map<string, BusyEvent[]>()
  for (const [at, event] of raw.events.entries()) {
    const uid = valueOf(event, 'UID').trim() || `#${at}`
    if (uid.endsWith(ownSuffix)) continue
    const read = readBusyEvent(event, own)
    const group = groups.get(uid)
    if (read === null) reading.unread += 1
    else if (group === undefined) groups.set(uid, [read])
    else group.push(read)
  }
  return groups.values()
}

const readBusyEvent = (event: RawEvent, own: ReadonlySet<string>): BusyEvent | null => {
  try {
    const times = readEventTimes(event)
    return { ...times, isFree: takesNoTime(times) || isMarkedFree(event) || isDeclined(event, own) }
  } catch (error) {
    if (error instanceof Stop) return null
    throw error
  }
}

/** A time of day without an end is something to remember. */
const takesNoTime = ({ start, end, lasts }: EventTimes): boolean =>
  start.moment.second !== null && end === null && lasts === null

/** Outlook's own word goes before the standard's, which has none for those who work elsewhere. */
const isMarkedFree = (event: RawEvent): boolean => {
  const status = valueOf(event, 'X-MICROSOFT-CDO-BUSYSTATUS').trim().toUpperCase()
  if (status !== '') return status === 'FREE' || status === 'WORKINGELSEWHERE'
  return valueOf(event, 'TRANSP').trim().toUpperCase() === 'TRANSPARENT'
}

const foldMail = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')

const isDeclined = (event: RawEvent, own: ReadonlySet<string>): boolean =>
  (event.lines.get('ATTENDEE') ?? []).some((line) => {
    const parameters = parametersOf(line)
    const addresses = [line.value, ...(parameters.get('EMAIL') ?? [])].map(foldMail)
    return addresses.some((one) => own.has(one)) && parameters.get('PARTSTAT')?.[0]?.toUpperCase() === 'DECLINED'
  })

const alone = { changes: null, rule: null, ruleText: null, extra: [], except: [] } as const

const addEvents = (reading: Reading, events: readonly BusyEvent[]): void => {
  const { series, changes } = sortVersions(events, reading.reader)
  const isOut = ({ isFree, isCancelled }: BusyEvent): boolean => isFree || isCancelled
  // Single times whose series is not in the file, or leaves its owner free: each is of itself.
  const loose = series.length === 0 || series[0]?.isFree === true ? changes.filter((change) => !isOut(change)) : []
  for (const change of loose) addEvent(reading, { ...change, ...alone }, [])
  for (const [at, event] of series.entries()) {
    const own = at === 0 ? changes.map((change) => ({ ...change, isCancelled: isOut(change) })) : []
    if (!isOut(event)) addEvent(reading, event, own)
  }
}

const addEvent = (reading: Reading, event: BusyEvent, changes: readonly BusyEvent[]): void => {
  const { reader, span } = reading
  if (typeof lengthOf(event, reader, span.longest) === 'string') {
    reading.unread += 1
    return
  }
  const { times, isTooOften } = expandEvent(event, changes, reader, span)
  const stretches = times.filter(({ isCancelled }) => !isCancelled).map((time) => within(time, span))
  if (isTooOften) reading.unread += 1
  else if (stretches.length > 0) reading.found.push(stretches)
}

const within = ({ startsAt, endsAt }: OutsideTime, { from, to }: AskedSpan): BusyStretch => ({
  from: Math.max(startsAt, from),
  to: Math.min(endsAt, to),
})

/** The stretches in order, those that meet or overlap made one. */
const joined = (stretches: readonly BusyStretch[]): BusyStretch[] => {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}
