import type { Page } from 'playwright-core'

/** The pages of polls about a time, by their routes. `page` is of somebody who keeps a group. */
export const listPollPages = async (page: Page) => {
  await page.goto('/moeder')
  const group =
    (await page.locator('.group-list a', { hasText: 'Koordineringsmøder' }).first().getAttribute('href')) ?? ''
  const form = `${group}/afstemning`
  await page.goto(form)
  await openAll(page)
  await page.locator('[name=navn1]').fill('Amina')
  await page.locator('[name=mail1]').fill('amina@beboer.example')
  await page.locator('[name=sprog1]').selectOption('ar')
  await page.locator('main .form button').last().click()
  const poll = new URL(page.url()).pathname
  return [
    { route: '/moeder/gruppe/:id/afstemning', path: form, act: openAll },
    {
      route: '/moeder/gruppe/:id/afstemning',
      path: form,
      act: async (shown: Page) => {
        await openAll(shown)
        await shown.locator('[name=navn1]').fill('Amina')
        await shown.locator('main .form button').last().click()
      },
    },
    { route: '/moeder/afstemninger/:id', path: poll },
    { route: '/moeder/afstemning/:token', path: '/moeder/afstemning/brugt' },
    { route: '/moeder/afstemning/:token', path: '/moeder/afstemning/brugt?sprog=ar' },
  ]
}

const openAll = (shown: Page) =>
  shown.locator('main details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '')
  })
