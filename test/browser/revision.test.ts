import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { contractPath, openHouse } from './house.ts'

const [today, yesterday, tomorrow] = ['2026-11-21', '2026-11-20', '2026-11-22']

describe('an agreement that is revised', () => {
  const house = openHouse()

  it('goes from two parties’ proposals on one clause to the next version, and tells any day as it was', async () => {
    const [ida, christina, lead] = await Promise.all([
      house.visitAs('Ida Holt'),
      house.visitAs('Christina Bech Mølgaard'),
      house.visitAs('Pernille Skovgaard'),
    ])
    const kept = await recordMeeting(ida)

    const first = await propose(ida, {
      title: 'Lodserne koster mere',
      from: '12.000 kr. årligt',
      to: '15.000 kr. årligt',
    })
    const second = await propose(christina, {
      title: 'Betaling hvert kvartal',
      from: 'Hver helhedsplan betaler desuden 12.000 kr. årligt',
      to: 'Hver helhedsplan betaler desuden 14.000 kr. årligt',
    })
    await ida.goto(first)
    assert.equal(await ida.locator('.redline del').textContent(), '[går ud: 12.000]')
    assert.equal(await ida.locator('.redline ins').textContent(), '[kommer til: 15.000]')
    assert.match(await ida.locator('.changes-cost').innerText(), /Prisen stiger med 3\.000 kr\. om året pr\. plan/)

    await comment(christina, first, 'Det har vi ikke penge til.')
    await put(ida, first)
    await put(christina, second)
    await decide(lead, first, today)

    await ida.goto(contractPath)
    await ida.getByText('betaler desuden 15.000 kr. årligt').waitFor()
    assert.match(
      await ida.locator('.versions').innerText(),
      /Udgave 2, i kraft 21\. november 2026 – 31\. december 2028/,
    )
    await ida.goto(`${contractPath}?dag=${yesterday}`)
    await ida.getByText('betaler desuden 12.000 kr. årligt').waitFor()
    // That there was to be another version was decided the day after.
    assert.equal(await ida.locator('.versions li').count(), 0)
    await ida.goto(kept)
    assert.match(await ida.locator('.message-note').innerText(), /Løftet står nu i udgave 2/)
    await ida.locator('.message-note a').click()
    await ida.getByText('Vi mødtes i Bådhuset').waitFor()

    await lead.goto(second)
    await lead.getByLabel('Den nye udgave gælder fra').fill(tomorrow)
    await lead.getByRole('button', { name: 'Gem beslutningen' }).click()
    assert.match(await lead.getByRole('alert').innerText(), /Før det over på udgave 2 først/)

    await christina.goto(second)
    const sides = christina.locator('.conflict-side')
    assert.deepEqual(await sides.locator('h2').allInnerTexts(), ['Før', 'Forslaget', 'Udgave 2'])
    assert.match(await sides.nth(1).innerText(), /14/)
    assert.match(await sides.nth(2).innerText(), /15/)
    await christina.getByLabel('Forslagets ord').check()
    await christina.getByRole('button', { name: 'Før forslaget over på udgave 2' }).click()
    await christina.getByText('Ført over fra udgave 1 til udgave 2').waitFor()
    await decide(lead, second, tomorrow)

    await ida.goto(`${contractPath}?dag=${tomorrow}`)
    await ida.getByText('betaler desuden 14.000 kr. årligt').waitFor()
    await ida.goto(contractPath)
    await ida.getByText('betaler desuden 15.000 kr. årligt').waitFor()
    const life = await ida.locator('.note-changed a').first().getAttribute('href')
    await ida.goto(`${life ?? ''}?dag=${tomorrow}`)
    assert.deepEqual(await ida.locator('.life h2').allInnerTexts(), [
      'Udgave 1, fra 1. januar 2025',
      'Udgave 2, fra 21. november 2026',
      'Udgave 3, fra 22. november 2026',
    ])
  })

  it('keeps what was typed when somebody was there first', async () => {
    const [ida, birgitte] = await Promise.all([house.visitAs('Ida Holt'), house.visitAs('Birgitte Vestergaard')])
    const proposal = await propose(ida, { title: 'Flere lodser', from: '40 børn om året', to: '50 børn om året' })
    await Promise.all([ida, birgitte].map((page) => openPlace(page, `${proposal}/ret`)))
    await ida.locator('#felt-ord').fill('Ida skrev her.')
    await birgitte.locator('#felt-ord').fill('Birgitte skrev her.')
    await ida.getByRole('button', { name: 'Gem ændringen' }).click()
    await ida.waitForURL(`**${proposal}`)
    await birgitte.getByRole('button', { name: 'Gem ændringen' }).click()
    assert.match(await birgitte.getByRole('alert').innerText(), /En anden har ændret forslaget/)
    assert.equal(await birgitte.locator('#felt-ord').inputValue(), 'Birgitte skrev her.')
  })
})

