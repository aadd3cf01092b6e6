import type { Hono } from 'hono'
import { createApp } from './app.ts'
import type { Platform } from './platform/platform.ts'
import { loadSampleIfEmpty } from './sample.ts'
import type { WebEnv } from './web/page-context.ts'

/** Where the pages under test are. */
export const testOrigin = 'http://localhost:3000'

/** A browser without a browser: keeps its cookies from answer to answer. */
export interface TestVisitor {
  ask(path: string, init?: RequestInit): Promise<Response>
  text(path: string): Promise<string>
  send(path: string, form: Record<string, string | File>): Promise<Response>
  /** The same browser with the same cookies, before another app: another day, other settings. */
  moved(app: Hono<WebEnv>): TestVisitor
  /** The value of a cookie it keeps; '' where it has none. */
  cookie(name: string): string
}

/** A visitor without cookies. */
export const visitorOf = (app: Hono<WebEnv>, cookies = new Map<string, string>()): TestVisitor => {
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(`${testOrigin}${path}`, {
      ...init,
      headers: {
        origin: testOrigin,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...Object.fromEntries(new Headers(init.headers)),
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/; Max-Age=0\b/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  return {
    ask,
    text: async (path) => (await ask(path)).text(),
    send: (path, form) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form)) body.set(name, value)
      return ask(path, { method: 'POST', body })
    },
    moved: (other) => visitorOf(other, cookies),
    cookie: (name) => cookies.get(name) ?? '',
  }
}

/** The app with the sample partnership, and visitors to it; `signIn` lets one in as the person of this name. */
export const openSample = async (platform: Platform) => {
  await loadSampleIfEmpty(platform)
  const app = await createApp(platform)
  return {
    app,
    visit: () => visitorOf(app),
    signIn: async (name: string, userAgent = '') => {
      const visitor = visitorOf(app)
      const personId = await personOf(visitor, name)
      const body = new URLSearchParams({ person: personId })
      const headers = { 'user-agent': userAgent }
      const answer = await visitor.ask('/log-ind', { method: 'POST', body, headers })
      if (answer.status !== 303) throw new Error(`${name} was not let in: ${answer.status}`)
      return { ...visitor, personId }
    },
  }
}

const personOf = async (visitor: TestVisitor, name: string): Promise<string> => {
  const page = await visitor.text('/log-ind')
  const found = page
    .split('<button')
    .find((button) => button.includes(name))
    ?.match(/name="person" value="([^"]+)"/)?.[1]
  if (found === undefined) throw new Error(`Nobody called ${name} may be chosen`)
  return found
}
