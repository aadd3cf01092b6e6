import { routePath } from 'hono/route'
import { databaseTrouble } from '../../../../platform/database/trouble.ts'
import { loggedError } from '../../../../platform/log.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import type { WebContext } from '../../../../web/page-context.ts'

const titles = {
  400: 'The question cannot be read',
  404: 'There is no such thing',
  429: 'Too much at once',
  500: 'Something broke',
  503: 'The database is away',
} as const

/** An answer that says what is wrong, as machines read it. Source: RFC 9457. */
export const problem = (c: WebContext, status: keyof typeof titles, detail: string): Response =>
  c.body(JSON.stringify({ type: 'about:blank', title: titles[status], status, detail }), status, {
    'content-type': 'application/problem+json',
    'access-control-allow-origin': '*',
  })

/** What machines are told when something broke; what it was stands in the log under the number. */
export const answerBroken =
  ({ log }: Platform) =>
  (error: Error, c: WebContext): Response => {
    if (error instanceof Refused && error.code === 'too_many_requests') {
      const minutes = Number(error.facts['minutes'])
      c.header('Retry-After', String(minutes * 60))
      return problem(c, 429, `Much was made for this address. Come again in ${minutes} min; what is unchanged is free.`)
    }
    const number = c.get('requestId')
    const isAway = databaseTrouble(error) !== null
    log.error(isAway ? 'database_away' : 'request_broke', {
      request: number,
      route: routePath(c),
      ...loggedError(error),
    })
    if (isAway) c.header('Retry-After', '5')
    return problem(c, isAway ? 503 : 500, `Ask about ${number}.`)
  }
