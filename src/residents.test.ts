import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createApp } from './app.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { residentLanguages } from './platform/resident-language.ts'
import { testPlatform } from './platform/test-platform.ts'
import { openSample, visitorOf } from './test-visitor.ts'

const unknown = '01a22376-3f52-7056-8646-3eea884550ec'

/** The words of a page, without its tags. */
const wordsOf = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe("the residents' pages", () => {
  const own = clonedDatabase()
  let sample: Awaited<ReturnType<typeof openSample>>
  before(async () => {
    sample = await openSample(testPlatform(own.database))
  })
  const visitorOn = async (moment: string) =>
    visitorOf(await createApp({ ...testPlatform(own.database), clock: clockAt(moment) }))
  const firstOf = async (words: string): Promise<string> => {
    const page = await sample.visit().text(`/?q=${encodeURIComponent(words)}&uger=8`)
    return /\/det-sker\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  }

  it('ask what happens near me, for whoever has no post, and keep the front page for those who have', async () => {
    assert.match(await sample.visit().text('/'), /Hvad sker der tæt på mig\?/)
    const page = await (await sample.signIn('Pernille Skovgaard')).text('/')
    assert.match(page, /Samarbejdet i Havneby/)
    assert.match(await sample.visit().text('/overblik'), /Samarbejdet i Havneby/)
  })

  it('show days with their times, prices, ages and languages', async () => {
    const page = wordsOf(await sample.visit().text('/'))
    assert.match(page, /Mandag 23\. november om 2 dage/)
    assert.match(page, /15\.00 til 17\.00 Lektiecafé Fyrets beboerhus Gratis 7–17 år arabisk og somali/)
    assert.match(page, /Fodbold for piger .*120 kr\.\u2069 om måneden/)
  })

  it('are the same bytes for everyone who asks in one language, signed in or not', async () => {
    const path = await firstOf('Lektiecafé')
    const resident = await sample.visit().text(path)
    assert.equal(await (await sample.signIn('Line Østerby')).text(path), resident)
    assert.doesNotMatch(resident, /nonce=/)
  })

  it('filter by plain links, and a filter can be taken off again', async () => {
    const visitor = sample.visit()
    const page = await visitor.text('/?gratis=ja')
    assert.doesNotMatch(page, /Fodbold for piger/)
    assert.match(page, /Lektiecafé/)
    assert.match(page, /class="res-chip res-chip-on" href="\/"/)
    assert.match(page, /href="\/kalender\.ics\?gratis=ja"/)
    assert.doesNotMatch(wordsOf(await visitor.text('/?alder=0-5')), /Fodbold for piger/)
  })

  it('show the next that fits where there is nothing in those days', async () => {
    const page = wordsOf(await sample.visit().text('/?q=julemarked&naar=i-dag'))
    assert.match(page, /Der er ikke noget her i de dage/)
    assert.match(page, /Det næste, der passer: Lørdag 5\. december/)
    assert.match(wordsOf(await sample.visit().text('/?q=findesikke')), /heller ikke noget senere/)
  })

  it('tell of one activity when, where and how to get in, for whom, and its next times', async () => {
    const page = await sample.visit().text(await firstOf('Lektiecafé'))
    const words = wordsOf(page)
    assert.match(words, /Mandag 23\. november 15\.00–17\.00 · om 2 dage/)
    assert.match(words, /Rebslagervej 8 .*Indgang fra gården, den blå dør/)
    assert.match(words, /dansk, arabisk og somali/)
    assert.match(words, /De næste gange/)
    assert.match(page, /href="https:\/\/www\.openstreetmap\.org\/search\?query=Rebslagervej%208%2C%20Havneby"/)
    assert.match(page, /href="\/kalender\/gang\/[0-9a-f-]{36}\.ics"/)
  })

  it('say of what is over that it was, and when it is next', async () => {
    const path = await firstOf('Lektiecafé')
    const words = wordsOf(await (await visitorOn('2026-11-24T09:00:00Z')).text(path))
    assert.match(words, /Det har været\. .*Næste gang: Onsdag 25\. november/)
  })

  it('say of what is cancelled that it is, why, and when it is next', async () => {
    const path = await firstOf('Pigeholdet')
    const organiser = await sample.signIn('Line Østerby')
    const change = path.replace('/det-sker/', '/kalender/gang/')
    const version = /name="udgave" value="(\d+)"/.exec(await organiser.text(change))?.[1] ?? ''
    await organiser.send(change, { udgave: version, goer: 'aflys', hvorfor: 'Line er syg' })
    const words = wordsOf(await sample.visit().text(path))
    assert.match(words, /Det er aflyst\. Line er syg .*Næste gang: Tirsdag 1\. december/)
    assert.match(wordsOf(await sample.visit().text('/')), /Pigeholdet på Dokken .*✕ Aflyst/)
  })

  it('answer kindly where an activity is not there', async () => {
    const visitor = sample.visit()
    for (const id of [unknown, 'x', '%00', `${unknown}'--`]) {
      const answer = await visitor.ask(`/det-sker/${id}`)
      assert.equal(answer.status, 404)
    }
    assert.match(await visitor.text(`/det-sker/${unknown}`), /Den findes ikke mere/)
  })

  it('remember the language that was chosen, and run the way it is written', async () => {
    const visitor = sample.visit()
    await visitor.ask('/sprog/ar?til=/')
    const page = await visitor.text('/')
    assert.match(page, /<html lang="ar" dir="rtl"/)
    assert.match(page, /<bdi lang="da" dir="ltr">Lektiecafé<\/bdi>/)
    assert.match(await visitor.text('/aftaler'), /<html lang="da"/)
    assert.match(await visitor.text('/?sprog=tr'), /<html lang="tr" dir="ltr"/)
  })

  for (const language of residentLanguages)
    it(`answer in ${language} on every page`, async () => {
      const visitor = sample.visit()
      const one = await firstOf('Pigeholdet')
      for (const path of ['/', one, `${one}/tilmeld`, '/hjaelp', '/plakat', '/tilmelding/afmeldt']) {
        const answer = await visitor.ask(`${path}?sprog=${language}`)
        assert.ok([200, 422].includes(answer.status), path)
        assert.match(await answer.text(), new RegExp(`<html lang="${language}"`), path)
      }
    })

  it('let text with markup stand as text', async () => {
    const page = await sample.visit().text(`/?q=${encodeURIComponent('<script>alert(1)</script>')}`)
    assert.doesNotMatch(page, /<script>alert/)
  })

  it('print a week as a poster with a square that leads to the list', async () => {
    const page = await sample.visit().text('/plakat?uge=2026-W48&papir=a3&ogsaa=ar+so')
    assert.match(page, /class="poster poster-a3"/)
    assert.match(page, /<svg class="qr"/)
    assert.match(page, /<span class="said" lang="ar" dir="rtl">أنشطة هذا الأسبوع<\/span>/)
    assert.match(wordsOf(page), /Uge 48/)
  })

  it('say what the app is called and looks like', async () => {
    const answer = await sample.visit().ask('/manifest.webmanifest')
    const manifest: unknown = await answer.json()
    assert.ok(typeof manifest === 'object' && manifest !== null && 'icons' in manifest && Array.isArray(manifest.icons))
    assert.equal(manifest.icons.length, 3)
    for (const { src } of manifest.icons) assert.equal((await sample.visit().ask(String(src))).status, 200)
  })
})