/** Evidence for a promise that no proposal touches. Answers with the promise's page. */
const recordMeeting = async (page: Page): Promise<string> => {
  await page.goto(contractPath)
  const path = await page
    .locator('.line-marked', { hasText: 'holder tre koordineringsmøder om året' })
    .locator('.note a[href^="/loefter/"]')
    .first()
    .getAttribute('href')
  await page.goto(path ?? '')
  await page
    .locator('summary', { hasText: /sket|dokument|Skriv/i })
    .first()
    .click()
  await page.locator('form[action$="/bevis"] [name="dag"]').fill('2026-11-10')
  await page.locator('form[action$="/bevis"] [name="note"]').fill('Vi mødtes i Bådhuset')
  await page.locator('form[action$="/bevis"] button[type="submit"]').click()
  await page.getByText('Vi mødtes i Bådhuset').waitFor()
  return path ?? ''
}

const propose = async (page: Page, change: { title: string; from: string; to: string }): Promise<string> => {
  await page.goto(contractPath)
  await page
    .locator('.contract-row', { hasText: change.from })
    .first()
    .getByRole('link', { name: 'Foreslå ændring' })
    .click()
  const words = page.locator('#felt-ord')
  await words.fill((await words.inputValue()).replace(change.from, change.to))
  await page.getByLabel('Hvad handler forslaget om?').fill(change.title)
  await page.getByLabel('Hvorfor?').fill('Priserne er steget.')
  await page.getByRole('button', { name: 'Gem forslaget' }).click()
  await page.waitForURL('**/forslag/*')
  await page.getByRole('heading', { name: change.title }).waitFor()
  return new URL(page.url()).pathname
}

const openPlace = async (page: Page, choose: string) => {
  await page.goto(choose)
  await page.locator('.places ul a').first().click()
  await page.locator('#felt-ord').waitFor()
}

const comment = async (page: Page, proposal: string, text: string) => {
  await page.goto(proposal)
  await page.locator('summary', { hasText: 'Din kommentar' }).click()
  await page.getByLabel('Jeg er').selectOption('against')
  await page.locator('#felt-kommentar').fill(text)
  await page.getByRole('button', { name: 'Send kommentaren' }).click()
  await page.locator('.comments', { hasText: text }).waitFor()
}

const put = async (page: Page, proposal: string) => {
  await page.goto(proposal)
  await page.getByRole('button', { name: /^Send til næste møde i / }).click()
  await page.getByText(/^Sendt til næste møde i Boligsocialt Forum/).waitFor()
}

const decide = async (page: Page, proposal: string, from: string) => {
  await page.goto(proposal)
  await page.getByLabel('Den nye udgave gælder fra').fill(from)
  await page.getByRole('button', { name: 'Gem beslutningen' }).click()
  await page.locator('.message-done', { hasText: 'Vedtaget i Boligsocialt Forum' }).waitFor()
}
