import { randomBytes } from 'node:crypto'

/** As proxies make them: a UUID, or its 32 digits. Nothing a person would write has this shape. */
const madeByProxy = /^[\da-f]{8}(-?)(?:[\da-f]{4}\1){3}[\da-f]{12}$/

/** The id of a request: what a trusted proxy calls it, else a new one. `named` is its header `X-Request-Id`. */
export const requestIdOf = (named: string | undefined, trustedProxies: number): string => {
  const told = named?.toLowerCase() ?? ''
  return trustedProxies > 0 && madeByProxy.test(told) ? told : newRequestId()
}

// Said aloud on the telephone: three groups, no vowels so that no word comes of it, no digits so that it looks like no number of a person.
const letters = 'bcdfghjkmnpqrstvwxz'

const newRequestId = (): string => `${group()}-${group()}-${group()}`

const group = (): string => letter() + letter() + letter() + letter() + letter()

/** As many bytes as give each letter alike often; the others are passed over. */
const evenBytes = 256 - (256 % letters.length)

// Every request has one: chance is fetched for many at a time.
let chance = randomBytes(0)
let used = 0

const letter = (): string => {
  for (;;) {
    if (used === chance.length) [chance, used] = [randomBytes(4096), 0]
    const byte = chance[used] ?? 0
    used += 1
    if (byte < evenBytes) return letters.charAt(byte % letters.length)
  }
}
