import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Database, nobody, readAs, type ReadTx } from '../platform/database/index.ts'
import type { Platform } from '../platform/platform.ts'
import { limits } from '../platform/rate-limit/limits.ts'
import { requireTurn } from '../platform/rate-limit/require-turn.ts'
import { Refused } from '../platform/refused.ts'
import { unknownClient } from './client-address.ts'
import type { WebContext } from './page-context.ts'
import { changedWithin, type Holds, latestChange, standingOf } from './standing.ts'

/** What is made for all readers alike: nothing in it may depend on who asks, so no page of it has a nonce. */
export interface Made {
  readonly mediaType: string
  readonly body: string
  /** Further headers, such as the name a file is saved by. */
  readonly headers?: Readonly<Record<string, string>>
}

interface AskedOnce {
  /** Names what is made: its address with its question in one order, and its language. The day is added. */
  readonly key: string
  /** Where it changes with time too: when it is true. It is made, and told as changed, for each such stretch. */
  readonly holds?: Holds
  /** What has to be written down first, in a transaction of its own. */
  readonly prepare?: () => Promise<void>
  /** Makes it, as nobody in particular; null = there is no such thing. */
  readonly make: (tx: ReadTx) => Promise<Made | null>
}

type Encoding = 'br' | 'gzip'

