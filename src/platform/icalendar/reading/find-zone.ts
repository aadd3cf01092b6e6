import { homeZone } from '../../day.ts'
import type { RawZone } from './components.ts'
import { windowsZones } from './windows-zones.ts'

const epoch = Temporal.Instant.fromEpochMilliseconds(0)

const foldedWindows = new Map(Object.entries(windowsZones).map(([name, zone]) => [name.toLowerCase(), zone]))

const isKnown = (zone: string): boolean => {
  try {
    epoch.toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/** Zones that a pair of offsets is taken for, the nearest to here first. */
const likely = [
  'Europe/Copenhagen',
  'Europe/London',
  'Europe/Helsinki',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Australia/Sydney',
]

const winter = Temporal.Instant.from('2026-01-15T12:00:00Z')
const summer = Temporal.Instant.from('2026-07-15T12:00:00Z')

const offsetOf = (zone: string, at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).offset

const colon = (offset: string): string => offset.replace(/^([+-]\d\d):?(\d\d).*$/, '$1:$2')

/** A zone by what a file says of its offsets: one it may be, or one whose clocks never change. */
const byOffsets = ({ standard, daylight }: RawZone): string | null => {
  if (standard === null && daylight === null) return null
  const [cold, warm] = [colon(standard ?? daylight ?? ''), colon(daylight ?? standard ?? '')]
  if (cold === warm) return isKnown(cold) ? cold : null
  const fits = (zone: string) =>
    [offsetOf(zone, winter), offsetOf(zone, summer)].toSorted().join() === [cold, warm].toSorted().join()
  return likely.find(fits) ?? null
}

/** Names such as `/freeassociation.sourceforge.net/Europe/Copenhagen` and `(UTC+01:00) Europe/Copenhagen` hold one that is known. */
const within = (name: string): string | null => {
  const [found = ''] = /[A-Z][A-Za-z_]+\/[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)?$/.exec(name) ?? []
  return found !== '' && isKnown(found) ? found : null
}

/** Offsets written as a name: `GMT+0100`, `UTC-05:00`. */
const asOffset = (name: string): string | null => {
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?$/i.exec(name) ?? []
  return sign === undefined ? null : `${sign}${hours.padStart(2, '0')}:${minutes}`
}

/** Finds the zones of one file; each name is looked up once. */
export const createZoneFinder = (zones: ReadonlyMap<string, RawZone>) => {
  const found = new Map<string, string | null>()
  const look = (name: string): string | null => {
    const told = zones.get(name)
    const tries = [
      name !== '' && isKnown(name) ? name : null,
      foldedWindows.get(name.toLowerCase()) ?? null,
      within(name),
      told?.location ? (isKnown(told.location) ? told.location : null) : null,
      told === undefined ? null : byOffsets(told),
      asOffset(name),
    ]
    return tries.find((zone) => zone !== null && isKnown(zone)) ?? null
  }
  return {
    /** The IANA name of a zone of the file; Danish time where it is not known, which `unknown` then tells. */
    find: (name: string): string => {
      const known = found.get(name)
      if (known !== undefined) return known ?? homeZone
      const zone = look(name)
      found.set(name, zone)
      return zone ?? homeZone
    },
    unknown: (): string[] => [...found].filter(([, zone]) => zone === null).map(([name]) => name.slice(0, 80)),
  }
}

export type ZoneFinder = ReturnType<typeof createZoneFinder>
