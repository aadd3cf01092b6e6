import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import { withSample } from './program.ts'

/** The sample, behind a proxy: callers say who they are, so that no limit of one address is reached. */
export const sampleBehindProxy = { environment: { ...withSample.environment, BROBYG_TRUSTED_PROXIES: '1' } }

/** Someone who has signed in to a program that runs. */
export interface Caller {
  get(path: string): Promise<Response>
  send(path: string, form: Record<string, string>): Promise<Response>
  /** Sends a body as it comes. */
  stream(path: string, body: ReadableStream, mediaType: string): Promise<Response>
}

// What fetch asks of those who send a stream; the types of the language do not know it yet.
const streamed = { duplex: 'half' }

let callers = 0

const callerAt = (port: string): Caller => {
  const origin = `http://127.0.0.1:${port}`
  let cookie = ''
  const ask = async (path: string, init: RequestInit = {}) => {
    callers += 1
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      origin,
      cookie,
      'x-forwarded-for': `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}`,
    }
    const answer = await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual' })
    const kept = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    if (kept.length > 0) cookie = kept.join('; ')
    return answer
  }
  return {
    get: (path) => ask(path),
    send: (path, form) => ask(path, { method: 'POST', body: new URLSearchParams(form) }),
    stream: (path, body, mediaType) =>
      ask(path, { method: 'POST', body, headers: { 'content-type': mediaType }, ...streamed }),
  }
}

/** Someone of the sample's cast who has signed in. */
export const signIn = async (port: string): Promise<Caller> => {
  const caller = callerAt(port)
  const person = /name="person" value="([^"]+)"/.exec(await (await caller.get('/log-ind')).text())?.[1] ?? ''
  const { status } = await caller.send('/log-ind', { person })
  if (status !== 303) throw new Error(`Nobody was let in: ${status}`)
  return caller
}

/** The address of the sample's first promise. */
export const findPromise = async (caller: Caller): Promise<string> => {
  const contract = await (await caller.get('/aftaler/havneby-boern-unge-og-familie')).text()
  const found = /href="(\/loefter\/[0-9a-f-]{36})/.exec(contract)?.[1]
  if (found === undefined) throw new Error('The sample shows no promise')
  return found
}

/** Records that something happened today, and tells how that was answered. */
export const recordEvidence = async (caller: Caller, promise: string, note: string): Promise<number | 'no answer'> => {
  const form = { dag: Temporal.Now.plainDateISO('Europe/Copenhagen').toString(), antal: '1', note, henvisning: '' }
  try {
    const answer = await caller.send(`${promise}/bevis`, form)
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 'no answer'
  }
}

/** Asks the database of a data folder, as its owner, beside the program that runs on it or alone. */
export const askDatabase = async <Row extends object>(data: string, question: string): Promise<Row[]> => {
  const opened = await openDatabase(readConfig({ BROBYG_DATA: data }), 'joining', silentLog)
  const client = new Client({ connectionString: opened.url })
  try {
    await client.connect()
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
    await opened.close()
  }
}

/** The process of the PostgreSQL that serves a data folder. */
export const postgresPid = (data: string): number =>
  Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Waits until what is asked is so. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (await isSo().catch(() => false)) return
    await wait(50)
  }
  throw new Error('It did not come to be so within a minute')
}
