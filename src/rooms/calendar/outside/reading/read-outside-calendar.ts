import { formatDayNumber } from '../../../../platform/day-number.ts'
import { homeZone } from '../../../../platform/day.ts'
import { formatRule } from '../../recurrence/format-rule.ts'
import type { Rule } from '../../recurrence/rule.ts'
import { createZoneClock } from '../../recurrence/zone-clock.ts'
import type { RawCalendar } from '../../../../platform/icalendar/reading/components.ts'
import {
  type AskedSpan,
  createMomentReader,
  type Expanded,
  expandEvent,
  lengthOf,
  type MomentReader,
} from './expand-event.ts'
import { createZoneFinder } from '../../../../platform/icalendar/reading/find-zone.ts'
import type { OutsideActivity, OutsideCalendar, Unread, UnreadReason } from './outside-activity.ts'
import { openCalendar } from './open-calendar.ts'
import { plainLine } from '../../../../platform/icalendar/reading/plain-text.ts'
import { type ReadEvent, readEvent, readProperties } from './read-event.ts'
import { sortVersions } from './sort-versions.ts'
import { findCprShapes } from '../../../access/index.ts'

/** As much of one calendar as is followed. */
const most = { activities: 5000, times: 20_000 }

/**
 * Reads a calendar file: what takes place within the span, and what could not be read and why. Whatever is broken in one event harms no
 * other. Throws as `openCalendar`.
 */
export const readOutsideCalendar = (bytes: Uint8Array, span: AskedSpan): OutsideCalendar => {
  const raw = openCalendar(bytes, readProperties)
  const zones = createZoneFinder(raw.zones)
  const reading: Reading = { reader: createMomentReader(zones), span, activities: [], unread: [], past: 0 }
  for (const [uid, events] of groupsOf(raw, reading.unread)) addGroup(reading, uid, events)
  const kept = withinLimits(reading)
  return {
    name: nameOf(raw),
    activities: kept,
    unread: reading.unread,
    past: reading.past,
    unknownZones: zones.unknown(),
    isWhole: raw.isWhole,
  }
}

const nameOf = ({ name }: RawCalendar): string | null => {
  const line = name === null ? '' : plainLine(name, 120)
  return line === '' || findCprShapes(line).length > 0 ? null : line
}

interface Reading {
  readonly reader: MomentReader
  readonly span: AskedSpan
  readonly activities: OutsideActivity[]
  readonly unread: Unread[]
  past: number
}

/** The events that could be read, by what they are of; what is private stays out whole. */
const groupsOf = (raw: RawCalendar, unread: Unread[]): Map<string, ReadEvent[]> => {
  const groups = new Map<string, ReadEvent[]>()
  const closed = new Set<string>()
  for (const event of raw.events) {
    const read = readEvent(event)
    if ('unread' in read) {
      unread.push(read.unread)
      if (['is_private', 'has_cpr'].includes(read.unread.reason)) closed.add(read.unread.uid)
      continue
    }
    const group = groups.get(read.event.uid)
    if (group === undefined) groups.set(read.event.uid, [read.event])
    else group.push(read.event)
  }
  for (const uid of closed) groups.delete(uid)
  return groups
}

const addGroup = (reading: Reading, uid: string, events: readonly ReadEvent[]): void => {
  const { reader } = reading
  const { series, changes } = sortVersions(events, reader)
  // Some programs give one name to several things: the later ones are told apart by when they begin.
  series.forEach((event, at) => {
    const own = at === 0 ? uid : `${uid}#${reader.instantOf(event.start)}`
    addActivity(reading, own, event, at === 0 ? changes : [])
  })
  if (series.length === 0) addLoose(reading, uid, changes)
}

/** Single times whose series is not in the file. */
const addLoose = (reading: Reading, uid: string, changes: readonly ReadEvent[]): void => {
  const [first] = changes
  if (first === undefined) return
  const isKnown = reading.unread.some((one) => one.uid === uid)
  const alone = { ...first, changes: null, rule: null, ruleText: null, extra: [], except: [] }
  const key = first.changes ?? first.start
  addActivity(reading, isKnown ? `${uid}#` : uid, { ...alone, start: key, end: null, lasts: null }, changes)
}

const refuse = (reading: Reading, { uid, title, ruleText }: ReadEvent, reason: UnreadReason): void => {
  reading.unread.push({ uid, title, reason, part: reason === 'too_often' ? (ruleText ?? '').slice(0, 80) : '' })
}

const addActivity = (reading: Reading, uid: string, event: ReadEvent, changes: readonly ReadEvent[]): void => {
  const { reader, span } = reading
  const length = lengthOf(event, reader)
  if (typeof length === 'string') return refuse(reading, { ...event, uid }, length)
  const { times, isTooOften }: Expanded = expandEvent(event, changes, reader, span)
  if (isTooOften) return refuse(reading, { ...event, uid }, 'too_often')
  if (times.length === 0) {
    reading.past += 1
    return
  }
  const startsAt = event.rule === null ? (times[0]?.startsAt ?? 0) : reader.instantOf(event.start)
  const wall = home.toWall(startsAt)
  const minutes = Math.round(length.days * 1440 + length.seconds / 60)
  const [first] = event.rule === null && changes.length === 1 ? changes : []
  const { title, summary, place } = first ?? event
  reading.activities.push({
    uid,
    title,
    summary,
    place,
    startsOn: formatDayNumber(Math.floor(wall / day)),
    startsMinute: Math.floor((wall - Math.floor(wall / day) * day) / 60),
    lastsMinutes: Math.min(Math.max(minutes, 5), 14 * 1440),
    rule: event.rule === null ? null : toldRule(event.rule, event, reader),
    times,
  })
}

const day = 86_400
const home = createZoneClock(homeZone)

/** The rule as words can tell it beside a Danish time of day; null where it is counted on other clocks, or has times of its own. */
const toldRule = (rule: Rule, { start }: ReadEvent, reader: MomentReader): string | null => {
  const hasTimes = rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0
  const isHere = start.moment.second === null || (!start.moment.isUtc && isLikeHome(reader.zoneOf(start.zone)))
  return hasTimes || !isHere ? null : formatRule(rule)
}

const likeHome = new Map<string, boolean>()

/** Whether clocks there show what clocks here do. */
const isLikeHome = (zone: string): boolean => {
  const known =
    likeHome.get(zone) ??
    ['2026-01-15T12:00Z', '2026-07-15T12:00Z']
      .map((text) => Temporal.Instant.from(text))
      .every((at) => at.toZonedDateTimeISO(zone).offset === at.toZonedDateTimeISO(homeZone).offset)
  likeHome.set(zone, known)
  return known
}

/** The soonest of what was found, as much of it as is followed; the rest is told. */
const withinLimits = ({ activities, unread }: Reading): OutsideActivity[] => {
  let left = most.times
  const soonest = activities.toSorted((a, b) => (a.times[0]?.startsAt ?? 0) - (b.times[0]?.startsAt ?? 0))
  return soonest.filter(({ uid, title, times }, at) => {
    left -= times.length
    const isKept = at < most.activities && left >= 0
    if (!isKept) unread.push({ uid, title, reason: 'too_many', part: '' })
    return isKept
  })
}
