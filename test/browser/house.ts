import assert from 'node:assert/strict'
import { after, afterEach, before } from 'node:test'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { Client } from 'pg'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { allTasks } from '../../src/jobs.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { projectRoot } from '../../src/platform/root.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { runDueJobs } from '../../src/platform/queue/run-queue.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { loadSampleIfEmpty } from '../../src/sample.ts'
import type { WebEnv } from '../../src/web/page-context.ts'
import { getChromium } from '../chromium.ts'
import { theSample } from '../../src/test-sample.ts'

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** The whole of Brobyg behind an address, the sample loaded, and a browser to visit it with: one for the journeys of a file. */
export interface House {
  readonly app: Hono<WebEnv>
  readonly address: string
  readonly database: Client
  /** Does the jobs that are due now. */
  performJobs(): Promise<void>
  /** Opens a new visitor's browser window; what it complains of fails the test. */
  visit(options?: BrowserContextOptions): Promise<Page>
  /** Opens a window in which one of the cast has signed in. */
  visitAs(name: string, options?: BrowserContextOptions): Promise<Page>
}

/** Somebody else's site that people are sent to and come back from: where it is, and the file that names it. */
export interface Neighbour {
  readonly origin: string
  readonly identityProvidersFile: string
}

interface Opened extends Pick<House, 'app' | 'address' | 'database' | 'performJobs'> {
  readonly browser: Browser
  readonly neighbour: Neighbour | null
}

/** The sample's living contract that the journeys go to. */
export const contractPath = '/aftaler/havneby-boern-unge-og-familie'

/** A file of the sample, as it lies in the project. */
export const sampleFile = (name: string): string => join(projectRoot, 'samples', 'havneby', name)

// All houses of a process are visited with one browser, which the last to close takes along.
let houses = 0
let browserOfAll: Promise<Browser> | undefined

const openBrowser = (): Promise<Browser> =>
  (browserOfAll ??= chromium.launch({ executablePath: getChromium(), args: flags.split(' ') }))

const leaveBrowser = async (): Promise<void> => {
  houses -= 1
  if (houses > 0) return
  const last = browserOfAll
  browserOfAll = undefined
  await (await last)?.close()
}

/** Opens the house before the tests of a file and closes it after them; each window closes with its test. A neighbour is there before it. */
export const openHouse = (
  meetNeighbour: (address: string) => Promise<Neighbour | null> = () => Promise.resolve(null),
): House => {
  let opened: Opened | undefined
  houses += 1
  // Hooks run in the order they are named: the pages close before the database under them does.
  const closers: (() => Promise<void>)[] = []
  after(async () => {
    try {
      for (const close of closers.toReversed()) await close()
    } finally {
      await leaveBrowser()
    }
  })
  const clone = clonedDatabase(theSample)
  const windows: BrowserContext[] = []
  const complaints: string[] = []

  before(async () => {
    const doors: Opened['app'][] = []
    // The address is known once the house listens, and the pages must know it: passkeys are made for it.
    const serving = await listen((...request) => doors[0]?.fetch(...request) ?? new Response(null, { status: 503 }))
    closers.push(serving.close)
    const neighbour = await meetNeighbour(serving.address)
    const platform = platformAt(clone.database, serving.address, neighbour)
    await loadSampleIfEmpty(platform)
    const app = await createApp(platform)
    doors.push(app)
    const database = new Client({ connectionString: clone.url })
    const [browser] = await Promise.all([openBrowser(), database.connect()])
    closers.push(() => database.end())
    const performJobs = async () => {
      const { tasks, close: closeTasks } = await allTasks(platform)
      await runDueJobs({ url: clone.url, schema: platform.database.schema, log: platform.log }, tasks)
      closeTasks()
    }
    opened = { app, address: serving.address, database, performJobs, browser, neighbour }
  })
  afterEach(async () => {
    await Promise.all(windows.splice(0).map((window) => window.close()))
    assert.deepEqual(complaints.splice(0), [])
  })

  const house = (): Opened => {
    if (opened === undefined) throw new Error('The house is opened by a hook; use it inside a test')
    return opened
  }
  const visit: House['visit'] = async (options = {}) => {
    const { browser, address, neighbour } = house()
    const window = await browser.newContext({ baseURL: address, ...options })
    windows.push(window)
    window.setDefaultTimeout(15_000)
    const page = await window.newPage()
    listenFor(page, [address, ...(neighbour === null ? [] : [neighbour.origin])], complaints)
    return page
  }
  const visitAs: House['visitAs'] = async (name, options) => {
    const page = await visit(options)
    await page.goto('/log-ind')
    await page.getByRole('button', { name }).click()
    await page.waitForURL('**/aftaler')
    return page
  }
  return {
    get app() {
      return house().app
    },
    get address() {
      return house().address
    },
    get database() {
      return house().database
    },
    performJobs: () => house().performJobs(),
    visit,
    visitAs,
  }
}

const platformAt = (database: Platform['database'], baseUrl: string, neighbour: Neighbour | null): Platform => {
  const platform = testPlatform(database)
  const identityProvidersFile = neighbour?.identityProvidersFile ?? null
  return { ...platform, config: { ...platform.config, baseUrl, identityProvidersFile } }
}

const listen = (fetch: House['app']['fetch']) =>
  new Promise<{ address: string; close(): Promise<void> }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        address: `http://localhost:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
  })

/** Errors of scripts and broken policies are told in the console. An answer that says no is told there too, and is no error. */
const listenFor = (page: Page, origins: readonly string[], complaints: string[]) => {
  page.on('console', (message) => {
    const isNo = /^Failed to load resource: .* status of (4\d\d) /.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !isNo) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!origins.some((origin) => url.startsWith(`${origin}/`)) && !url.startsWith('data:'))
      complaints.push(`asked elsewhere: ${url}`)
  })
}

/** Sends a file in by the form and waits for the draft it becomes. Answers with the draft's path. */
export const sendIn = async (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) => {
  await page.goto('/aftaler/ny')
  await page.locator('#fil').setInputFiles(file)
  await page.getByRole('button', { name: 'Læs filen' }).click()
  await page.waitForURL(/\/udkast\/[^/]+$/)
  return new URL(page.url()).pathname
}
