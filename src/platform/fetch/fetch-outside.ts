import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as askPlain, type RequestOptions } from 'node:http'
import { request as askSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import { createGunzip } from 'node:zlib'
import { Refused } from '../refused.ts'
import { readOutsideAddress, requireReachable } from './reachable.ts'
import { codeOfTrouble } from './trouble.rules.ts'

/** A numeric address a name stands for. */
export interface Resolved {
  readonly address: string
  readonly family: number
}

/** How somebody outside is asked. */
export interface OutsideManners {
  /** Who asks, with an address to write to. */
  readonly userAgent: string
  /** Networks that may be reached though they are not of the open internet. */
  readonly networks: readonly string[]
  readonly mostBytes: number
  readonly totalMs: number
  /** So long nothing may come. */
  readonly idleMs: number
  /** Where a name leads; the system's own answer unless another is given. */
  readonly resolve?: (host: string) => Promise<readonly Resolved[]>
}

/** What is asked for, and what was answered last time. */
export interface OutsideAsk {
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
}

export type OutsideAnswer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'found'
      readonly bytes: Uint8Array
      readonly etag: string | null
      readonly lastModified: string | null
    }

const mostRedirects = 5

const resolveBySystem = (host: string): Promise<readonly Resolved[]> => lookup(host, { all: true })

/**
 * Fetches what stands at an address outside, so that nobody can use it to reach inside: the very address that is connected to is looked
 * at, for each redirect anew. Throws Refused with what stood in the way: `address_…` where it may not be asked, `host_unknown`,
 * `no_answer`, `certificate_wrong`, `too_slow`, `too_large`, `packed_wrongly`, `redirects_too_often`, or `answers` with the status and,
 * where the server said so, the seconds to wait.
 */
export const fetchOutside = async (manners: OutsideManners, ask: OutsideAsk): Promise<OutsideAnswer> => {
  const ending = AbortSignal.timeout(manners.totalMs)
  let url = readOutsideAddress(ask.address)
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = await askOnce(manners, ask, url, ending)
    const onwards = redirectOf(answer)
    if (onwards === null) return readAnswer(manners, answer, ending)
    answer.destroy()
    const next = URL.parse(onwards, url)
    if (next === null) throw new Refused('address_wrong')
    url = readOutsideAddress(next.href)
  }
  throw new Refused('redirects_too_often')
}

const redirectOf = ({ statusCode, headers }: IncomingMessage): string | null =>
  [301, 302, 303, 307, 308].includes(statusCode ?? 0) ? (headers.location ?? null) : null

const headersOf = ({ userAgent }: OutsideManners, { etag, lastModified }: OutsideAsk): Record<string, string> => ({
  'user-agent': userAgent,
  accept: 'text/calendar, */*;q=0.5',
  'accept-encoding': 'gzip',
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
})

const askOnce = (manners: OutsideManners, ask: OutsideAsk, url: URL, ending: AbortSignal): Promise<IncomingMessage> => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const fail = (error: unknown) => reject(refusalOf(error, ending))
  if (isIP(host) !== 0) requireReachable(url, host, manners.networks)
  const options: RequestOptions = {
    agent: false,
    headers: headersOf(manners, ask),
    signal: ending,
    timeout: manners.idleMs,
    lookup: guardedLookup(manners, url),
  }
  const asking = url.protocol === 'https:' ? askSecure(url, options) : askPlain(url, options)
  // A name that is looked up for ever is not ended by the signal of the request.
  ending.addEventListener('abort', () => reject(new Refused('too_slow')), { once: true })
  asking.once('timeout', () => asking.destroy(new Refused('too_slow')))
  asking.once('response', (answer) => {
    asking.removeAllListeners('timeout')
    asking.once('timeout', () => answer.destroy(new Refused('too_slow')))
    resolve(answer)
  })
  asking.on('error', fail)
  asking.end()
  return promise
}

const guardedLookup =
  ({ resolve = resolveBySystem, networks }: OutsideManners, url: URL): LookupFunction =>
  (host, options, callback) => {
    const find = async () => {
      const found = await resolve(host)
      if (found.length === 0) throw new Refused('host_unknown')
      for (const { address } of found) requireReachable(url, address, networks)
      return found.map(({ address, family }) => ({ address, family }))
    }
    callbackify(find)((error, found) => {
      if (error !== null) callback(error, [])
      else if (options.all === true) callback(null, found)
      else callback(null, found[0]?.address ?? '', found[0]?.family ?? 4)
    })
  }

const readAnswer = async (
  { mostBytes }: OutsideManners,
  answer: IncomingMessage,
  ending: AbortSignal,
): Promise<OutsideAnswer> => {
  const status = answer.statusCode ?? 0
  if (status !== 200) {
    answer.destroy()
    if (status === 304) return { kind: 'unchanged' }
    throw new Refused('answers', { status, ...waitOf(answer) })
  }
  const { etag = null, 'last-modified': lastModified = null } = answer.headers
  return { kind: 'found', bytes: await readBody(answer, mostBytes, ending), etag, lastModified }
}

/** The seconds a server asks to be left alone; it may name a date as well. */
const waitOf = ({ headers }: IncomingMessage): { wait?: number } => {
  const said = headers['retry-after'] ?? ''
  if (/^\d{1,7}$/.test(said)) return { wait: Number(said) }
  const until = Date.parse(said)
  const now = Date.parse(headers.date ?? '')
  return Number.isNaN(until) || Number.isNaN(now) ? {} : { wait: Math.max(0, Math.round((until - now) / 1000)) }
}

const readBody = async (answer: IncomingMessage, mostBytes: number, ending: AbortSignal): Promise<Uint8Array> => {
  if (Number(answer.headers['content-length'] ?? 0) > mostBytes) {
    answer.destroy()
    throw tooLarge(mostBytes)
  }
  const chunks: Buffer[] = []
  let size = 0
  const body = unpacked(answer)
  try {
    for await (const chunk of body) {
      if (!Buffer.isBuffer(chunk)) continue
      size += chunk.length
      if (size > mostBytes) throw tooLarge(mostBytes)
      chunks.push(chunk)
    }
  } catch (error) {
    throw refusalOf(error, ending)
  } finally {
    body.destroy()
    answer.destroy()
  }
  return Buffer.concat(chunks)
}

const tooLarge = (mostBytes: number): Refused =>
  new Refused('too_large', { megabytes: Math.floor(mostBytes / 1024 / 1024) })

const unpacked = (answer: IncomingMessage): Readable => {
  const packing = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (packing === 'identity' || packing === '') return answer
  if (packing !== 'gzip' && packing !== 'x-gzip') {
    answer.destroy()
    throw new Refused('packed_wrongly')
  }
  const gunzip = createGunzip()
  answer.on('error', (error) => gunzip.destroy(error))
  return answer.pipe(gunzip)
}

const refusalOf = (error: unknown, ending: AbortSignal): unknown => {
  if (error instanceof Refused) return error
  if (ending.aborted) return new Refused('too_slow')
  const code = codeOfTrouble(error)
  return code === null ? error : new Refused(code)
}
