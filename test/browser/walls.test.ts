import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import axe from 'axe-core'
import { Hono } from 'hono'
import { chromium } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { openTables } from '../../src/platform/database/database.ts'
import { silentLog } from '../../src/platform/log.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import type { WebEnv } from '../../src/web/page-context.ts'
import { walls } from '../../src/web/walls.ts'
import { getChromium } from '../chromium.ts'

/** A page into which somebody has smuggled script in every way, beside one script of ours. */
const page = (nonce: string) => `<!doctype html><title>x</title><body>
  <script>document.title += ' inline'</script>
  <script src="/smuggled.js"></script>
  <script nonce="guessed">document.title += ' guessed'</script>
  <img src="/none.png" onerror="document.title += ' handler'">
  <a id="link" href="javascript:document.title += ' link'">link</a>
  <script type="module" src="/ours.js" nonce="${nonce}"></script>
  <script type="module" nonce="${nonce}">try { eval("document.title += ' eval'") } catch { document.title += ' refused' }</script>
  <form id="form" action="http://127.0.0.2:9/" method="post"></form>`

/** Serves an application and opens a window on it. */
const openPage = async (app: Hono<WebEnv>) => {
  const browser = await chromium.launch({ executablePath: getChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  const served = Promise.withResolvers<string>()
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    served.resolve(`http://127.0.0.1:${port}/`),
  )
  const close = async () => {
    await browser.close()
    server.close()
  }
  return { page, address: await served.promise, close }
}

const smuggling = () => {
  const app = new Hono<WebEnv>()
  const script = (text: string) => new Response(text, { headers: { 'content-type': 'text/javascript' } })
  app.use(walls(false))
  app.get('/', (c) => c.html(page(c.get('secureHeadersNonce') ?? '')))
  app.get('/smuggled.js', () => script("document.title += ' smuggled'"))
  app.get('/part.js', () => script("document.title += ' part'"))
  app.get('/ours.js', () => script("import '/part.js'; document.title += ' ours'"))
  return app
}

describe('the content security policy in a browser', () => {
  let opened: Awaited<ReturnType<typeof openPage>>
  before(async () => {
    opened = await openPage(smuggling())
  })
  after(() => opened.close())

  it('lets our script run and what it imports, and none that was smuggled in', async () => {
    await opened.page.goto(opened.address)
    await opened.page.locator('#link').click()
    await opened.page.waitForFunction("document.title.includes('refused')")
    assert.equal(await opened.page.title(), 'x part ours refused')
  })

  it('sends no form to another site', async () => {
    await opened.page.goto(opened.address)
    const complaint = opened.page.waitForEvent('console', (message) => message.text().includes('form-action'))
    await opened.page.evaluate("document.getElementById('form').submit()")
    await complaint
    assert.equal(opened.page.url(), opened.address)
  })
})

describe('the page that stands in while the database is away', () => {
  it('needs nothing but itself, passes axe and fits a small window', async () => {
    const app = await createApp(testPlatform(openTables('postgres://me@127.0.0.1:1/x', 'x', silentLog)))
    const opened = await openPage(app)
    await opened.page.setViewportSize({ width: 320, height: 700 })
    const answer = await opened.page.goto(opened.address)
    assert.equal(answer?.status(), 503)
    assert.equal(await opened.page.locator('h1').innerText(), 'Brobyg holder en kort pause')
    assert.ok(await opened.page.evaluate('document.documentElement.scrollWidth <= 320'))
    await opened.page.evaluate(axe.source)
    const found = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))`
    assert.deepEqual(await opened.page.evaluate(found), [])
    await opened.close()
  })
})
