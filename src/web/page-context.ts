import type { Context } from 'hono'
import type { Clock } from '../platform/clock.ts'
import { type Day, today } from '../platform/day.ts'
import type { Language } from '../platform/language.ts'
import { type Actor, isPermitted, type Permission, type Relations, type Session } from '../rooms/access/index.ts'
import type { AnsweredOnce } from './standing.ts'

/** What each request carries once it has passed the doors in app.ts. */
export interface WebEnv {
  Variables: {
    /** Stands in the log and on the page of what broke. */
    requestId: string
    /** Whom limits count: an address or the network it is in. */
    clientAddress: string
    actor: Actor
    language: Language
    clock: Clock
    partnership: string
    hasSample: boolean
    /** The session of the cookie; null for visitors. */
    session: Session | null
    /** The posts the person holds today; they act for one of them. */
    posts: readonly HeldPostChoice[]
    /** Why what the page shows may be seen: said by the route, told by the frame. Unless said: everyone may. */
    sight?: Sight
    /** The day a page with a day was asked for, today or another: said by the route, told by the frame. */
    askedDay?: Day | undefined
    secureHeadersNonce?: string
    /** Whether the page is the same for all who ask: nothing of one request may stand in it. */
    isForAll?: boolean
    /** What of the bytes that are made once this was answered with. */
    answeredOnce?: AnsweredOnce
  }
}

/** A post the person may act for. */
export interface HeldPostChoice {
  readonly postId: string
  readonly title: string
  readonly organisation: string
  readonly plan: string | null
  /** The first day they held it. */
  readonly from: Day
}

/** Who may see what a page shows, and what the actor is to it. */
export interface Sight {
  readonly permission: Permission
  readonly toThing: Relations
}

export type WebContext = Context<WebEnv>

/** The facts a page frame needs about the request it answers. */
export interface PageContext {
  readonly actor: Actor
  readonly language: Language
  /** The address on this site, with its question but without a language asked for in it. */
  readonly path: string
  readonly today: Day
  /** The day the page tells of: the one asked for, else today. */
  readonly day: Day
  /** Whether the page has a day, so that another can be chosen. */
  readonly hasDay: boolean
  /** Whether the page tells of another day than today: nothing is done from there. */
  readonly isOfAnotherDay: boolean
  readonly partnership: string
  readonly hasSample: boolean
  /** Whether they began in a post so lately that the page for the first hour is offered. */
  readonly isNewcomer: boolean
  readonly sight: Sight
  /** Lets the scripts we put on the page run, and no other. */
  readonly nonce: string
}

/** So many days somebody is new in a post. */
const newDays = 60

/** Whether somebody who began on a day is still new on another. */
export const isNewIn = (from: Day, day: Day): boolean => from.until(day, { largestUnit: 'days' }).days <= newDays

/** Whether the actor may see this of the thing the page shows; the way to it is shown only then. */
export const mayHere = (page: PageContext, permission: Permission): boolean =>
  isPermitted(page.actor, permission, page.sight.toThing)

/** Whether the actor may do this to the thing the page shows, and the page tells of today; a way to do it is shown only then. */
export const mayDoHere = (page: PageContext, permission: Permission): boolean =>
  !page.isOfAnotherDay && mayHere(page, permission)

const openSight: Sight = { permission: ['anyone'], toThing: new Set() }

export const pageContext = (c: WebContext): PageContext => ({
  actor: c.get('actor'),
  language: c.get('language'),
  path: pathOf(c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? c.req.url)),
  today: today(c.get('clock')),
  // Asked when the page is drawn: the route may read its day after this.
  get day() {
    return c.get('askedDay') ?? today(c.get('clock'))
  },
  get hasDay() {
    return c.get('askedDay') !== undefined
  },
  get isOfAnotherDay() {
    return c.get('askedDay')?.equals(today(c.get('clock'))) === false
  },
  partnership: c.get('partnership'),
  hasSample: c.get('hasSample'),
  isNewcomer: c.get('posts').some(({ from }) => isNewIn(from, today(c.get('clock')))),
  // Asked when the page is drawn: what it shows may be loaded after this.
  get sight() {
    return c.get('sight') ?? openSight
  },
  nonce: c.get('secureHeadersNonce') ?? '',
})

// A page that answers a form stands at the form's own address, which cannot be opened: the page the form was on can.
const pathOf = (address: string): string => {
  const { pathname, searchParams } = URL.parse(address) ?? new URL('http://localhost/')
  searchParams.delete('sprog')
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`
}
