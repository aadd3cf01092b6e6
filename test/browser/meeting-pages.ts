import type { Page } from 'playwright-core'

/** The pages of groups that meet by their routes, with forms found wanting. `page` is of somebody who leads the forum. */
export const listMeetingPages = async (page: Page) => {
  const openAll = (shown: Page) => shown.locator('details').evaluateAll(open)
  await page.goto('/moeder')
  const groupCalled = async (name: string) =>
    (await page.locator('.group-list a', { hasText: name }).first().getAttribute('href')) ?? ''
  const inTurn = await groupCalled('Koordineringsmøder')
  const personFree = await groupCalled('Møder: medarbejdere')
  await page.goto(`${inTurn}/indkald`)
  await page.locator('main input[name=dato]').first().check()
  await page.locator('main .form button[type=submit]').first().click()
  const meeting = new URL(page.url()).pathname
  const send = (form: Page) => form.locator('main .form button[type="submit"]').first().click()
  const saveSeat = async (shown: Page) => {
    await openAll(shown)
    await shown.locator('form[action$="/plads"] button').first().click()
  }
  return [
    { route: '/moeder', path: '/moeder', act: openAll },
    { route: '/moeder/min-kalender', path: '/moeder/min-kalender', act: openAll },
    { route: '/moeder/ny', path: '/moeder/ny' },
    { route: '/moeder/ny', path: '/moeder/ny', act: send },
    { route: '/moeder/gruppe/:id', path: inTurn, act: openAll },
    { route: '/moeder/gruppe/:id', path: personFree, act: openAll },
    { route: '/moeder/gruppe/:id/ret', path: `${inTurn}/ret`, act: openAll },
    { route: '/moeder/gruppe/:id/ret', path: `${personFree}/ret`, act: saveSeat },
    { route: '/moeder/gruppe/:id/indkald', path: `${inTurn}/indkald`, act: openAll },
    { route: '/moeder/gruppe/:id/indkald', path: `${personFree}/indkald`, act: send },
    { route: '/moeder/:id', path: meeting, act: openAll },
    { route: '/moeder/svar/:token', path: '/moeder/svar/brugt' },
  ]
}

const open = (all: Element[]) => {
  for (const one of all) one.setAttribute('open', '')
}
