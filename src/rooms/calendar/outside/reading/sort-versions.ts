import type { EventTimes } from './event-times.ts'
import type { MomentReader } from './expand-event.ts'

/** What goes by one name in a file, each in its last version: what is of itself, in order of time, and changes of single times. */
export interface Versions<Event> {
  readonly series: readonly Event[]
  readonly changes: readonly Event[]
}

/** Of versions of the same thing the one that was changed last. */
const latest = <Event extends EventTimes>(
  events: readonly Event[],
  sameAs: (event: Event) => string | number,
): Event[] => {
  const found = new Map<string | number, Event>()
  for (const event of events) {
    const key = sameAs(event)
    const other = found.get(key)
    const isLater =
      other === undefined ||
      event.sequence > other.sequence ||
      (event.sequence === other.sequence && event.lastModified >= other.lastModified)
    if (isLater) found.set(key, event)
  }
  return [...found.values()]
}

/** Sorts the events of one name; of what was replaced only the last is left. */
export const sortVersions = <Event extends EventTimes>(
  events: readonly Event[],
  reader: MomentReader,
): Versions<Event> => {
  const newest = Math.max(...events.map(({ changes, sequence }) => (changes === null ? sequence : 0)))
  const series = latest(
    events.filter(({ changes, sequence }) => changes === null && sequence === newest),
    ({ start }) => reader.instantOf(start),
  ).toSorted((a, b) => reader.instantOf(a.start) - reader.instantOf(b.start))
  const changes = latest(
    events.filter((event) => event.changes !== null),
    (event) => (event.changes === null ? 0 : reader.instantOf(event.changes)),
  )
  return { series, changes }
}
