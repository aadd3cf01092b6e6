import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { openHouse } from './house.ts'
import { tabTo } from './keyboard.ts'
import { newcomer, swappedPost } from './page-states.ts'

const shown = z.object({ tops: z.array(z.number()), overlap: z.boolean(), wide: z.boolean() })

/** Where the entries of the menu stand that are in sight, "Mere" among them. */
const readMenu = `(() => {
  const boxes = [...document.querySelectorAll('.main-menu a, .main-menu summary')]
    .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
  return {
    tops: boxes.map(({ top }) => Math.round(top)),
    overlap: boxes.some((box, at) => at > 0 && box.left < boxes[at - 1].right + 4),
    wide: document.documentElement.scrollWidth > innerWidth,
  }
})()`

const menuOf = async (page: Page) => shown.parse(await page.evaluate(readMenu))

describe('the menu', () => {
  const house = openHouse()

  for (const width of [320, 390])
    it(`stands in one line at ${width} px, for everyone and in both languages`, async () => {
      for (const who of [null, 'Ida Holt', 'Pernille Skovgaard', 'Dariusz Nowak']) {
        const options = { viewport: { width, height: 844 } }
        const page = who === null ? await house.visit(options) : await house.visitAs(who, options)
        for (const language of ['da', 'en']) {
          await page.goto(`/sprog/${language}?til=/aarshjul`)
          const { tops, overlap, wide } = await menuOf(page)
          assert.equal(tops.length, 4, `${who} ${language}`)
          assert.equal(new Set(tops).size, 1, `${who} ${language}: ${tops.join(' ')}`)
          assert.deepEqual([overlap, wide], [false, false], `${who} ${language}`)
        }
      }
    })

  it('leads somebody new to the first hour before all else, still in one line', async () => {
    await swappedPost(await house.visitAs('Pernille Skovgaard'))
    const page = await house.visitAs(newcomer, { viewport: { width: 320, height: 640 } })
    for (const [language, first] of [
      ['da', 'Første time'],
      ['en', 'First hour'],
    ] as const) {
      await page.goto(`/sprog/${language}?til=/foerste-time`)
      const { tops, overlap, wide } = await menuOf(page)
      assert.deepEqual([tops.length, new Set(tops).size, overlap, wide], [4, 1, false, false])
      assert.equal(await page.locator('.menu [aria-current=page]').innerText(), first)
    }
  })

  it('opens the rest by keyboard without JavaScript, and marks where one is', async () => {
    const page = await house.visitAs('Ida Holt', { viewport: { width: 390, height: 844 } })
    const cookies = await page.context().cookies()
    const plain = await house.visit({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
    await plain.context().addCookies(cookies)
    await plain.goto('/aftaler/ny')
    const more = plain.locator('.menu-more summary')
    assert.match(await more.innerText(), /^Mere\s*: du er i Læs en aftale ind$/)
    const here = plain.locator('.menu-more [aria-current=page]')
    assert.equal(await here.isVisible(), false)
    await more.focus()
    await plain.keyboard.press('Enter')
    assert.equal(await here.innerText(), 'Læs en aftale ind')
    await plain.keyboard.press('Tab')
    await plain.keyboard.press('Enter')
    await plain.waitForURL('**/aarshjul')
  })

  it('is reached by Tab on a phone, and holds most where there is room', async () => {
    const page = await house.visitAs('Ida Holt', { viewport: { width: 390, height: 844 } })
    await page.goto('/aftaler')
    await tabTo(page, /^Mere$/)
    await page.setViewportSize({ width: 1280, height: 844 })
    const { tops } = await menuOf(page)
    assert.equal(tops.length, 8)
    assert.ok(Math.max(...tops) - Math.min(...tops) < 4, tops.join(' '))
    await page.locator('.menu-more summary').click()
    assert.deepEqual(await page.locator('.menu-more a:visible').allInnerTexts(), ['Udkast', 'Læs en aftale ind'])
  })

  it('leaves room beside it for who is acting at 1280 px, in both languages', async () => {
    for (const who of ['Ida Holt', 'Pernille Skovgaard', 'Dariusz Nowak']) {
      const page = await house.visitAs(who, { viewport: { width: 1280, height: 844 } })
      for (const language of ['da', 'en']) {
        await page.goto(`/sprog/${language}?til=/aarshjul`)
        const [menu, acting] = [await page.locator('.menu').boundingBox(), await page.locator('.acting').boundingBox()]
        assert.ok(menu && acting && acting.y < menu.y + menu.height, `${who} ${language}`)
      }
    }
  })
})
