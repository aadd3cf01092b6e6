import type { ReadTx } from '../../platform/database/index.ts'
import {
  countTaken,
  findListedOccurrence,
  type ListedOccurrence,
  listOccurrences,
  listOccurrencesOf,
  listSpokenLanguages,
  type Occurrence,
  placesLeft,
} from '../calendar/index.ts'
import { listAreas } from '../parties/index.ts'
import { type ResidentFilter, toCalendarFilter } from './filter.ts'

/** How many places are left of those times that have sign-up and a limit. */
export type PlacesLeft = ReadonlyMap<string, number>

/** What a list shows: what there is, and where there is nothing, the next that fits. */
export interface Happenings {
  readonly occurrences: readonly ListedOccurrence[]
  readonly next: ListedOccurrence | null
  /** How many places are left, where there is a limit. */
  readonly left: PlacesLeft
  readonly areas: readonly { readonly areaId: string; readonly name: string }[]
  readonly spoken: readonly string[]
}

/** What a filter lets through, as it is seen from a moment on. */
export const loadHappenings = async (tx: ReadTx, filter: ResidentFilter, at: Temporal.Instant): Promise<Happenings> => {
  const asked = toCalendarFilter(filter, at)
  const occurrences = await listOccurrences(tx, asked)
  const [next = null] = occurrences.length > 0 ? [] : await listOccurrences(tx, { ...asked, to: null, most: 1 })
  const left = await loadPlacesLeft(tx, next === null ? occurrences : [next])
  return { occurrences, next, left, areas: await listAreas(tx), spoken: await listSpokenLanguages(tx) }
}

/** One time as a page of its own shows it. */
export interface Happening {
  readonly occurrence: ListedOccurrence
  readonly left: PlacesLeft
  /** The coming times of the same activity, but this. */
  readonly next: readonly Occurrence[]
}

const mostNext = 6

export const loadHappening = async (
  tx: ReadTx,
  occurrenceId: string,
  now: Temporal.Instant,
): Promise<Happening | undefined> => {
  const occurrence = await findListedOccurrence(tx, occurrenceId)
  if (occurrence === undefined) return undefined
  const coming = await listOccurrencesOf(tx, occurrence.seriesId, now)
  const next = coming.filter((one) => one.state === 'planned' && one.occurrenceId !== occurrence.occurrenceId)
  return { occurrence, left: await loadPlacesLeft(tx, [occurrence]), next: next.slice(0, mostNext) }
}

const loadPlacesLeft = async (tx: ReadTx, occurrences: readonly ListedOccurrence[]): Promise<PlacesLeft> => {
  const limited = occurrences.filter(({ series }) => series.signUp === 'open' && series.places !== null)
  if (limited.length === 0) return new Map()
  const taken = await countTaken(
    tx,
    limited.map(({ occurrenceId }) => occurrenceId),
  )
  return new Map(
    limited.map(({ occurrenceId, series }) => {
      const left = placesLeft({ places: series.places, taken: taken.get(occurrenceId) ?? 0 })
      return [occurrenceId, left ?? 0] as const
    }),
  )
}
