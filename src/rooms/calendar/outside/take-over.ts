import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import { deleteOccurrences, repeatFacts, updateOccurrence } from '../occurrence.queries.ts'
import { foldName } from '../../parties/index.ts'
import { listVenuesByName } from '../venues/venue-names.queries.ts'
import type { SeriesFacts, Timing } from '../series.ts'
import { hashOfActivity, type ActivityMatch, matchActivities, type TakenSeries } from './match-activities.rules.ts'
import { matchTimes, type TimeMatch } from './match-times.rules.ts'
import type { FollowedCalendar, OutsideDefaults } from './outside-calendar.ts'
import {
  endTakenSeries,
  insertTakenSeries,
  insertTakenTimes,
  listTakenSeries,
  listTakenTimes,
  type SeriesToTake,
  type TimeToTake,
  updateTakenSeries,
  updateTakenTime,
} from './outside-series.queries.ts'
import type { OutsideActivity, OutsideCalendar } from './reading/outside-activity.ts'

/** What differs between a calendar as it is and what was taken over of it. */
export interface Difference {
  readonly activities: ActivityMatch
  /** By series; also of those that end. */
  readonly times: ReadonlyMap<string, TimeMatch>
  readonly isNone: boolean
}

/** How long before now a time may have begun and still be there to be met again. */
const lookedBack = { hours: 24 * 15 }

/** Compares a calendar with what was taken over of it. */
export const compareWithTaken = async (
  tx: ReadTx,
  outsideCalendarId: string,
  found: OutsideCalendar,
  now: Temporal.Instant,
): Promise<Difference> => {
  const activities = matchActivities(await listTakenSeries(tx, outsideCalendarId), found)
  const there = await listTakenTimes(tx, outsideCalendarId, now.subtract(lookedBack))
  const timesOf = ({ seriesId }: TakenSeries, wanted: OutsideActivity['times']) =>
    [seriesId, matchTimes(there.get(seriesId) ?? [], wanted, now)] as const
  const times = new Map([
    ...activities.keep.map(({ series, to }) => timesOf(series, to.times)),
    ...activities.end.map((series) => timesOf(series, [])),
  ])
  const isNone =
    activities.add.length + activities.end.length === 0 &&
    activities.keep.every(({ isChanged }) => !isChanged) &&
    [...times.values()].every(isUnchanged)
  return { activities, times, isNone }
}

const isUnchanged = ({ add, change, cancel, remove }: TimeMatch): boolean =>
  add.length + change.length + cancel.length + remove.length === 0

interface Known {
  /** What it is here already; null = it is new. */
  readonly kept: Pick<TakenSeries, 'isLeftOut' | 'lineageId'> | null
  /** Venues by their folded names. */
  readonly venues: ReadonlyMap<string, string>
}

/** Where it is: a venue known here by just that name, else the words it is told in. */
const placeOf = ({ place }: OutsideActivity, venues: Known['venues']): Pick<SeriesFacts, 'venueId' | 'place'> => {
  const venueId = venues.get(foldName(place)) ?? null
  return { venueId, place: venueId === null ? place : '' }
}

/** What is said of something taken over: there what it is, here for whom and by whom. */
const saidOf = (
  activity: OutsideActivity,
  defaults: OutsideDefaults,
  { kept, venues }: Known,
): SeriesFacts & Timing => ({
  title: activity.title,
  summary: activity.summary,
  ...placeOf(activity, venues),
  startsOn: Temporal.PlainDate.from(activity.startsOn),
  startsMinute: activity.startsMinute,
  lastsMinutes: activity.lastsMinutes,
  rule: activity.rule,
  leavesOutMonths: [],
  schoolDaysOnly: false,
  ...factsOf(defaults, kept),
})

