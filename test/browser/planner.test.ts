import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { openHouse } from './house.ts'

const title = 'Legestue for de mindste'
const lineOf = (page: Page): Locator => page.locator('li[data-gang]', { hasText: title })
const placeOf = (page: Page): Promise<string> =>
  lineOf(page).evaluate((line) => line.closest('tr')?.getAttribute('data-navn') ?? '')
const dayOf = (page: Page): Promise<string> =>
  lineOf(page).evaluate((line) => line.closest('td')?.getAttribute('data-dag') ?? '')
const hoursOf = (page: Page): Promise<string> => lineOf(page).locator('.times-hour').innerText()

/** The week by place that holds the next of the times that are dragged. */
const openWeek = async (page: Page): Promise<void> => {
  await page.goto('/kalender?vis=steder')
  await page.getByRole('link', { name: 'Ugen efter' }).click()
  await page.waitForURL('**uge=**')
  await lineOf(page).waitFor()
}

/** The middle of a cell, some hours into what it draws. */
const spotIn = async (page: Page, place: string, day: number): Promise<readonly [number, number]> => {
  const box = await page.locator(`tr[data-navn="${place}"] td`).nth(day).boundingBox()
  assert.ok(box)
  return [box.x + box.width / 2, box.y + box.height / 2]
}

const drag = async (page: Page, [x, y]: readonly [number, number]): Promise<void> => {
  const from = await lineOf(page).locator('.times-hour').boundingBox()
  assert.ok(from)
  await page.mouse.move(from.x + 5, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(x - 20, y, { steps: 4 })
  await page.mouse.move(x, y, { steps: 4 })
}

const verdict = (page: Page): Locator => page.locator('.drag-bubble li').first()

describe('the week by place', () => {
  const house = openHouse()

  it('lets a time be dragged to another day and place, says first whether it is free, and undoes it', async () => {
    const page = await house.visitAs('Ida Holt', { viewport: { width: 1280, height: 1400 } })
    await openWeek(page)
    const before = [await placeOf(page), await dayOf(page), await hoursOf(page)]
    await drag(page, await spotIn(page, 'Butikslokalet på Tangvej', 1))
    await page.locator('.drag-bubble[data-tone=good], .drag-bubble[data-tone=warn]').waitFor()
    assert.match(await verdict(page).innerText(), /^✓ (Stedet er ledigt|Her skal ikke bookes)/)
    await page.mouse.up()
    await page.getByText('Flyttet.').waitFor()
    assert.equal(await placeOf(page), 'Butikslokalet på Tangvej')
    assert.notEqual(await dayOf(page), before[1])
    await page.getByRole('button', { name: 'Fortryd' }).click()
    await page.getByText('Flyttet tilbage.').waitFor()
    assert.deepEqual([await placeOf(page), await dayOf(page), await hoursOf(page)], before)
  })

  it('is walked by the arrows, leaves it at Escape and moves it at Enter', async () => {
    const page = await house.visitAs('Ida Holt', { viewport: { width: 1280, height: 1400 } })
    await openWeek(page)
    const before = await hoursOf(page)
    await lineOf(page)
      .getByRole('link', { name: `Flyt ${title}` })
      .focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.drag-bubble[data-tone=good], .drag-bubble[data-tone=warn]').waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('.drag-slot').count(), 0)
    for (const key of ['ArrowRight', 'Shift+ArrowLeft', 'ArrowRight']) await page.keyboard.press(key)
    await page.locator('.drag-bubble[data-tone=good], .drag-bubble[data-tone=warn]').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Flyttet.').waitFor()
    assert.notEqual(await hoursOf(page), before)
  })

  it('says why a place cannot be had, and leaves the time where it was', async () => {
    const page = await house.visitAs('Ida Holt', { viewport: { width: 1280, height: 1400 } })
    await openWeek(page)
    const before = [await placeOf(page), await dayOf(page)]
    const [x, y] = await spotIn(page, 'Sundhedshuset Havneby', 6)
    await drag(page, [x, y])
    await page.locator('.drag-bubble[data-tone=bad]').waitFor()
    assert.match(await verdict(page).innerText(), /^✕ /)
    await page.mouse.up()
    assert.deepEqual([await placeOf(page), await dayOf(page)], before)
  })

  it('does not drag under a finger, and is a link without JavaScript', async () => {
    const page = await house.visitAs('Ida Holt', { viewport: { width: 390, height: 844 }, hasTouch: true })
    await openWeek(page)
    await lineOf(page).dispatchEvent('pointerdown', { pointerType: 'touch', button: 0, clientX: 10, clientY: 10 })
    await page.mouse.move(200, 300, { steps: 3 })
    assert.equal(await page.locator('.drag-slot').count(), 0)
    const plain = await house.visit({ javaScriptEnabled: false })
    await plain.context().addCookies(await page.context().cookies())
    await openWeek(plain)
    await lineOf(plain).getByRole('link', { name: /^Flyt/ }).click()
    await plain.getByRole('button', { name: 'Se, om det passer' }).click()
    assert.match(await plain.locator('form').filter({ hasText: 'Ny dag' }).innerText(), /✓/)
  })
})
