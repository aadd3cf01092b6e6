import { randomInt } from 'node:crypto'
import type { Context } from 'hono'

/** As proxies make them: a UUID, or its 32 digits. Nothing a person would write has this shape. */
const madeByProxy = /^[\da-f]{8}(-?)(?:[\da-f]{4}\1){3}[\da-f]{12}$/

/** The id of a request: what a trusted proxy calls it, else a new one. */
export const requestIdOf = (c: Context, trustedProxies: number): string => {
  const told = c.req.header('x-request-id')?.toLowerCase() ?? ''
  return trustedProxies > 0 && madeByProxy.test(told) ? told : newRequestId()
}

// Said aloud on the telephone: three groups, no vowels so that no word comes of it, no digits so that it looks like no number of a person.
const letters = 'bcdfghjkmnpqrstvwxz'

const newRequestId = (): string => Array.from({ length: 3 }, group).join('-')

const group = (): string => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join('')
