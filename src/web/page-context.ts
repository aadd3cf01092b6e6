import type { Context } from 'hono'
import type { Clock } from '../platform/clock.ts'
import { type Day, today } from '../platform/day.ts'
import type { Language } from '../platform/language.ts'
import type { Actor } from '../rooms/access/index.ts'

/** What each request carries once it has passed the doors in app.ts. */
export interface WebEnv {
  Variables: {
    actor: Actor
    language: Language
    clock: Clock
    partnership: string
    hasSample: boolean
    secureHeadersNonce?: string
  }
}

export type WebContext = Context<WebEnv>

/** The facts a page frame needs about the request it answers. */
export interface PageContext {
  readonly actor: Actor
  readonly language: Language
  /** The address on this site, with its question but without a language asked for in it. */
  readonly path: string
  readonly today: Day
  readonly partnership: string
  readonly hasSample: boolean
}

export const pageContext = (c: WebContext): PageContext => ({
  actor: c.get('actor'),
  language: c.get('language'),
  path: pathOf(c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? c.req.url)),
  today: today(c.get('clock')),
  partnership: c.get('partnership'),
  hasSample: c.get('hasSample'),
})

// A page that answers a form stands at the form's own address, which cannot be opened: the page the form was on can.
const pathOf = (address: string): string => {
  const { pathname, searchParams } = URL.parse(address) ?? new URL('http://localhost/')
  searchParams.delete('sprog')
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`
}