interface Bytes {
  readonly hash: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
  readonly packed: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

interface Kept {
  readonly version: string
  readonly bytes: Promise<Bytes | null>
  /** Octets it takes, packed ones included; 0 while it is made. */
  size: number
}

/** So much is kept, of all that was made in this process. */
const most = { octets: 64 * 1024 * 1024, things: 2000, ofWhichOne: 16 * 1024 * 1024 }

/**
 * Answers with bytes that are made once per change and day, and shared by all who ask: the first makes them while others wait, each
 * packing is made once, and who has them already is told so (304). Never older than the last commit before the request came, as far as
 * `latestChange` knows. Where `make` finds nothing the answer is 404. Only what has to be made takes a turn of the client's address: throws
 * Refused('too_many_requests').
 */
export const serveMadeOnce = async (c: WebContext, platform: Platform, asked: AskedOnce): Promise<Response> => {
  const standing = standingOf(platform, await latestChange(platform.database).find())
  const { holds = null } = asked
  const changedAt = changedWithin(standing, holds)
  c.set('isForAll', true)
  const shelf = shelfOf(platform.database)
  const bytes = await takeInTurn(shelf, asked.key, `${standing.made} ${holds?.from.toString() ?? ''}`, async () => {
    await takeTurnToMake(platform, c.get('clientAddress'))
    return makeBytes(platform, asked)
  })
  if (bytes === null) return c.notFound()
  const encoding = preferred(c.req.header('accept-encoding'))
  const packed = encoding === null ? undefined : await pack(bytes, encoding)
  const { hash, plain } = bytes
  c.set('answeredOnce', { standing, holds, hash, body: packed ?? plain })
  const headers: Record<string, string> = {
    ...bytes.headers,
    etag: packed === undefined ? `"${hash}"` : `"${hash}-${encoding}"`,
    ...(changedAt === null ? {} : { 'last-modified': httpDate(changedAt) }),
  }
  if (isKnown((name) => c.req.header(name), hash, changedAt)) return c.body(null, 304, headers)
  return c.body(packed ?? plain, 200, packed ? { ...headers, 'content-encoding': encoding ?? '' } : headers)
}

interface Shelf {
  readonly kept: Map<string, Kept>
  octets: number
}

const shelves = new WeakMap<Database, Shelf>()

const shelfOf = (database: Database): Shelf => {
  const known = shelves.get(database)
  if (known !== undefined) return known
  const shelf: Shelf = {
    kept: new Map(),
    octets: 0,
  }
  shelves.set(database, shelf)
  return shelf
}

/** Requests that came by no network are not counted. */
const takeTurnToMake = async (platform: Platform, address: string | undefined): Promise<void> => {
  if (address !== undefined && address !== unknownClient) await requireTurn(platform, limits.madeAnew, address)
}

/** Waits for what another makes; where that one had no turn left, it is made for this one's. */
const takeInTurn = async (...[shelf, key, version, make]: Parameters<typeof take>): Promise<Bytes | null> => {
  let isOurs = false
  const makeOurs = () => {
    isOurs = true
    return make()
  }
  try {
    return await take(shelf, key, version, makeOurs)
  } catch (error) {
    if (isOurs || !(error instanceof Refused)) throw error
    return takeInTurn(shelf, key, version, make)
  }
}

const take = (shelf: Shelf, key: string, version: string, make: () => Promise<Bytes | null>): Promise<Bytes | null> => {
  const known = shelf.kept.get(key)
  if (known?.version === version) {
    // What was asked for last is let go last.
    shelf.kept.delete(key)
    shelf.kept.set(key, known)
    return known.bytes
  }
  letGo(shelf, key)
  const kept: Kept = { version, bytes: make(), size: 0 }
  shelf.kept.set(key, kept)
  void settle(shelf, key, kept)
  return kept.bytes
}

/** Counts what was made, and lets go of what could not be, or need not be kept. */
const settle = async (shelf: Shelf, key: string, kept: Kept): Promise<void> => {
  const bytes = await kept.bytes.catch(() => null)
  if (shelf.kept.get(key) !== kept) return
  if (bytes === null || bytes.plain.length > most.ofWhichOne) return letGo(shelf, key)
  // Room for both packings beside it: text is packed to less than half.
  kept.size = bytes.plain.length * 2
  shelf.octets += kept.size
  makeRoom(shelf)
}

const letGo = (shelf: Shelf, key: string): void => {
  shelf.octets -= shelf.kept.get(key)?.size ?? 0
  shelf.kept.delete(key)
}

const makeRoom = (shelf: Shelf): void => {
  for (const key of shelf.kept.keys()) {
    if (shelf.octets <= most.octets && shelf.kept.size <= most.things) return
    letGo(shelf, key)
  }
}

const makeBytes = async (platform: Platform, { prepare, make }: AskedOnce): Promise<Bytes | null> => {
  await prepare?.()
  const made = await readAs(platform, nobody, make)
  if (made === null) return null
  const plain = new Uint8Array(Buffer.from(made.body))
  const headers = {
    'content-type': made.mediaType,
    'cache-control': 'public, no-cache',
    vary: 'Accept-Encoding',
    ...made.headers,
  }
  return {
    hash: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    plain,
    headers,
    packed: new Map(),
  }
}

const gzipped = promisify<Uint8Array, Buffer>(gzip)
const brotlied = promisify(brotliCompress)

/** Shorter than this nothing is won by packing. */
const worthPacking = 600

const pack = (bytes: Bytes, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> | undefined => {
  if (bytes.plain.length < worthPacking) return undefined
  const known = bytes.packed.get(encoding)
  if (known !== undefined) return known
  const packing = (
    encoding === 'gzip'
      ? gzipped(bytes.plain)
      : brotlied(bytes.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  ).then((packed) => new Uint8Array(packed))
  bytes.packed.set(encoding, packing)
  return packing
}

/** How the reader likes it packed; null = not at all. */
export const preferred = (accepted = ''): Encoding | null =>
  /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)
    ? 'br'
    : /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)
      ? 'gzip'
      : null

type AskedHeader = (name: 'if-none-match' | 'if-modified-since') => string | undefined

/** Whether the reader has these bytes; RFC 9110 §13.2.2: a tag is asked before a date. */
export const isKnown = (header: AskedHeader, hash: string, changedAt: Temporal.Instant | null): boolean => {
  const tags = header('if-none-match')
  if (tags !== undefined)
    return tags.split(',').some((tag) => {
      const bare = tag.trim().replace(/^W\//, '')
      return bare === '*' || bare === `"${hash}"` || bare === `"${hash}-br"` || bare === `"${hash}-gzip"`
    })
  const since = header('if-modified-since')
  if (changedAt === null || since === undefined) return false
  return Math.floor(changedAt.epochMilliseconds / 1000) * 1000 <= Date.parse(since)
}

const httpDate = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toUTCString()
