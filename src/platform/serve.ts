import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import type { Config } from './config.ts'
import { errorCode, errorMessage, Fault } from './fault.ts'

/** What answers requests. */
type ServedApp = Pick<Parameters<typeof serve>[0], 'fetch'>

/** Pages being served. */
export interface Serving {
  /** Takes no new requests, answers those under way (for at most twenty seconds), then ends. */
  drain(): Promise<void>
}

/** Makes sure the port can be had, before anything else is started for nothing. Throws Fault. */
export const checkPort = async ({ port, host }: Config): Promise<void> => {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portFault(error, port, host)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** Serves the app's pages. Throws Fault where the port was taken meanwhile. */
export const servePages = async (app: ServedApp, { port, host }: Config): Promise<Serving> => {
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(listening))
    listening.once('error', (error: Error) => reject(portFault(error, port, host)))
  })
  const drain = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    const force = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, 20_000)
    await closed
    clearTimeout(force)
  }
  return { drain }
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
