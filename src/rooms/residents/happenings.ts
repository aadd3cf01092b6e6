import type { ReadTx } from '../../platform/database/index.ts'
import {
  findListedOccurrence,
  type ListedOccurrence,
  listOccurrences,
  listOccurrencesOf,
  listSpokenLanguages,
  type Occurrence,
} from '../calendar/index.ts'
import { listAreas } from '../parties/index.ts'
import { type ResidentFilter, toCalendarFilter } from './filter.ts'

/** What a list shows: what there is, and where there is nothing, the next that fits. */
export interface Happenings {
  readonly occurrences: readonly ListedOccurrence[]
  readonly next: ListedOccurrence | null
  readonly areas: readonly { readonly areaId: string; readonly name: string }[]
  readonly spoken: readonly string[]
}

/** The moment a list is seen from: the quarter of an hour, so that one page serves all who look within it. */
export const quarterOf = (now: Temporal.Instant): Temporal.Instant =>
  now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' })

export const loadHappenings = async (tx: ReadTx, filter: ResidentFilter, at: Temporal.Instant): Promise<Happenings> => {
  const asked = toCalendarFilter(filter, at)
  const occurrences = await listOccurrences(tx, asked)
  const [next = null] = occurrences.length > 0 ? [] : await listOccurrences(tx, { ...asked, to: null, most: 1 })
  return { occurrences, next, areas: await listAreas(tx), spoken: await listSpokenLanguages(tx) }
}

/** One time as a page of its own shows it. */
export interface Happening {
  readonly occurrence: ListedOccurrence
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
  return { occurrence, next: next.slice(0, mostNext) }
}
