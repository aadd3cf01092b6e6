import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { contractPath, openHouse } from './house.ts'

describe('journeys of a visitor', () => {
  const house = openHouse()

  describe('a visitor', () => {
    it('finds the living contract without JavaScript and opens what a promise was read as, on a phone', async () => {
      const page = await house.visit({
        javaScriptEnabled: false,
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      })
      await page.goto('/overblik')
      await page.getByRole('link', { name: 'Børn, unge og familie' }).tap()
      await page.waitForURL(`**${contractPath}`)

      const line = page.locator('.line-marked', { hasText: 'går aftenture i området hver fredag' })
      const note = line.locator('.note').first()
      assert.equal(await note.isVisible(), false)
      await line.locator('.mark').first().tap()
      assert.equal(await note.isVisible(), true)
      const [sentence, below] = await Promise.all([line.locator('.line-text').boundingBox(), note.boundingBox()])
      assert.ok(sentence !== null && below !== null)
      assert.ok(below.y >= sentence.y + sentence.height - 1, 'the note stands below its sentence')
      assert.ok(sentence.y >= 0 && below.y + below.height <= 844, 'sentence and note are both in sight')

      await note.getByRole('link', { name: 'Luk' }).tap()
      assert.equal(await note.isVisible(), false)
      const left = await line.locator('.line-text').boundingBox()
      assert.ok(left !== null && left.y >= 0 && left.y < 844, 'the sentence is still in sight')
    })

    it('can open every note on a phone', async () => {
      const page = await house.visit({ viewport: { width: 390, height: 844 } })
      await page.goto(contractPath)
      const marks = await page
        .locator('.mark')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      const hidden: string[] = []
      const shown = new Set<string>()
      for (const mark of new Set(marks)) {
        await page.evaluate(`location.hash = ${JSON.stringify(mark)}`)
        for (const id of await page.locator('.note:visible').evaluateAll((notes) => notes.map((note) => note.id)))
          shown.add(id)
      }
      for (const id of await page.locator('.note').evaluateAll((notes) => notes.map((note) => note.id)))
        if (!shown.has(id)) hidden.push(id)
      assert.ok(shown.size > 50)
      assert.deepEqual(hidden, [])
    })

    it('takes the margin along on paper, and the menu not', async () => {
      const page = await house.visit()
      await page.goto(contractPath)
      await page.emulateMedia({ media: 'print' })
      assert.equal(await page.locator('.masthead').isVisible(), false)
      const notes = await page.locator('.note > p:first-child').allInnerTexts()
      assert.ok(notes.length > 50)
      assert.equal(await page.locator('.note:visible').count(), notes.length)
      assert.equal(await page.locator('.note-close:visible').count(), 0)

      const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf())), { mergePages: true })
      const printed = bare(text)
      assert.deepEqual(
        notes.filter((note) => !printed.includes(bare(note))),
        [],
      )
      assert.ok(!printed.includes(bare('Du ser det, alle må se')))
    })

    it('waits for little: less than 100 KB a page, less than 15 KB of it script', async () => {
      for (const path of ['/', contractPath]) {
        const page = await house.visit()
        const watch = await page.context().newCDPSession(page)
        const weights = new Map<string, number>()
        const scripts = new Set<string>()
        watch.on('Network.responseReceived', ({ requestId, type }) => {
          if (type === 'Script') scripts.add(requestId)
        })
        watch.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
          weights.set(requestId, encodedDataLength),
        )
        await watch.send('Network.enable')
        await page.goto(path, { waitUntil: 'networkidle' })
        const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
        const script = [...scripts].reduce((sum, id) => sum + (weights.get(id) ?? 0), 0)
        assert.ok(weights.size >= 2, `${path} loads its page and its style`)
        assert.ok(total < 100 * 1024, `${path} weighs ${total} bytes`)
        assert.ok(script < 15 * 1024, `${path} has ${script} bytes of script`)
      }
    })
  })

  describe('the language switch', () => {
    it('keeps a visitor on the page, and remembers the choice', async () => {
      const page = await house.visit()
      await page.goto(contractPath)
      await page.getByRole('link', { name: 'English' }).click()
      assert.equal(new URL(page.url()).pathname, contractPath)
      assert.equal(await page.locator('html').getAttribute('lang'), 'en')
      await page.goto('/overblik')
      assert.equal(await page.locator('html').getAttribute('lang'), 'en')
      await page.getByRole('link', { name: 'Dansk' }).click()
      assert.equal(new URL(page.url()).pathname, '/overblik')
      assert.equal(await page.locator('html').getAttribute('lang'), 'da')
    })

    it('keeps the words after the question mark, also through signing in', async () => {
      const page = await house.visit()
      await page.goto('/aftaler?sprog=en&side=2')
      await page.getByRole('link', { name: 'Dansk' }).click()
      assert.equal(page.url(), `${house.address}/aftaler?side=2`)
      assert.equal(await page.locator('html').getAttribute('lang'), 'da')
      await page.getByRole('link', { name: 'Log ind' }).click()
      await page.getByRole('button', { name: 'Ida Holt' }).click()
      assert.equal(page.url(), `${house.address}/aftaler?side=2`)
    })
  })
})

/** Letters and figures alone: on paper a sentence is broken wherever the line ends. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
