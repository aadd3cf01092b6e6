import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Browser, chromium } from 'playwright-core'
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

describe('the content security policy in a browser', () => {
  let browser: Browser
  let close = () => {}
  let address = ''
  before(async () => {
    const app = new Hono<WebEnv>()
    app.use(walls(false))
    app.get('/', (c) => c.html(page(c.get('secureHeadersNonce') ?? '')))
    app.get('/smuggled.js', (c) => c.body("document.title += ' smuggled'", 200, { 'content-type': 'text/javascript' }))
    app.get('/part.js', (c) => c.body("document.title += ' part'", 200, { 'content-type': 'text/javascript' }))
    app.get('/ours.js', (c) =>
      c.body("import '/part.js'; document.title += ' ours'", 200, { 'content-type': 'text/javascript' }),
    )
    browser = await chromium.launch({ executablePath: getChromium(), args: ['--no-sandbox', '--disable-gpu'] })
    await new Promise<void>((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        address = `http://127.0.0.1:${port}/`
        resolve()
      })
      close = () => server.close()
    })
  })
  after(async () => {
    await browser.close()
    close()
  })

  it('lets our script run and what it imports, and none that was smuggled in', async () => {
    const opened = await browser.newPage()
    await opened.goto(address)
    await opened.locator('#link').click()
    await opened.waitForFunction("document.title.includes('refused')")
    assert.equal(await opened.title(), 'x part ours refused')
  })

  it('sends no form to another site', async () => {
    const opened = await browser.newPage()
    await opened.goto(address)
    const complaint = opened.waitForEvent('console', (message) => message.text().includes('form-action'))
    await opened.evaluate("document.getElementById('form').submit()")
    await complaint
    assert.equal(opened.url(), address)
  })
})
