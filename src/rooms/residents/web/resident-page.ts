import { getCookie } from 'hono/cookie'
import { type Day, today } from '../../../platform/day.ts'
import type { WebContext } from '../../../web/page-context.ts'
import { type ResidentLanguage, toResidentLanguage } from '../../../platform/resident-language.ts'

/** What every page for residents needs to know of the request: the same for all who ask in one language on one day. */
export interface ResidentPage {
  readonly language: ResidentLanguage
  readonly today: Day
  readonly partnership: string
  readonly hasSample: boolean
  /** The page's own address. */
  readonly path: string
}

/** The cookie in which the shell remembers a chosen language. */
const languageCookie = 'brobyg-sprog'

/** What `path`, the page's own address, is asked for with; the language is the one asked for here or remembered. */
export const residentPage = (c: WebContext, path: string): ResidentPage => {
  c.set('isForAll', true)
  return {
    language: toResidentLanguage(c.req.query('sprog') ?? getCookie(c, languageCookie)),
    today: today(c.get('clock')),
    partnership: c.get('partnership'),
    hasSample: c.get('hasSample'),
    path,
  }
}
