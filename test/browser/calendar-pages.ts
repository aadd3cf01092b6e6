import type { Page } from 'playwright-core'

/** The pages of the calendar by their routes, with forms found wanting. `page` is of somebody who takes part. */
export const listCalendarPages = async (page: Page) => {
  await page.goto('/kalender?uge=2026-W48')
  const time = (await page.locator('.event-name a').first().getAttribute('href')) ?? ''
  await page.goto(time)
  const series =
    (await page.locator('main a[href^="/kalender/"]:not([href*="gang"])').last().getAttribute('href')) ?? ''
  const followed = await followFile(page)
  await page.goto('/kalender/saeson')
  const season = (await page.locator('.season-list a').first().getAttribute('href')) ?? ''
  const openAll = (shown: Page) => shown.locator('details').evaluateAll(open)
  const send = (value: string) => (form: Page) => form.locator(`main button[value="${value}"]:not([hidden])`).click()
  await page.goto('/steder')
  const place = (await page.locator('.event-name a', { hasText: 'Fyrets beboerhus' }).getAttribute('href')) ?? ''
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
    { route: '/steder/bruges/:token', path: '/steder/bruges/brugt' },
    { route: '/kalender/mail/stop', path: '/kalender/mail/stop' },
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
    { route: '/kalender/foelg', path: '/kalender/foelg' },
    { route: '/kalender/foelg', path: '/kalender/foelg', act: look },
    ...followed,
  ]
}

/** A calendar with something in it, and something that cannot be read. */
const file = [
  'BEGIN:VCALENDAR',
  'X-WR-CALNAME:Bordtennisklubben',
  'BEGIN:VEVENT',
  'UID:a',
  'SUMMARY:Træning',
  'DTSTART;TZID=Europe/Copenhagen:20261124T170000',
  'RRULE:FREQ=WEEKLY;COUNT=300',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:b',
  'SUMMARY:Fest',
  'DTSTART:engang',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

/** Brings a calendar in as a file, and looks at another: the pages of both, and of what came from the first. */
const followFile = async (page: Page) => {
  const look = async () => {
    await page.goto('/kalender/foelg')
    await page.locator('#fil').setInputFiles({ name: 'klub.ics', mimeType: 'text/calendar', buffer: Buffer.from(file) })
    await page.locator('main form[enctype] button.ds-button').click()
    return new URL(page.url()).pathname
  }
  const kept = await look()
  await page.locator('main button[value="foelg"]').click()
  const taken = (await page.locator('.found-times a').first().getAttribute('href')) ?? ''
  const proposed = await look()
  const show = (shown: Page) => shown.locator('details').evaluateAll(open)
  return [
    { route: '/kalender/foelg/:id', path: proposed },
    { route: '/kalender/foelg/:id', path: kept, act: show },
    { route: '/kalender/:id', path: taken },
  ]
}

/** Asks for a calendar that is not there. */
const look = async (page: Page) => {
  await page.locator('#felt-adresse').fill('https://10.0.0.1/klub.ics')
  await page.locator('main form[enctype] button.ds-button').click()
}

const open = (all: Element[]) => {
  for (const one of all) one.setAttribute('open', '')
}
