import { randomFillSync } from 'node:crypto'

declare const noun: unique symbol

/** A UUID v7 that remembers what it names: an `Id<'agreement'>` cannot be passed where an `Id<'person'>` is asked for. */
export type Id<Noun extends string> = string & { readonly [noun]: Noun }

/** Makes a new id. Ids made later sort later, also within one millisecond of one process. */
export const newId = <Noun extends string>(): Id<Noun> => {
  const made = nextUuid()
  if (isId<Noun>(made)) return made
  throw new Error('An id was made that is none')
}

/** The id written in a text, or undefined where the text is not one (an address somebody mistyped). */
export const findId = <Noun extends string>(text: string): Id<Noun> | undefined => {
  const written = text.toLowerCase()
  return isId<Noun>(written) ? written : undefined
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isId = <Noun extends string>(text: string): text is Id<Noun> => uuidPattern.test(text)

let lastMillisecond = 0
let counter = 0

// RFC 9562, method 1: the 12 bits after the time count up within a millisecond, and borrow from the future when they run out.
const nextUuid = (): string => {
  const now = Date.now()
  if (now > lastMillisecond) {
    lastMillisecond = now
    counter = 0
  } else {
    counter += 1
    if (counter > 0xfff) {
      lastMillisecond += 1
      counter = 0
    }
  }
  const random = randomFillSync(Buffer.alloc(8))
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const time = lastMillisecond.toString(16).padStart(12, '0')
  const tail = random.toString('hex')
  const count = counter.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
