import type { IncomingMessage, ServerResponse } from 'node:http'
import { createMiddleware } from 'hono/factory'
import type { ChangeMark } from '../platform/change-mark.queries.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { Platform } from '../platform/platform.ts'
import type { Lane } from '../platform/serve.ts'
import { languageCookie } from './asked-language.ts'
import { isKnown, preferred } from './made-once.ts'
import type { WebContext, WebEnv } from './page-context.ts'
import { requestIdOf } from './request-id.ts'
import { changedWithin, type Holds, latestChange, type Standing, standingOf } from './standing.ts'
import { routeOf, tellAnswered } from './walls.ts'

// What is made once is asked for over and over, and the application finds the same answer each time. So the answer is remembered as the
// application sent it, header by header. While nothing has changed, whoever asks the same again is given it before the application is asked.

/** An answer as it was sent. */
interface Answer {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: string[]
  /** Where among them the id of the request stands: the one thing that is another each time. */
  readonly idAt: number
  readonly body: Buffer | null
  readonly route: string
}

/** The answers to one question, to those who have the bytes and to those who have not, while they stand. */
interface Remembered {
  readonly standing: Standing
  readonly holds: Holds | null
  readonly hash: string
  readonly anew?: Answer | undefined
  readonly unchanged?: Answer | undefined
}

/** So much is remembered, and of no longer address. Bytes that answers share are counted for each. */
const most = { questions: 2000, octets: 64 * 1024 * 1024, address: 500 }

/** Both ends of the lane. */
export interface FastLane {
  /** Answers what it remembers; all else goes the way of the application. */
  readonly lane: Lane
  /** Remembers what the application answers: stands before all its other doors. */
  readonly remember: ReturnType<typeof createMiddleware<WebEnv>>
}

/** The way past the application, for what is made once (`made-once.ts`). */
export const createFastLane = (platform: Platform, metrics: Metrics): FastLane => {
  const { log, config } = platform
  const latest = latestChange(platform.database)
  const kept = keepSome()
  let now: Standing | null = null

  const stands = (found: Remembered, change: ChangeMark): boolean => {
    // Reckoned once for all who are answered after one asking.
    if (now?.change !== change) now = standingOf(platform, change)
    return found.standing.told === now.told && isTrueNow(found.holds)
  }

  const isTrueNow = (holds: Holds | null): boolean =>
    holds === null || Temporal.Instant.compare(platform.clock.now(), holds.until) < 0

  const answer = (request: IncomingMessage, response: ServerResponse, found: Remembered): boolean => {
    const began = performance.now()
    const has = isKnown((name) => request.headers[name], found.hash, changedWithin(found.standing, found.holds))
    const answer = has ? found.unchanged : found.anew
    if (answer === undefined) return false
    const { status, headers, idAt, body, route } = answer
    const requestId = requestIdOf(request.headers['x-request-id']?.toString(), config.trustedProxies)
    headers[idAt] = requestId
    response.writeHead(status, headers).end(body)
    const { method = '' } = request
    tellAnswered(log, metrics, { requestId, method, route, status, ms: performance.now() - began })
    return true
  }

  return {
    lane: (request, response, otherwise) => {
      const question = questionOf(request)
      const found = question === null ? undefined : kept.get(question)
      if (found === undefined) return otherwise()
      const go = (change: ChangeMark) => {
        if (!stands(found, change) || !answer(request, response, found)) otherwise()
      }
      const change = latest.known()
      if (change !== null) return go(change)
      // Where the database is away, the application says so.
      void latest.find().then(go, otherwise)
    },
    remember: createMiddleware<WebEnv>(async (c, next) => {
      await next()
      const answered = c.get('answeredOnce')
      const request = incomingOf(c)
      const question = answered && request && questionOf(request)
      if (!answered || typeof question !== 'string') return
      const { standing, holds, hash, body } = answered
      const before = kept.get(question)
      const isSame = before?.hash === hash && before.standing.told === standing.told && areAlike(before.holds, holds)
      const others = isSame ? before : {}
      const sent = c.res.status === 304 ? { unchanged: answerOf(c, null) } : { anew: answerOf(c, body) }
      kept.set(question, { ...others, standing, holds, hash, ...sent })
    }),
  }
}

/** Whether two answers are true at the same time, and so are told as changed at the same time. */
const areAlike = (one: Holds | null, other: Holds | null): boolean =>
  one === null || other === null ? one === other : one.from.equals(other.from)

/** All of a request that its answer depends on, but for what the reader has already; null where it is for the application alone. */
const questionOf = ({ method, url = '', headers }: IncomingMessage): string | null => {
  if ((method !== 'GET' && method !== 'HEAD') || url.length > most.address) return null
  const language = headers.cookie === undefined ? '' : onlyLanguage.exec(headers.cookie)?.[1]
  if (language === undefined) return null
  return `${method} ${preferred(headers['accept-encoding']?.toString()) ?? ''} ${language} ${url}`
}

/** Whoever has another cookie may be somebody. */
const onlyLanguage = new RegExp(`^${languageCookie}=([a-z]{2})$`)

const incomingOf = ({ env }: WebContext): IncomingMessage | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what serves pages puts the request there, and tests put nothing
  (env as { incoming?: IncomingMessage } | undefined)?.incoming

const answerOf = (c: WebContext, body: Uint8Array | null): Answer => {
  const headers = [...c.res.headers].flat()
  const isBodyTold = body !== null && c.req.method === 'GET'
  if (isBodyTold) headers.push('content-length', String(body.length))
  const idAt = headers.indexOf('x-request-id') + 1
  // The same bytes as node:http sends them, so that it does not put them in a buffer of its own each time.
  const bytes = isBodyTold ? Buffer.from(body.buffer, body.byteOffset, body.length) : null
  return { status: c.res.status, headers, idAt, body: bytes, route: routeOf(c) }
}

/** A map that forgets what was put there first, when it becomes too much. */
const keepSome = () => {
  const all = new Map<string, Remembered>()
  let octets = 0
  const forget = (question: string): void => {
    octets -= all.get(question)?.anew?.body?.length ?? 0
    all.delete(question)
  }
  return {
    get: (question: string) => all.get(question),
    set: (question: string, remembered: Remembered): void => {
      forget(question)
      all.set(question, remembered)
      octets += remembered.anew?.body?.length ?? 0
      for (const oldest of all.keys()) {
        if (all.size <= most.questions && octets <= most.octets) return
        forget(oldest)
      }
    },
  }
}
