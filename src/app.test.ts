import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { theSample } from './test-sample.ts'
import { visitorOf } from './test-visitor.ts'

describe('the pages', () => {
  const database = testDatabase(theSample)
  const open = async () => {
    const platform = testPlatform(database.database)
    await loadSampleIfEmpty(platform)
    return visitorOf(await createApp(platform))
  }
  const signIn = async (browser: Awaited<ReturnType<typeof open>>) => {
    const cast = (await browser.text('/log-ind')).split('<button').find((one) => one.includes('Pernille Skovgaard'))
    const personId = /name="person" value="([^"]+)"/.exec(cast ?? '')?.[1] ?? ''
    assert.equal((await browser.send('/log-ind', { person: personId })).status, 303)
  }

  it('show the sample partnership and its living contracts to everyone', async () => {
    const browser = await open()
    const front = await browser.text('/')
    const address = /href="(\/aftaler\/havneby[^"]+)"/.exec(front)?.[1] ?? ''
    const contract = await browser.text(address)
    assert.match(contract, /class="mark state-/)
    assert.ok((contract.match(/class="note /g) ?? []).length >= 20)
  })

  it('ask a visitor to sign in before drafts, sources and uploads', async () => {
    const browser = await open()
    for (const path of ['/udkast', '/aftaler/ny', '/aftaler/havneby-boern-unge-og-familie/kilde']) {
      const answer = await browser.ask(path)
      assert.deepEqual(
        [answer.status, answer.headers.get('location')],
        [303, `/log-ind?til=${encodeURIComponent(path)}`],
      )
    }
  })

  it('turn an uploaded contract into a draft, and the draft into an agreement in force', async () => {
    const browser = await open()
    await signIn(browser)
    const sample = await browser.ask('/aftaler/havneby-boern-unge-og-familie/hent.html')
    const sent = await browser.send('/aftaler/ny', { fil: new File([await sample.arrayBuffer()], 'aftale.html') })
    assert.equal(sent.status, 303)
    const draft = sent.headers.get('location') ?? ''
    assert.match(await browser.text(draft), /Spørgsmål til dig/)
    const confirmed = await browser.send(`${draft}/bekraeft`, { udgave: '0', offentlig: 'ja' })
    assert.equal(confirmed.headers.get('location'), '/aftaler/havneby-boern-unge-og-familie-2')
    assert.equal((await browser.ask('/aftaler/havneby-boern-unge-og-familie-2')).status, 200)
  })

  it('say in a sentence why a file cannot be read, and keep nothing of it', async () => {
    const browser = await open()
    await signIn(browser)
    const files: [string, string][] = [
      ['tom.txt', ''],
      ['billede.pdf', '\u0089PNG\r\n\u001a\n'],
      ['brev.txt', 'Kære Bodil. Tak for kaffe i søndags. Hilsen Erik.'],
    ]
    for (const [name, text] of files) {
      const answer = await browser.send('/aftaler/ny', { fil: new File([text], name) })
      assert.equal(answer.status, 422, name)
      assert.match(await answer.text(), /role="alert"/, name)
    }
    assert.match(await browser.text('/udkast'), /Der er ingen udkast/)
  })

  it('keep what was typed and put the error beside its field', async () => {
    const browser = await open()
    await signIn(browser)
    const sample = await browser.ask('/aftaler/havneby-boern-unge-og-familie/hent.json')
    const page = await browser.ask('/aftaler/havneby-boern-unge-og-familie/hent.html')
    assert.equal(sample.headers.get('content-type'), 'application/json')
    const draft = (
      await browser.send('/aftaler/ny', { fil: new File([await page.arrayBuffer()], 'a.html') })
    ).headers.get('location')
    const form = await browser.text(`${draft}/ret?felt=`)
    const seen = /name="saa" value="([^"]*)"/.exec(form)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''
    const answer = await browser.send(`${draft}/ret?felt=`, {
      saa: seen,
      title: '',
      district: 'Nordhavn',
      'validDuring.from': '2025-02-30',
    })
    const html = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(html, /id="felt-title-error"/)
    assert.match(html, /id="felt-validDuring.from-error"/)
    assert.match(html, /value="Nordhavn"/)
  })

  it('refuse a form that comes from elsewhere', async () => {
    const browser = await open()
    const answer = await browser.ask('/log-ud', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.equal(answer.status, 403)
  })

  it('send nobody to another site after signing in', async () => {
    const browser = await open()
    const personId = /name="person" value="([^"]+)"/.exec(await browser.text('/log-ind'))?.[1] ?? ''
    for (const til of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
      const answer = await browser.send('/log-ind', { person: personId, til })
      assert.equal(answer.headers.get('location'), '/aftaler', til)
    }
  })

  it('answer 404 for what is not there, in both languages', async () => {
    const browser = await open()
    for (const path of ['/findes-ikke', '/aftaler/findes-ikke']) assert.equal((await browser.ask(path)).status, 404)
    assert.match(await browser.text('/findes-ikke?sprog=en'), /There is no such page/)
  })

  it('forget the sample at one click, and then offer to begin', async () => {
    const browser = await open()
    await signIn(browser)
    assert.equal((await browser.send('/proeven/fjern', {})).status, 303)
    assert.doesNotMatch(await browser.text('/'), /havneby-boern/)
    assert.match(await browser.text('/log-ind'), /Der er ingen personer endnu/)
    const begun = await browser.send('/log-ind/ny', { navn: 'Ny Leder', funktion: 'leder', organisation: 'Klubben' })
    assert.equal(begun.status, 303)
    assert.match(await browser.text('/aftaler'), /Ny Leder/)
  })

  it('let nobody choose a person in production', async () => {
    const platform = testPlatform(database.database)
    await loadSampleIfEmpty(platform)
    const app = await createApp({ ...platform, config: { ...platform.config, isProduction: true } })
    const browser = visitorOf(app)
    const page = await browser.text('/log-ind')
    assert.match(page, /name="adresse"/)
    assert.doesNotMatch(page, /Ida Holt|name="person"/)
    assert.equal((await browser.send('/log-ind', { person: crypto.randomUUID() })).status, 403)
  })
})
