import { homeZone } from '../../../platform/day.ts'
import { wallOf } from '../../../platform/icalendar/moment.ts'
import type { RawEvent } from '../../../platform/icalendar/reading/components.ts'
import type { ZoneFinder } from '../../../platform/icalendar/reading/find-zone.ts'
import { type NamedMoment, readDuration, readNamedMoment } from '../../../platform/icalendar/reading/read-times.ts'
import type { SchedulingTime } from './scheduling.ts'

/** The moment a property tells; null where it tells none that can be read. */
export const momentAt = (event: RawEvent, property: string, zones: ZoneFinder): Temporal.Instant | null => {
  const line = event.lines.get(property)?.[0]
  const named = line === undefined ? null : readNamedMoment(line)
  return named === null ? null : instantOf(named, zones)
}

/** The span two properties tell; without an end it lasts as long as it says, a day told as a day, else an hour. */
export const timeOf = (event: RawEvent, start: string, end: string, zones: ZoneFinder): SchedulingTime | null => {
  const startsAt = momentAt(event, start, zones)
  if (startsAt === null) return null
  return { startsAt, endsAt: momentAt(event, end, zones) ?? lastedUntil(event, startsAt, start) }
}

const lastedUntil = (event: RawEvent, startsAt: Temporal.Instant, start: string): Temporal.Instant => {
  const told = readDuration(event.lines.get('DURATION')?.[0]?.value ?? '')
  const line = event.lines.get(start)?.[0]
  const isDay = line !== undefined && readNamedMoment(line)?.moment.second === null
  const { days, seconds } = told ?? (isDay ? { days: 1, seconds: 0 } : { days: 0, seconds: 3600 })
  // Longer than any meeting, and so long that it would leave the calendar.
  if (Math.abs(days) > 400 || Math.abs(seconds) > 400 * 86_400) return startsAt
  return startsAt.toZonedDateTimeISO(homeZone).add({ days, seconds }).toInstant()
}

const instantOf = ({ moment, zone }: NamedMoment, zones: ZoneFinder): Temporal.Instant => {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallOf(moment) * 1000)
  if (moment.isUtc) return wall
  const place = zone === null || moment.second === null ? homeZone : zones.find(zone)
  return wall.toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(place).toInstant()
}