/** What is said here, whatever it is there. */
const factsOf = (
  defaults: OutsideDefaults,
  kept: Pick<TakenSeries, 'isLeftOut' | 'lineageId'> | null,
): Omit<SeriesFacts, 'title' | 'summary' | 'place' | 'venueId'> => ({
  kind: defaults.kind,
  organisationId: defaults.organisationId,
  planId: defaults.planId,
  areaId: defaults.areaId,
  spaceId: null,
  ageFrom: defaults.ageFrom,
  ageTo: defaults.ageTo,
  languages: [],
  priceOere: defaults.priceOere,
  pricePer: defaults.pricePer,
  goesAlong: '',
  signUp: 'none',
  places: null,
  isLarge: false,
  isPublished: defaults.isPublished && kept?.isLeftOut !== true,
  lineageId: kept?.lineageId ?? null,
})

/** Who takes over, and when. */
export interface TakingOverBy {
  readonly at: Temporal.Instant
  readonly by: string
}

/** Makes what was taken over of a calendar what it now is. What has taken place stays. Answers how much was changed. */
export const takeOver = async (
  tx: WriteTx,
  calendar: FollowedCalendar,
  { activities, times }: Difference,
  { at, by }: TakingOverBy,
): Promise<{ added: number; changed: number; ended: number }> => {
  const venues = await listVenuesByName(tx)
  const taking = { outsideCalendarId: calendar.outsideCalendarId, at, by }
  const added = activities.add.map((activity) =>
    seriesToTake(newId<'series'>(), activity, calendar, { kept: null, venues }),
  )
  await insertTakenSeries(tx, taking, added)
  const newTimes: TimeToTake[] = added.flatMap(({ seriesId, said }, index) =>
    matchTimes([], activities.add[index]?.times ?? [], at).add.map((time) => ({ seriesId, facts: said, time })),
  )
  let changed = 0
  for (const { series, to, isChanged } of activities.keep) {
    const { seriesId, said, outsideHash } = seriesToTake(series.seriesId, to, calendar, { kept: series, venues })
    const match = times.get(seriesId)
    if (isChanged) {
      await updateTakenSeries(tx, { seriesId, said, outsideHash }, at)
      await repeatFacts(tx, { ...said, seriesId }, at, at)
    }
    if (match !== undefined) await writeMatch(tx, match, calendar.name, at)
    newTimes.push(...(match?.add ?? []).map((time) => ({ seriesId, facts: said, time })))
    if (isChanged || (match !== undefined && !isUnchanged(match))) changed += 1
  }
  await insertTakenTimes(tx, newTimes, at)
  for (const { seriesId } of activities.end) {
    const match = times.get(seriesId)
    if (match !== undefined) await writeMatch(tx, match, calendar.name, at)
  }
  const ended = activities.end.map(({ seriesId }) => seriesId)
  await endTakenSeries(tx, ended, at)
  return { added: added.length, changed, ended: ended.length }
}

const seriesToTake = (
  seriesId: string,
  activity: OutsideActivity,
  calendar: OutsideDefaults,
  known: Known,
): SeriesToTake => ({
  seriesId,
  said: saidOf(activity, calendar, known),
  outsideUid: activity.uid,
  outsideHash: hashOfActivity(activity),
})

const writeMatch = async (tx: WriteTx, match: TimeMatch, calendar: string, at: Temporal.Instant): Promise<void> => {
  await deleteOccurrences(
    tx,
    match.remove.map(({ occurrenceId }) => occurrenceId),
  )
  const reason = `Taget ud af ${calendar}`
  for (const { occurrenceId } of match.cancel)
    await updateOccurrence(tx, occurrenceId, { state: 'cancelled', reason }, at)
  for (const { occurrence, to } of match.change) await updateTakenTime(tx, occurrence.occurrenceId, to, at)
}

/** Writes what is said here anew on all that was taken over and is not ended. */
export const restateTaken = async (
  tx: WriteTx,
  outsideCalendarId: string,
  defaults: OutsideDefaults,
  at: Temporal.Instant,
): Promise<void> => {
  for (const series of await listTakenSeries(tx, outsideCalendarId)) {
    if (series.endedAt !== null) continue
    const said = { ...series, ...factsOf(defaults, series) }
    await updateTakenSeries(tx, { seriesId: series.seriesId, said, outsideHash: series.outsideHash }, at)
    await repeatFacts(tx, said, at, at)
  }
}
