import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const stop = z.object({
  name: z.string(),
  isInMain: z.boolean(),
  isInSight: z.boolean(),
  /** How the element is outlined with the focus on it, and how the one before it is now that it has lost it. */
  look: z.string(),
  lookBefore: z.string().nullable(),
})
type Stop = z.infer<typeof stop>

// Remembers the element so that the next stop can tell how it looks without the focus.
const readStop = `(() => {
  const look = (element) => {
    const style = getComputedStyle(element)
    const outline = style.outlineStyle === 'none' ? 'none' : [style.outlineStyle, style.outlineWidth, style.outlineColor].join(' ')
    return [outline, style.boxShadow].join(' / ')
  }
  const element = document.activeElement
  const before = window.stopBefore
  window.stopBefore = element
  const box = element.getBoundingClientRect()
  return {
    name: (element.labels?.[0]?.innerText ?? element.innerText ?? '').trim(),
    isInMain: element.closest('main') !== null,
    isInSight: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    look: look(element),
    lookBefore: before?.isConnected ? look(before) : null,
  }
})()`

/**
 * Presses Tab until the focus stands on what is named so, at most 150 times. Every stop on the way must be in sight and
 * look otherwise than without the focus.
 */
export const tabTo = async (page: Page, name: RegExp): Promise<Stop> => {
  let before: Stop | null = null
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const here: Stop = stop.parse(await page.evaluate(readStop))
    assert.ok(here.isInSight, `the focus is out of sight on "${here.name}" of ${page.url()}`)
    if (before !== null && here.lookBefore !== null)
      assert.notEqual(here.lookBefore, before.look, `the focus does not show on "${before.name}" of ${page.url()}`)
    if (name.test(here.name)) return here
    before = here
  }
  throw new Error(`Tab never comes to ${name} on ${page.url()}`)
}
