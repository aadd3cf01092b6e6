import type { Page } from 'playwright-core'
import { z } from 'zod'

/** Who has just got a post beside their other one. */
export const newcomer = 'Malthe Riis'

/** Somebody invited: their page, and the link they got. */
export const invited = async (page: Page) => {
  await page.goto('/personer/inviter')
  await page.getByLabel('Navn').fill('Maja Lindskov')
  await page.getByLabel('Arbejdsmail').fill(`maja.${Date.now()}@havneby.example`)
  await page.getByText('Funktionen står ikke på listen').click()
  await page.getByLabel('Hvad hedder funktionen?').fill(`klubassistent ${Date.now()}`)
  await page.getByLabel('Organisation').fill('Børne- og Skoleforvaltningen')
  await page.getByRole('button', { name: 'Send invitationen' }).click()
  const link = await page.locator('.person-link a').textContent()
  const person = await page.locator('form[action$="/slut"]').getAttribute('action')
  return { link: new URL(link ?? '').pathname, person: (person ?? '').replace('/slut', '') }
}

/** A post that the newcomer has just taken over. */
export const swappedPost = async (page: Page): Promise<string> => {
  await page.goto('/personer?soeg=fritidsjobkonsulent')
  const post = (await page.locator('.person-post a').first().getAttribute('href')) ?? ''
  await page.goto(`${post}/skift`)
  if ((await page.getByText(`${newcomer} har funktionen`).count()) > 0) return post
  await page.getByLabel('Hvem overtager?').fill(newcomer)
  await page.getByRole('button', { name: 'Skift' }).click()
  await page.locator('.person-link').waitFor()
  return post
}

/** A swap that asks first: to somebody new, while another is to come, so that it is refused with what it does besides. */
export const askedBack = async (page: Page) => {
  await page.locator('#felt-navn').fill('Noa Krogh')
  await page.locator('#felt-mail').fill('noa@havneby.example')
  await page.locator('#felt-fra').fill('2020-01-31')
  await page.locator('main .form button').click()
  await page.locator('.message-refused').waitFor()
}

/** A line in which somebody may be known, as it is shown before it is saved. */
export const marked = async (page: Page) => {
  await page.locator('.handover-write summary').first().click()
  await page.locator('.handover-write textarea').first().fill('Ring til Mohammed, 8 år, fra Tangvej 4')
  await page.locator('.handover-write button').first().click()
  await page.locator('.person-free').waitFor()
}
/** The guide of a draft just begun from a template. */
export const begunFromTemplate = async (page: Page): Promise<string> => {
  await page.goto('/aftaler/ny/skabelon')
  await page.getByLabel('Strategisk samarbejdsaftale med delaftaler').check()
  await page.getByLabel('Aftalens titel').fill('Strategisk aftale for Havneby')
  await page.getByLabel('Gælder fra').fill('2027-01-01')
  await page.getByLabel('Beskæftigelse', { exact: true }).check()
  await page.getByRole('button', { name: 'Begynd udkastet' }).click()
  await page.locator('.guide-help').waitFor()
  return new URL(page.url()).pathname
}

/** The page with all of its folds open. */
export const opened = (page: Page) =>
  page.locator('main details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))

/** The link of somebody who is asked to confirm their entry, who has answered that they are not there any more. */
export const askedToConfirm = async (page: Page, visitor: Page): Promise<string> => {
  await page.goto('/kontakter?q=malthe')
  await page.getByRole('button', { name: 'Bed om bekræftelse' }).first().click()
  const link = new URL((await page.locator('.person-link a').textContent()) ?? '').pathname
  await visitor.goto(link)
  await visitor.getByRole('button', { name: 'Jeg er her ikke mere' }).first().click()
  await visitor.getByText('Tak. Dit svar er gemt.').waitFor()
  return link
}

/** A phone number that is none. */
export const saidWrong = async (page: Page) => {
  await page.locator('.own-entry summary').first().click()
  await page.locator('input[name="telefon"]').first().fill('i morgen')
  await page.locator('button[value="ret"]').first().click()
  await page.locator('.message-refused').waitFor()
}

/** Proposals to the other agreement of the sample: one adopted, one that it overtook in the same words, one put; and a clause it changed. */
export const revisedBy = async (page: Page) => {
  const contract = '/aftaler/havneby-uddannelse-og-job'
  const choose = await firstPlace(page, contract)
  const late = await proposed(page, choose, ' Det aftales hvert år.')
  const adopted = await proposed(page, choose, ' Det aftales to gange.')
  await put(page)
  await page.getByRole('button', { name: 'Gem beslutningen' }).click()
  await page.locator('.message-done').waitFor()
  const waiting = await proposed(page, choose, ' Det aftales i maj.')
  await put(page)
  await page.goto(`${contract}?dag=2026-11-22`)
  const clause = (await page.locator('.note-changed a').first().getAttribute('href')) ?? ''
  return { late, adopted, put: waiting, clause: `${clause}?dag=2026-11-22` }
}

const firstPlace = async (page: Page, contract: string): Promise<string> => {
  await page.goto(`${contract}/forslag/nyt`)
  return (await page.locator('.places ul a').first().getAttribute('href')) ?? ''
}

const proposed = async (page: Page, choose: string, words: string): Promise<string> => {
  await page.goto(choose)
  const field = page.locator('#felt-ord')
  await field.fill(`${await field.inputValue()}${words}`)
  await page.locator('#felt-titel').fill(`Forslag: ${words}`)
  await page.locator('main .form button[type="submit"]').click()
  await page.locator('.changed-section').waitFor()
  return new URL(page.url()).pathname
}

const put = async (page: Page) => {
  await page.locator('form[action$="/forelaeg"] button').click()
  await page.locator('#beslutning').waitFor()
}

/** The audit trail, just verified. */
export const verified = async (page: Page) => {
  await page.locator('main button').click()
  await page.locator('.heads').waitFor()
}

/** The form sent with nothing in it, past the browser's own refusal. */
export const emptied = (save: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''))
  await save(page)
  await page.locator('.field-error').first().waitFor()
}

