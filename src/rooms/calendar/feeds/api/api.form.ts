import { z } from 'zod'
import { everySeriesKind, seriesKinds } from '../../series.ts'
import { findAges } from '../feed-filter.rules.ts'

/** A moment, `2026-12-01T17:00:00Z`, or a day, which is its beginning in Denmark. */
const when = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .meta({ description: 'A moment (RFC 3339), or a day: its beginning in Denmark.' })

const ages = z
  .string()
  .refine((text) => findAges(text) !== undefined)
  .meta({ description: 'Of whom at least one is welcome: `8-12`, `9`, `60-`.' })

const limit = z.coerce.number().int().min(1).max(500).default(100)

/** Which times are asked for. */
export const occurrencesQuery = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
    .optional()
    .meta({ description: 'A month, `2026-12`, in place of from and to.' }),
  from: when.optional(),
  to: when.optional(),
  area: z.uuid().optional(),
  venue: z.uuid().optional(),
  organisation: z.uuid().optional(),
  plan: z.uuid().optional(),
  kind: z.enum(seriesKinds).optional(),
  ages: ages.optional(),
  free: z.enum(['true', 'false']).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  q: z
    .string()
    .max(100)
    // PostgreSQL keeps no text with such signs in it.
    .regex(/^\P{Cc}*$/u)
    .optional()
    .meta({ description: 'Words that stand in what is said of it.' }),
  cursor: z
    .string()
    .regex(/^[\w-]{1,120}$/)
    .optional()
    .meta({ description: 'Where the last page ended: its `next`.' }),
  limit,
})

export type OccurrencesQuery = z.infer<typeof occurrencesQuery>

const named = z.object({ id: z.uuid(), name: z.string() })

const series = z
  .object({
    id: z.uuid(),
    url: z.url(),
    title: z.string(),
    summary: z.string(),
    kind: z.enum(everySeriesKind),
    organisation: named,
    plan: named.nullable(),
    area: named.nullable(),
    venue: named.nullable(),
    place: z.string().meta({ description: 'Where it is, in words.' }),
    ageFrom: z.number().int().nullable(),
    ageTo: z.number().int().nullable(),
    languages: z.array(z.string()),
    priceOere: z.number().int().nullable().meta({ description: 'In øre; 0 = free, null = not said.' }),
    pricePer: z.enum(['time', 'month', 'season', 'year']).nullable(),
    goesAlong: z.string().meta({ description: 'Who goes along the first times.' }),
    signUp: z.boolean(),
    places: z.number().int().nullable(),
    rule: z.string().nullable().meta({ description: 'RRULE (RFC 5545); null = once.' }),
    changedAt: z.iso.datetime(),
  })
  .meta({ ref: 'Series' })

const occurrence = z
  .object({
    id: z.uuid(),
    url: z.url(),
    seriesId: z.uuid(),
    title: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    originallyAt: z.iso.datetime().meta({ description: 'Where its rule put it; another where it was moved.' }),
    state: z.enum(['planned', 'cancelled', 'held']),
    reason: z.string().meta({ description: 'Why it was moved or called off.' }),
    kind: z.enum(everySeriesKind),
    area: z.string().nullable(),
    place: z.string(),
    organisation: z.string(),
    ageFrom: z.number().int().nullable(),
    ageTo: z.number().int().nullable(),
    priceOere: z.number().int().nullable(),
    changedAt: z.iso.datetime(),
  })
  .meta({ ref: 'Occurrence' })

const venue = z
  .object({
    id: z.uuid(),
    name: z.string(),
    area: named.nullable(),
    address: z.string().nullable(),
    entrance: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .meta({ ref: 'Venue' })

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })

/** What each address answers with. */
export const answers = {
  occurrences: listOf(occurrence),
  occurrence,
  seriesList: listOf(series),
  series,
  venues: listOf(venue),
  venue,
  areas: listOf(named),
  problem: z
    .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
    .meta({ ref: 'Problem' }),
}

export type ToldSeries = z.infer<typeof series>
export type ToldOccurrence = z.infer<typeof occurrence>
export type ToldVenue = z.infer<typeof venue>

/** Where a page of a list by id ended. */
export const listQuery = z.object({ cursor: z.uuid().optional(), limit })
