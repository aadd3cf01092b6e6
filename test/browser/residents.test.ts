import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { residentLanguages } from '../../src/platform/resident-language.ts'
import { openHouse } from './house.ts'

const faults = z.array(z.string())
const findViolations = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
  .then(({ violations, passes }) => {
    if (passes.length < 10) throw new Error('axe looked at next to nothing')
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' ')))
  })`

/** The first time of an activity, by its name. */
const happeningOf = async (page: Page, name: string): Promise<string> => {
  await page.goto(`/?q=${encodeURIComponent(name)}&uger=4`)
  return (await page.locator('a[href^="/det-sker/"]').first().getAttribute('href')) ?? ''
}

/** Waits until the page answers yes; asked from outside, as the page's policy lets no text become a script. */
const until = async (page: Page, question: string): Promise<void> => {
  for (let asked = 0; asked < 100; asked += 1) {
    if ((await page.evaluate(question)) === true) return
    await page.waitForTimeout(50)
  }
  throw new Error(`It never came true: ${question}`)
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

describe('a resident with a phone', () => {
  const house = openHouse()

  for (const language of residentLanguages)
    it(`meets no fault that axe finds, and no page wider than the phone, in ${language}`, async () => {
      const page = await house.visit(phone)
      const happening = await happeningOf(page, 'Pigeholdet')
      await page.goto(`/sprog/${language}?til=/`)
      assert.equal(await page.locator('html').getAttribute('lang'), language)
      const found: string[] = []
      for (const path of ['/', '/?gratis=ja&alder=10-12', happening, `${happening}/tilmeld`, '/hjaelp', '/plakat']) {
        await page.goto(path)
        await page.evaluate(axe.source)
        found.push(...faults.parse(await page.evaluate(findViolations)).map((fault) => `${path}: ${fault}`))
        for (const width of [320, 390]) {
          await page.setViewportSize({ width, height: 844 })
          const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
          if (wide > width) found.push(`${path}: ${wide} wide at ${width}`)
        }
      }
      assert.deepEqual(found, [])
    })

  it('finds, opens, signs up and cancels without JavaScript', async () => {
    const page = await house.visit({ ...phone, javaScriptEnabled: false })
    await page.goto('/')
    await page.locator('summary', { hasText: 'Alder' }).tap()
    await page.getByRole('link', { name: '13–17 år' }).tap()
    await page.getByRole('link', { name: 'Pigeholdet på Dokken' }).first().tap()
    await page.getByRole('link', { name: 'Tilmeld' }).tap()
    await page.getByLabel('Dit navn').fill('Hodan')
    await page.getByLabel('Din mail').fill('hodan@havneby.example')
    await page.getByRole('button', { name: 'Tilmeld' }).tap()
    await page.waitForURL('**/tilmelding/*')
    assert.equal(await page.locator('h1').innerText(), 'I er tilmeldt')
    await page.getByRole('button', { name: 'Meld fra' }).tap()
    await page.waitForURL('**/tilmelding/afmeldt')
  })

  it('reads the week, and what was opened, without a connection, and is told when it was kept', async () => {
    const page = await house.visit(phone)
    const happening = await happeningOf(page, 'Lektiecafé')
    await page.goto('/')
    await page.evaluate('navigator.serviceWorker.ready')
    // A page that was being loaded while the worker began is not its own; the next is.
    await page.goto('/')
    await until(page, 'navigator.serviceWorker.controller !== null')
    await page.goto(happening)
    await until(page, `caches.match('${happening}').then(Boolean)`)
    assert.equal(await page.locator('#gemt').isVisible(), false)
    await page.context().setOffline(true)

    await page.goto('/')
    assert.ok((await page.locator('.res-event').count()) > 5)
    assert.match(await page.locator('#gemt').innerText(), /Du er uden net.* 20\d\d, \d\d\.\d\d\.$/)
    await page.goto(happening)
    assert.equal(await page.locator('h1').innerText(), 'Lektiecafé')
    await page.goto('/det-sker/01a22376-3f52-7056-8646-3eea884550ec')
    assert.equal(new URL(page.url()).pathname, '/', 'what was not opened leads to the list')
    await page.context().setOffline(false)
    await page.goto('/')
    assert.equal(await page.locator('#gemt').isVisible(), false)
  })

  it('is offered to put the pages on the screen when the browser offers it, and not again after saying no', async () => {
    const page = await house.visit(phone)
    await page.goto('/')
    const hint = page.locator('#installer')
    assert.equal(await hint.isVisible(), false)
    const offer =
      "dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt() { document.title = 'prompted' } }))"
    await page.evaluate(offer)
    await hint.getByRole('button', { name: 'Læg på hjemmeskærmen' }).click()
    assert.equal(await page.title(), 'prompted')
    await page.goto('/')
    await page.evaluate(offer)
    await hint.getByRole('button', { name: 'Ikke nu' }).click()
    await page.goto('/')
    await page.evaluate(offer)
    assert.equal(await hint.isVisible(), false)
  })

  it('has an app that Chromium finds nothing wrong with', async () => {
    const page = await house.visit(phone)
    await page.goto('/')
    await page.evaluate('navigator.serviceWorker.ready')
    const session = await page.context().newCDPSession(page)
    const { errors, data } = await session.send('Page.getAppManifest')
    assert.deepEqual(errors, [])
    assert.match(data ?? '', /Det sker i Havneby/)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    // A test's window is a private one, which is the only thing in the way.
    assert.deepEqual(
      installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
      [],
    )
  })

  it('weighs less than 100 KB at first load, and less than 15 KB of it script', async () => {
    const page = await house.visit(phone)
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const sizes = new Map<string, number>()
    const kinds = new Map<string, string>()
    session.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, response.mimeType))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength))
    await page.goto('/', { waitUntil: 'networkidle' })
    const sum = (isCounted: (kind: string) => boolean) =>
      [...sizes].reduce((total, [id, size]) => total + (isCounted(kinds.get(id) ?? '') ? size : 0), 0)
    const [all, script] = [sum(() => true), sum((kind) => kind.includes('javascript'))]
    assert.ok(all > 10_000 && all < 100_000, `${all} bytes`)
    assert.ok(script > 500 && script < 15_000, `${script} bytes of script`)
  })
})
