import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createProbe } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Config } from './config.ts'
import { errorCode, errorMessage, Fault } from './fault.ts'

/** What answers requests. */
interface ServedApp {
  readonly fetch: Parameters<typeof getRequestListener>[0]
  /** May answer before the app is asked. */
  readonly lane?: Lane
}

/** Answers a request by itself, or has it go the other way. */
export type Lane = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void

/** Pages being served. */
export interface Serving {
  /** Where: the port that was asked for, or with 0 the one that was free. */
  readonly port: number
  /** Takes no new requests, answers those under way (for at most twenty seconds), then ends. */
  drain(): Promise<void>
}

/** Makes sure the port can be had, before anything else is started for nothing. Throws Fault. */
export const checkPort = async ({ port, host }: Config): Promise<void> => {
  const probe = createProbe()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portFault(error, port, host)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** Serves the app's pages. Throws Fault where the port was taken meanwhile. */
export const servePages = async (app: ServedApp, { port, host }: Pick<Config, 'port' | 'host'>): Promise<Serving> => {
  const server = createServer(listenerOf(app, host))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFault(error, port, host)))
    server.listen(port, host, resolve)
  })
  const drain = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const force = setTimeout(() => server.closeAllConnections(), 20_000)
    await closed
    clearTimeout(force)
  }
  const at = server.address()
  return { port: typeof at === 'object' && at !== null ? at.port : port, drain }
}

const listenerOf = ({ fetch, lane }: ServedApp, hostname: string): RequestListener => {
  const ask = getRequestListener(fetch, { hostname })
  if (lane === undefined) return (request, response) => void ask(request, response)
  return (request, response) => lane(request, response, () => void ask(request, response))
}

const portFault = (error: Error, port: number, host: string): Fault => {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Choose another with --port or PORT.`,
    EACCES: `You may not use port ${port}. Choose one above 1023 with --port or PORT.`,
    EADDRNOTAVAIL: `This machine has no network address ${host}. Choose another with --host or HOST.`,
    ENOTFOUND: `There is no network address ${host}. Choose another with --host or HOST.`,
    EAI_AGAIN: `There is no network address ${host}. Choose another with --host or HOST.`,
  }
  const sentence =
    sentences[errorCode(error)] ?? `The pages cannot be served on ${host}:${port}: ${errorMessage(error)}.`
  return new Fault(sentence, { cause: error })
}
