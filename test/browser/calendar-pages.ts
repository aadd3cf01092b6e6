import type { Page } from 'playwright-core'

/** The pages of the calendar by their routes, with forms found wanting. `page` is of somebody who takes part. */
export const listCalendarPages = async (page: Page) => {
  await page.goto('/kalender?uge=2026-W48')
  const time = (await page.locator('.event-name a').first().getAttribute('href')) ?? ''
  await page.goto(time)
  const series =
    (await page.locator('main a[href^="/kalender/"]:not([href*="gang"])').last().getAttribute('href')) ?? ''
  await page.goto('/kalender/saeson')
  const season = (await page.locator('.season-list a').first().getAttribute('href')) ?? ''
  const openAll = (shown: Page) => shown.locator('details').evaluateAll(open)
  const send = (value: string) => (form: Page) => form.locator(`main button[value="${value}"]`).click()
  return [
    { route: '/kalender', path: '/kalender?uge=2026-W48' },
    { route: '/kalender', path: '/kalender?uge=2026-W29&q=findes-ikke' },
    { route: '/kalender/ny', path: '/kalender/ny' },
    { route: '/kalender/ny', path: '/kalender/ny', act: send('gem') },
    { route: '/kalender/ny', path: `/kalender/ny?som=${series.split('/').at(-1)}`, act: send('vis') },
    { route: '/kalender/holdt', path: '/kalender/holdt' },
    { route: '/kalender/saeson', path: '/kalender/saeson', act: openAll },
    { route: '/kalender/saeson/:id', path: season, act: openAll },
    {
      route: '/kalender/saeson/:id',
      path: season,
      act: async (shown: Page) => {
        await openAll(shown)
        await shown.locator('[name=fraUge]').fill('60')
        await shown.locator('[name=hvad]').fill('Dans')
        await shown.locator('form[action$="/oensker"] button').click()
      },
    },
    { route: '/kalender/begivenheder', path: '/kalender/begivenheder' },
    { route: '/kalender/traditioner', path: '/kalender/traditioner' },
    { route: '/kalender/holdt/svar/:token', path: '/kalender/holdt/svar/brugt' },
    { route: '/kalender/svar/:token', path: '/kalender/svar/brugt' },
    { route: '/kalender/mail/stop', path: '/kalender/mail/stop' },
    { route: '/kalender/:id', path: series, act: (shown: Page) => shown.locator('details').evaluateAll(open) },
    { route: '/kalender/:id/ret', path: `${series}/ret` },
    { route: '/kalender/gang/:id', path: time },
  ]
}

const open = (all: Element[]) => {
  for (const one of all) one.setAttribute('open', '')
}
