import type { Day } from '../../../platform/day.ts'
import type { AuditEntry } from './audit-entry.ts'

/** What of the trail is asked for; '' and null = all. */
export interface TrailFilter {
  readonly from: Day | null
  readonly to: Day | null
  /** The id of a person, or `visitor`, `sign-in-desk`, `system`. */
  readonly actor: string
  readonly post: string
  /** What stands before the point of the verb: `draft`. */
  readonly group: string
  readonly thing: string
  readonly ref: string
  readonly about: string
}

/** Where in the trail, the newest first, a page ended. */
export type TrailPlace = Pick<AuditEntry, 'micros' | 'lane' | 'number'>

/** Those who act without being a person. */
export const impersonalActors = ['system', 'sign-in-desk', 'visitor'] as const

type Ask = (name: string) => string | undefined

const names = {
  from: 'fra',
  to: 'til',
  actor: 'hvem',
  post: 'funktion',
  group: 'slags',
  thing: 'ting',
  ref: 'nr',
  about: 'om',
} as const satisfies Record<keyof TrailFilter, string>

/** Reads the filter from an address. What is no day, no id and no word counts as not asked: what is asked for is told in the trail itself. */
export const readTrailFilter = (ask: Ask): TrailFilter => {
  const asked = (name: string, shape: RegExp) => {
    const text = (ask(name) ?? '').trim()
    return shape.test(text) ? text : ''
  }
  const actor = asked(names.actor, word)
  return {
    from: dayOf(ask(names.from)),
    to: dayOf(ask(names.to)),
    actor: isImpersonal(actor) ? actor : asked(names.actor, id),
    post: asked(names.post, id),
    group: asked(names.group, word),
    thing: asked(names.thing, word),
    ref: asked(names.ref, id),
    about: asked(names.about, id),
  }
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const word = /^[a-z][a-z_-]{0,40}$/

export const isImpersonal = (actor: string): actor is (typeof impersonalActors)[number] =>
  impersonalActors.some((known) => known === actor)

const dayOf = (text: string | undefined): Day | null => {
  try {
    return text === undefined || text === '' ? null : Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Where the page before ended, as the address tells it; null = at the beginning. */
export const readTrailPlace = (text: string | undefined): TrailPlace | null => {
  const [, micros, lane, number] = /^(\d{1,18})\.(\d{1,2})\.(\d{1,15})$/.exec(text ?? '') ?? []
  return micros === undefined ? null : { micros, lane: Number(lane), number: Number(number) }
}

/** The question of an address that asks for the filter, beginning with `?`; '' where all is asked for. */
export const trailQuery = (filter: TrailFilter, after: TrailPlace | null = null): string => {
  const asked = new URLSearchParams()
  for (const key of Object.keys(names).filter(isFilterKey)) {
    const value = filter[key]
    if (value !== null && value !== '') asked.set(names[key], value.toString())
  }
  if (after !== null) asked.set('efter', `${after.micros}.${after.lane}.${after.number}`)
  return asked.size === 0 ? '' : `?${asked}`
}

const isFilterKey = (key: string): key is keyof TrailFilter => Object.hasOwn(names, key)

/** How many things the filter asks for. */
export const countAsked = (filter: TrailFilter): number =>
  Object.values(filter).filter((value) => value !== null && value !== '').length
