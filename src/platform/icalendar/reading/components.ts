import { type ContentLine, contentLines } from './content-lines.ts'

/** What is kept of an event as it stands in the file. */
export interface RawEvent {
  readonly lines: ReadonlyMap<string, readonly ContentLine[]>
  /** Whether its end stands in the file. */
  readonly isWhole: boolean
}

/** A zone as the file tells it. */
export interface RawZone {
  readonly id: string
  readonly location: string | null
  /** Offsets as written, `+0100`, out of summer time and in it. */
  readonly standard: string | null
  readonly daylight: string | null
}

export interface RawCalendar {
  readonly events: readonly RawEvent[]
  readonly zones: ReadonlyMap<string, RawZone>
  /** Name and zone the calendar gives itself. */
  readonly name: string | null
  readonly zone: string | null
  /** What the sender asks the receiver to do with it, in capitals; null = nothing. Source: RFC 5546. */
  readonly method: string | null
  /** Whether it goes on to its end; a file that was cut says nothing of what it lacks. */
  readonly isWhole: boolean
  readonly hasBegun: boolean
}

/** As many lines of one kind as an event may have. */
const mostLines = 2000

interface Reading {
  readonly kept: ReadonlySet<string>
  readonly events: RawEvent[]
  readonly zones: Map<string, RawZone>
  event: Map<string, ContentLine[]> | null
  zone: { -readonly [Key in keyof RawZone]: RawZone[Key] } | null
  /** The parts that are open within an event or a zone. */
  open: string[]
  name: string | null
  zoneName: string | null
  method: string | null
  hasBegun: boolean
  hasEnded: boolean
}

/**
 * Takes a calendar file apart; of events the kept properties. Forgiving: an event that is not ended ends where the next begins, an end of nothing is passed over, and
 * what stands inside an event (an alarm) is left out however deep it goes.
 */
export const readComponents = (text: string, kept: ReadonlySet<string>): RawCalendar => {
  const reading: Reading = {
    kept,
    events: [],
    zones: new Map(),
    event: null,
    zone: null,
    open: [],
    name: null,
    zoneName: null,
    method: null,
    hasBegun: false,
    hasEnded: false,
  }
  for (const line of contentLines(text)) {
    if (line.name === 'BEGIN') begin(reading, line.value.trim().toUpperCase())
    else if (line.name === 'END') end(reading, line.value.trim().toUpperCase())
    else take(reading, line)
  }
  close(reading, false)
  return {
    events: reading.events,
    zones: reading.zones,
    name: reading.name,
    zone: reading.zoneName,
    method: reading.method,
    isWhole: reading.hasEnded,
    hasBegun: reading.hasBegun,
  }
}

const begin = (reading: Reading, what: string): void => {
  if (what === 'VCALENDAR') {
    close(reading, true)
    reading.hasBegun = true
    reading.hasEnded = false
  } else if (what === 'VEVENT') {
    close(reading, true)
    reading.event = new Map()
  } else if (what === 'VTIMEZONE') {
    close(reading, true)
    reading.zone = { id: '', location: null, standard: null, daylight: null }
  } else if (reading.open.length < 100) reading.open.push(what)
}

const end = (reading: Reading, what: string): void => {
  if (what === 'VCALENDAR') {
    close(reading, true)
    reading.hasEnded = true
  } else if (what === 'VEVENT' || what === 'VTIMEZONE') close(reading, true)
  else {
    const at = reading.open.lastIndexOf(what)
    if (at >= 0) reading.open.length = at
  }
}

const close = (reading: Reading, isWhole: boolean): void => {
  if (reading.event !== null) reading.events.push({ lines: reading.event, isWhole })
  if (reading.zone !== null && reading.zone.id !== '') reading.zones.set(reading.zone.id, reading.zone)
  reading.event = null
  reading.zone = null
  reading.open = []
}

const take = (reading: Reading, line: ContentLine): void => {
  const inside = reading.open.at(-1)
  if (reading.event !== null && inside === undefined) {
    if (!reading.kept.has(line.name)) return
    const lines = reading.event.get(line.name)
    if (lines === undefined) reading.event.set(line.name, [line])
    else if (lines.length < mostLines) lines.push(line)
  } else if (reading.zone !== null) takeOfZone(reading.zone, line, inside)
  else if (reading.event === null && inside === undefined) {
    if (line.name === 'X-WR-CALNAME' || line.name === 'NAME') reading.name ??= line.value
    if (line.name === 'X-WR-TIMEZONE') reading.zoneName = line.value.trim()
    if (line.name === 'METHOD') reading.method ??= line.value.trim().toUpperCase()
  }
}

const takeOfZone = (zone: NonNullable<Reading['zone']>, line: ContentLine, inside: string | undefined): void => {
  if (inside === undefined && line.name === 'TZID') zone.id = line.value.trim()
  if (inside === undefined && line.name === 'X-LIC-LOCATION') zone.location = line.value.trim()
  // The last part is the one that still applies.
  if (line.name === 'TZOFFSETTO' && inside === 'STANDARD') zone.standard = line.value.trim()
  if (line.name === 'TZOFFSETTO' && inside === 'DAYLIGHT') zone.daylight = line.value.trim()
}