/** The form sent with a CPR number in a field: the page that says where it stands, and how to go on. */
export const sentWithNumber = async (page: Page) => {
  await page.evaluate(`document.querySelector('main form').insertAdjacentHTML(
    'beforeend', '<input type="hidden" name="note" value="Søn af 010190-1234">')`)
  await page.locator('main form button').first().click()
  await page.locator('.masked').waitFor()
}

/** A file of another agreement, just checked. */
export const checked = async (page: Page) => {
  const file = {
    name: 'aftale.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"brobyg-agreement/1"}'),
  }
  await page.locator('#fil').setInputFiles(file)
  await page.locator('main .form button[type="submit"]').click()
  await page.locator('main [role="alert"]').waitFor()
}

/** A theme with somebody's name in it, just sent. */
export const named = async (page: Page) => {
  await page.locator('#felt-tema').fill('Brev om Ida Holt')
  await page.locator('.journal-write button[type="submit"]').first().click()
  await page.locator('.person-free').waitFor()
}

/** An organisation, a unit and two organisations to merge, as the register leads to them. */
export const registered = async (page: Page) => {
  await page.goto('/enheder')
  const hrefs = async (start: string) =>
    z
      .array(z.string())
      .parse(
        await page.evaluate(`[...document.querySelectorAll('a[href^="${start}"]')].map((a) => a.getAttribute('href'))`),
      )
  const [organisation = '', other = ''] = await hrefs('/enheder/organisation/')
  const [unit = ''] = await hrefs('/enheder/enhed/')
  const idIn = (path: string) => path.split('/').at(-1)
  return {
    organisation,
    unit,
    merge: `/enheder/sammenlaeg?slags=organisation&behold=${idIn(organisation)}&opgiv=${idIn(other)}`,
  }
}

/** The whole partnership as it was, just asked for: where its making is followed. */
export const tookOut = async (page: Page): Promise<string> => {
  await page.goto('/aftaler/aflevering')
  await page.locator('#felt-dag').fill('2026-11-20')
  await page.locator('main .form button[type="submit"]').click()
  await page.locator('progress').waitFor()
  return new URL(page.url()).pathname
}

let signedUpBefore: { happening: string; own: string } | undefined

/** An activity with sign-up, and somebody's own sign-up for it; made once, as nobody signs up twice. */
export const signedUp = async (page: Page): Promise<{ happening: string; own: string }> => {
  if (signedUpBefore !== undefined) return signedUpBefore
  // The week after the day it is in the house: what is over takes no sign-ups.
  await page.goto('/kalender?uge=2026-W48')
  const link = page.locator('a[href^="/kalender/gang/"]', { hasText: 'Pigeholdet' }).first()
  const happening = ((await link.getAttribute('href')) ?? '').replace('/kalender/gang/', '/det-sker/')
  await page.goto(`${happening}/tilmeld`)
  await page.locator('input[name="navn"]').fill('Amal')
  await page.locator('input[name="kontakt"]').fill('22 33 44 55')
  await page.locator('main .form button[type="submit"]').click()
  await page.waitForURL('**/tilmelding/*')
  signedUpBefore = { happening, own: new URL(page.url()).pathname }
  return signedUpBefore
}
