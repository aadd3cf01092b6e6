import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { WriteTx } from './platform/database/index.ts'
import { today } from './platform/day.ts'
import type { Platform } from './platform/platform.ts'
import { system } from './rooms/access/index.ts'
import {
  holdSampleUntil,
  layNewSeries,
  laySampleSeason,
  openVenue,
  seriesKinds,
  watchAsSample,
} from './rooms/calendar/index.ts'
import { listCommitmentsInForce } from './rooms/commitments/index.ts'
import { ensureArea, ensureOrganisation, ensurePlan, type HeldPost } from './rooms/parties/index.ts'

const clock = z.string().regex(/^\d\d\.\d\d$/)

const calendarFile = z.object({
  areas: z.array(z.string()),
  venues: z.array(
    z.object({
      name: z.string(),
      area: z.string().nullable(),
      owner: z.string().nullable(),
      address: z.string().nullable(),
      entrance: z.string().nullable(),
      booking: z.enum(['free', 'request', 'owner']),
      conditions: z.string().optional(),
      informal: z.boolean().optional(),
      spaces: z.array(z.string()),
      /** How many there is room for, space by space; of a place that is not divided, one number. */
      holds: z.array(z.number()).optional(),
      open: z.array(z.tuple([z.number(), clock, clock])),
      lent_by: z.string().optional(),
      price: z.number().optional(),
      release: z.number().optional(),
    }),
  ),
  /** Who hears of larger events. */
  watches: z.array(z.string()),
  /** What is wished for the next season. */
  wishes: z.array(
    z.object({ by: z.string(), title: z.string(), area: z.string(), venue: z.string().optional(), note: z.string() }),
  ),
  series: z.array(
    z.object({
      by: z.string(),
      title: z.string(),
      summary: z.string(),
      kind: z.enum(seriesKinds),
      venue: z.string().optional(),
      space: z.string().optional(),
      area: z.string().nullable(),
      place: z.string().optional(),
      ages: z.tuple([z.number(), z.number()]).nullable(),
      from: clock,
      to: clock,
      start: z.string(),
      rule: z.string().nullable(),
      months_out: z.array(z.number()).optional(),
      july: z.boolean().optional(),
      school: z.boolean().optional(),
      price: z.number(),
      per: z.enum(['time', 'month']).optional(),
      goes: z.string().optional(),
      languages: z.array(z.string()),
      signup: z.number().optional(),
      large: z.boolean().optional(),
      /** Words that stand in the promise it keeps. */
      promise: z.string().optional(),
    }),
  ),
})

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

type VenueInFile = z.infer<typeof calendarFile>['venues'][number]
type SeriesInFile = z.infer<typeof calendarFile>['series'][number]

/** What of the sample stands in the database already, by name. */
interface Laid {
  readonly areas: ReadonlyMap<string, string>
  readonly venues: ReadonlyMap<string, Awaited<ReturnType<typeof openVenue>>>
  readonly held: readonly HeldPost[]
  readonly promises: readonly { readonly text: string; readonly lineageId: string }[]
}

/** Lays the sample's year: its places, and what goes on in them. `held` are the posts of the cast. */
export const loadSampleCalendar = async (
  tx: WriteTx,
  platform: Platform,
  folder: string,
  held: readonly HeldPost[],
): Promise<void> => {
  const file = calendarFile.parse(JSON.parse(await readFile(join(folder, 'calendar.json'), 'utf8')))
  const areas = new Map<string, string>()
  for (const name of file.areas) areas.set(name, await ensureArea(tx, name, true))
  const venues = new Map<string, Awaited<ReturnType<typeof openVenue>>>()
  for (const venue of file.venues) venues.set(venue.name, await openSampleVenue(tx, venue, areas))
  const promises = await listCommitmentsInForce(tx, today(platform.clock))
  for (const one of file.series) {
    const facts = await factsOf(tx, one, { areas, venues, held, promises })
    await layNewSeries(tx, platform, system, { ...facts, ...timingOf(one), isSample: true })
  }
  const postOf = (name: string) => organiserOf(held, name)
  for (const name of file.watches) await watchAsSample(tx, platform, postOf(name))
  const wishes = file.wishes.map(({ by, title, area, venue, note }) => {
    const place = { areaId: areas.get(area) ?? '', venueId: venues.get(venue ?? '')?.venueId ?? null }
    return { ...place, title, note, by: postOf(by) }
  })
  await laySampleSeason(tx, platform, wishes)
  // The last days wait for an answer.
  await holdSampleUntil(tx, platform.clock.now().subtract({ hours: 24 * 4 }))
}

const openSampleVenue = async (tx: WriteTx, venue: VenueInFile, areas: ReadonlyMap<string, string>) => {
  const { owner, name, address, entrance, spaces } = venue
  return openVenue(tx, {
    name,
    address,
    entrance,
    spaces: (spaces.length === 0 ? [''] : spaces).map((space, at) => ({
      name: space,
      capacity: venue.holds?.[at] ?? null,
    })),
    areaId: areas.get(venue.area ?? '') ?? null,
    organisationId: owner === null ? null : await ensureOrganisation(tx, owner, 'other', true),
    planId: null,
    isInformal: venue.informal ?? false,
    bookingRule: venue.booking,
    conditions: venue.conditions ?? null,
    openings: venue.open.map(([weekday, opens, closes]) => ({
      weekday,
      opensMinute: minuteOf(opens),
      closesMinute: minuteOf(closes),
      lentBy: venue.lent_by ?? null,
    })),
    priceOere: venue.price === undefined ? null : BigInt(venue.price) * 100n,
    pricePer: venue.price === undefined ? null : 'time',
    releaseDays: venue.release ?? null,
    isSample: true,
  })
}

const organiserOf = (held: readonly HeldPost[], by: string): HeldPost => {
  const organiser = held.find(({ name }) => name === by)
  if (organiser === undefined) throw new Error(`The sample's calendar names somebody the cast lacks: ${by}`)
  return organiser
}

const timingOf = (one: SeriesInFile) => ({
  startsOn: Temporal.PlainDate.from(one.start),
  startsMinute: minuteOf(one.from),
  lastsMinutes: minuteOf(one.to) - minuteOf(one.from),
  rule: one.rule,
  leavesOutMonths: one.months_out ?? (one.july ? [7] : []),
  schoolDaysOnly: one.school ?? false,
})

const factsOf = async (tx: WriteTx, one: SeriesInFile, { areas, venues, held, promises }: Laid) => {
  const organiser = organiserOf(held, one.by)
  const venue = venues.get(one.venue ?? '')
  const promise = promises.find(({ text }) => one.promise !== undefined && text.includes(one.promise))
  const [ageFrom, ageTo] = one.ages ?? [null, null]
  return {
    title: one.title,
    summary: one.summary,
    kind: one.kind,
    organisationId: organiser.organisationId,
    planId: organiser.plan === null ? null : await ensurePlan(tx, organiser.plan, true),
    areaId: areas.get(one.area ?? '') ?? null,
    venueId: venue?.venueId ?? null,
    spaceId: venue?.spaceIds.get(one.space ?? '-') ?? null,
    place: one.place ?? '',
    ageFrom,
    ageTo: ageTo === 99 ? null : ageTo,
    languages: one.languages,
    priceOere: BigInt(one.price) * 100n,
    pricePer: one.price === 0 ? null : (one.per ?? 'time'),
    goesAlong: one.goes ?? '',
    signUp: one.signup === undefined ? ('none' as const) : ('open' as const),
    places: one.signup ?? null,
    isLarge: one.large ?? false,
    isPublished: true,
    lineageId: promise?.lineageId ?? null,
  }
}
