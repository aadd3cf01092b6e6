import type { Page } from 'playwright-core'

/** The pages of the calendar by their routes, with forms found wanting. `page` is of somebody who takes part. */
export const listCalendarPages = async (page: Page) => {
  await page.goto('/kalender?uge=2026-W48')
  const time = (await page.locator('.event-name a').first().getAttribute('href')) ?? ''
  await page.goto(time)
  const series =
    (await page.locator('main a[href^="/kalender/"]:not([href*="gang"])').last().getAttribute('href')) ?? ''
  const send = (value: string) => (form: Page) => form.locator(`main button[value="${value}"]:not([hidden])`).click()
  await page.goto('/steder')
  const place = (await page.locator('.event-name a', { hasText: 'Fyrets beboerhus' }).getAttribute('href')) ?? ''
  const openAll = (shown: Page) => shown.locator('details').evaluateAll(open)
  return [
    { route: '/kalender', path: '/kalender?uge=2026-W48' },
    { route: '/kalender', path: '/kalender?uge=2026-W29&q=findes-ikke' },
    { route: '/kalender/ny', path: '/kalender/ny' },
    { route: '/kalender/ny', path: '/kalender/ny', act: send('gem') },
    { route: '/kalender/ny', path: `/kalender/ny?som=${series.split('/').at(-1)}`, act: send('vis') },
    { route: '/kalender/holdt', path: '/kalender/holdt' },
    { route: '/kalender/:id', path: series, act: (shown: Page) => shown.locator('details').evaluateAll(open) },
    { route: '/kalender/:id/ret', path: `${series}/ret` },
    { route: '/kalender/gang/:id', path: time },
    { route: '/kalender', path: '/kalender?uge=2026-W48&vis=steder' },
    { route: '/kalender', path: '/kalender?uge=2026-W48&vis=aldre' },
    { route: '/kalender/sammenfald', path: '/kalender/sammenfald', act: openAll },
    { route: '/steder', path: '/steder?dag=2026-12-03&fra=15&til=16' },
    { route: '/steder/ny', path: '/steder/ny', act: (shown: Page) => shown.locator('main .form button').click() },
    { route: '/steder/ledige', path: '/steder/ledige?dag=2026-12-01&fra=16&til=18&hveruge=2027-02-01' },
    { route: '/steder/mine', path: '/steder/mine' },
    { route: '/steder/:id', path: place },
    { route: '/steder/:id/ret', path: `${place}/ret`, act: openAll },
  ]
}

const open = (all: Element[]) => {
  for (const one of all) one.setAttribute('open', '')
}
