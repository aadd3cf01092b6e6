import { findId } from '../../../../platform/id.ts'
import { findKroner } from '../../../../platform/money.ts'
import { formLine } from '../../../../web/form-text.ts'
import { findTypedDay } from '../../../parties/index.ts'
import { bookingRules, venuePricePers } from '../../venue.ts'
import type { SpaceTyped, VenueFacts } from '../../venues/keep-venue.queries.ts'
import type { Opening } from '../../venues/opening.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { findMinute } from '../series.form.ts'

const fields = [
  'navn',
  'hvem',
  'adresse',
  'omraade',
  'vejen',
  'regel',
  'vilkaar',
  'pris',
  'pris_pr',
  'fri',
  'uformelt',
] as const

type VenueField = (typeof fields)[number]

export type VenueError =
  | 'needed'
  | 'choose'
  | 'not_a_number'
  | 'not_an_amount'
  | 'not_a_day'
  | 'not_a_time'
  | 'ends_first'

export interface VenueTyped extends Readonly<Record<VenueField, string>> {
  readonly spaces: readonly { readonly id: string; readonly name: string; readonly capacity: string }[]
}

export interface ReadVenue {
  readonly typed: VenueTyped
  readonly errors: ReadonlyMap<string, VenueError>
  /** Null where there are errors. */
  readonly venue: { readonly facts: VenueFacts; readonly spaces: readonly SpaceTyped[] } | null
}

/** So many empty rows for more spaces. */
const emptyRows = 2

/** What the form shows of a venue that is there; null = a new one. */
export const typedOfVenue = (venue: VenueCard | null, keeper: string): VenueTyped => ({
  navn: venue?.name ?? '',
  hvem: venue === null ? keeper : [venue.organisationId, venue.planId].filter((id) => id !== null).join('/'),
  adresse: venue?.address ?? '',
  omraade: venue?.areaId ?? '',
  vejen: venue?.entrance ?? '',
  regel: venue?.bookingRule ?? 'request',
  vilkaar: venue?.conditions ?? '',
  pris: venue === null || venue.priceOere === null ? '' : String(Number(venue.priceOere) / 100).replace('.', ','),
  pris_pr: venue?.pricePer ?? 'time',
  fri: venue?.releaseDays === null || venue === null ? '' : String(venue.releaseDays),
  uformelt: venue?.isInformal === true ? 'ja' : '',
  spaces: [
    ...(venue?.spaces ?? []).map(({ spaceId, name, capacity }) => ({
      id: spaceId,
      name,
      capacity: capacity === null ? '' : String(capacity),
    })),
    ...Array.from({ length: emptyRows }, () => ({ id: '', name: '', capacity: '' })),
  ],
})

const lines = (form: FormData, name: string): string[] =>
  form.getAll(name).map((value) => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim().slice(0, 80) : ''))

/** Reads what was typed of a venue; each error stands beside its field. */
export const readVenue = (form: FormData): ReadVenue => {
  const line = (name: VenueField) => formLine(form, name).normalize('NFC').slice(0, 300)
  const [ids, names, capacities] = [lines(form, 'lokale_id'), lines(form, 'lokale'), lines(form, 'plads')]
  const typed: VenueTyped = {
    navn: line('navn').slice(0, 120),
    hvem: line('hvem'),
    adresse: line('adresse'),
    omraade: line('omraade'),
    vejen: line('vejen'),
    regel: line('regel'),
    vilkaar: line('vilkaar'),
    pris: line('pris'),
    pris_pr: line('pris_pr'),
    fri: line('fri'),
    uformelt: line('uformelt'),
    spaces: names.map((name, at) => ({ id: ids[at] ?? '', name, capacity: capacities[at] ?? '' })),
  }
  const errors = new Map<string, VenueError>()
  if (typed.navn === '') errors.set('navn', 'needed')
  const price = typed.pris === '' ? null : findKroner(typed.pris)
  if (price === undefined || (price !== null && price < 0n)) errors.set('pris', 'not_an_amount')
  const isDays = /^(?:[1-9]\d?)?$/.test(typed.fri)
  if (!isDays) errors.set('fri', 'not_a_number')
  for (const [at, { capacity }] of typed.spaces.entries())
    if (!/^(?:[1-9]\d{0,4})?$/.test(capacity)) errors.set(`plads-${at}`, 'not_a_number')
  return {
    typed,
    errors,
    venue: errors.size > 0 ? null : { facts: factsOf(typed, price ?? null), spaces: spacesOf(typed) },
  }
}

const factsOf = (typed: VenueTyped, priceOere: bigint | null): VenueFacts => {
  const [organisation = '', plan = ''] = typed.hvem.split('/')
  const orNull = (text: string) => (text === '' ? null : text)
  return {
    name: typed.navn,
    organisationId: findId<'organisation'>(organisation) ?? null,
    planId: findId<'plan'>(plan) ?? null,
    areaId: findId<'area'>(typed.omraade) ?? null,
    address: orNull(typed.adresse),
    entrance: orNull(typed.vejen),
    isInformal: typed.uformelt === 'ja',
    bookingRule: bookingRules.find((rule) => rule === typed.regel) ?? 'request',
    conditions: orNull(typed.vilkaar),
    priceOere,
    pricePer: priceOere === null ? null : (venuePricePers.find((per) => per === typed.pris_pr) ?? 'time'),
    releaseDays: typed.fri === '' ? null : Number(typed.fri),
  }
}

const spacesOf = ({ spaces }: VenueTyped): SpaceTyped[] =>
  spaces.map(({ id, name, capacity }) => ({
    spaceId: findId<'space'>(id) ?? null,
    name,
    capacity: capacity === '' ? null : Number(capacity),
  }))

export interface ReadHours {
  readonly error: VenueError | null
  readonly openings: readonly Omit<Opening, 'openingId'>[]
}

/** Reads hours that were typed, the same for some weekdays. */
export const readHours = (form: FormData): ReadHours => {
  const weekdays = form
    .getAll('ugedag')
    .flatMap((day) => (typeof day === 'string' && /^[1-7]$/.test(day) ? [Number(day)] : []))
  const wrong = (error: VenueError): ReadHours => ({ error, openings: [] })
  if (weekdays.length === 0) return wrong('choose')
  const typedUntil = formLine(form, 'til')
  const [opensMinute, until] = [
    findMinute(formLine(form, 'fra')),
    typedUntil === '24.00' ? 1440 : findMinute(typedUntil),
  ]
  if (opensMinute === undefined || until === undefined) return wrong('not_a_time')
  // Midnight is the end of the day where it ends something.
  const closesMinute = until === 0 ? 1440 : until
  if (closesMinute <= opensMinute) return wrong('ends_first')
  const day = (name: string) => (formLine(form, name) === '' ? null : findTypedDay(formLine(form, name)))
  const [from, to] = [day('gaelder_fra'), day('gaelder_til')]
  if (from === undefined || to === undefined) return wrong('not_a_day')
  if (from !== null && to !== null && Temporal.PlainDate.compare(from, to) > 0) return wrong('ends_first')
  const lender = formLine(form, 'laant').slice(0, 120)
  const lentBy = lender === '' ? null : lender
  return {
    error: null,
    openings: weekdays.map((weekday) => ({ weekday, opensMinute, closesMinute, from, to, lentBy })),
  }
}
