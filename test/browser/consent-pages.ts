import type { Page } from 'playwright-core'
import type { House } from './house.ts'

interface PageToSee {
  readonly route: string
  readonly path: string
  readonly act?: (page: Page) => Promise<unknown>
}

const mailTo = async (house: House, address: string): Promise<string> => {
  const { rows } = await house.database.query<{ plain: string }>(
    'select plain from testby.mail where address = $1 order by queued_at desc, mail_id desc limit 1',
    [address],
  )
  return /https?:\/\/[^/\s]+(\/\S+)/.exec(rows[0]?.plain ?? '')?.[1] ?? ''
}

/** Asks for a consent by the form and sends the guardian a link. Answers with the consent's path. */
const askAndSend = async (page: Page, guardian: string): Promise<string> => {
  await page.goto('/samtykker/nyt')
  await page.getByLabel('Kaldenavn').first().fill('Asger')
  await page.getByLabel('Måned', { exact: true }).selectOption('04')
  await page.getByLabel('År', { exact: true }).fill('2018')
  await page.locator('[name="vaerge1navn"]').fill('Gry')
  await page.locator('[name="vaerge1mail"]').fill(guardian)
  await page.getByLabel('Med hvem?', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Formål', { exact: true }).selectOption('leisure')
  await page.getByLabel('Med jeres egne ord').fill('så Asger kan prøve skak')
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  await page.waitForURL(/\/samtykker\/[0-9a-f-]{36}$/)
  const { pathname } = new URL(page.url())
  await page.getByRole('button', { name: 'Send link til svar' }).click()
  await page.waitForURL('**?sendt=ja')
  return pathname
}

/** Opens everything that is folded, so that it is looked at too. */
const unfold = (page: Page) =>
  page.locator('main details').evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')))

/** Pages about consents and residents, as the one signed in on the page, a family by its links, and the officer see them. */
export const listConsentPages = async (house: House, page: Page): Promise<PageToSee[]> => {
  const consent = await askAndSend(page, 'gry@havneby.example')
  const asked = await mailTo(house, 'gry@havneby.example')
  // A link opens once, so each window comes as another of the sample's residents.
  const residents = ['amal', 'bilal', 'silas', 'tove'].map((name) => `${name}@havneby.example`)
  const openOwn = async (window: Page) => {
    const address = residents.shift() ?? ''
    await window.locator('#felt-mail').fill(address)
    await window.locator('main button').click()
    await window.waitForURL('**/sendt')
    await window.goto(await mailTo(house, address))
    await window.locator('main button').click()
    await window.waitForURL('**/mine-oplysninger')
    await unfold(window)
  }
  const asOfficer = (path: string) => async (window: Page) => {
    await window.goto('/log-ind')
    await window.getByRole('button', { name: 'Dariusz Nowak' }).click()
    await window.waitForURL('**/aftaler')
    await window.goto(path)
    await unfold(window)
  }
  return [
    { route: '/samtykker', path: '/samtykker' },
    { route: '/samtykker/nyt', path: '/samtykker/nyt' },
    { route: '/samtykker/nyt', path: '/samtykker/nyt', act: (window) => window.locator('main button').click() },
    { route: '/samtykker/:id', path: consent, act: unfold },
    { route: '/samtykker/:id/papir', path: `${consent}/papir` },
    { route: '/samtykke/:token', path: asked },
    { route: '/samtykke/svaret', path: '/samtykke/svaret?svar=ja' },
    { route: '/mine-oplysninger', path: '/mine-oplysninger' },
    { route: '/mine-oplysninger/sendt', path: '/mine-oplysninger/sendt' },
    { route: '/mine-oplysninger/aabn/:token', path: '/mine-oplysninger/aabn/x' },
    { route: '/mine-oplysninger', path: '/mine-oplysninger', act: openOwn },
    ...['/databeskyttelse/anmodninger', '/databeskyttelse/sletning'].map((path) => ({
      route: path,
      path: '/',
      act: asOfficer(path),
    })),
  ]
}
