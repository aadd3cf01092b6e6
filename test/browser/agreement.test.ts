import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { contractPath, openHouse, sampleFile, sendIn } from './house.ts'
import { tabTo } from './keyboard.ts'

describe('journeys of an agreement', () => {
  const house = openHouse()

  it('leads from a Word file to an agreement in force', async () => {
    const page = await house.visitAs('Pernille Skovgaard', { viewport: { width: 1280, height: 900 } })
    const draft = await sendIn(page, sampleFile('boern-unge-og-familie.docx'))
    await assertQuestionsFirst(page)

    await page.locator('.part', { hasText: 'Kommune' }).first().getByRole('link', { name: 'Ret' }).click()
    await page.getByLabel('Titel').fill('')
    await page.getByLabel('Bydel').fill('Nordhavn')
    // The browser would stop an empty title itself; what counts is what the server says to the form without it.
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''))
    await page.getByRole('button', { name: 'Gem' }).click()
    const title = page.getByLabel('Titel')
    assert.equal(await title.getAttribute('aria-invalid'), 'true')
    const [box, error] = await Promise.all([title.boundingBox(), page.locator('.field-error').boundingBox()])
    assert.ok(box && error && error.y >= box.y && error.y - (box.y + box.height) < 40, 'the error stands at its field')
    assert.equal(await page.getByLabel('Bydel').inputValue(), 'Nordhavn')
    await title.fill('Aftale om Nordhavn')
    await page.getByRole('button', { name: 'Gem' }).click()
    await page.waitForURL(`**${draft}`)
    const header = page.locator('.header-facts')
    assert.match(await header.innerText(), /Aftale om Nordhavn[\s\S]*Nordhavn/)

    await page.getByRole('button', { name: 'Fortryd seneste rettelse' }).click()
    await header.getByText('Nordhavn').first().waitFor({ state: 'detached' })
    assert.match(await header.innerText(), /Kontrakt om boligsocialt samarbejde/i)

    await addPromise(page, draft)
    await page.getByRole('link', { name: 'Gå videre til bekræftelse' }).click()
    await page.getByLabel('Vis aftalen for alle').check()
    await page.getByRole('button', { name: 'Bekræft aftalen' }).click()
    await page.waitForURL('**/aftaler/*')
    const agreement = new URL(page.url()).pathname
    const note = page.locator('.note', { hasText: 'skrevet i hånden' })
    await page.locator('.line-marked', { has: note }).locator('.mark').click()
    assert.match(await note.innerText(), /Klubben på kajen[\s\S]*fire gange om året/)

    const visitor = await house.visit()
    await visitor.goto('/aftaler')
    await visitor.locator(`a[href="${agreement}"]`).click()
    await visitor.getByText('inviterer naboerne ombord').first().waitFor()
  })

  it('lets a question be settled, and the question is gone', async () => {
    const page = await house.visitAs('Line Østerby')
    await sendIn(page, sampleFile('boern-unge-og-familie.txt'))
    await assertQuestionsFirst(page)
    const questions = page.locator('.question-asked')
    const before = await questions.count()
    const first = await questions.first().locator('p').innerText()
    await page.getByRole('button', { name: 'Det er i orden' }).first().click()
    await page.waitForURL('**#spoergsmaal')
    assert.equal(await questions.count(), before - 1)
    assert.ok(!(await questions.locator('p').allInnerTexts()).includes(first))
  })

  it('reads the printed contract as well', async () => {
    const page = await house.visitAs('Pernille Skovgaard')
    await sendIn(page, sampleFile('boern-unge-og-familie.pdf'))
    await assertQuestionsFirst(page)
    assert.ok((await page.locator('.part').count()) > 8)
  })

  it('shows the second of two people what the first wrote, and lets them decide', async () => {
    const first = await house.visitAs('Ida Holt')
    const second = await house.visitAs('Birgitte Vestergaard')
    const draft = await sendIn(first, sampleFile('uddannelse-og-job.txt'))
    await Promise.all([first, second].map((page) => page.goto(`${draft}/ret?felt=`)))
    await first.getByLabel('Bydel').fill('Østhavnen')
    await second.getByLabel('Bydel').fill('Vesthavnen')
    await first.getByRole('button', { name: 'Gem' }).click()
    await first.waitForURL(`**${draft}`)

    await second.getByRole('button', { name: 'Gem' }).click()
    const message = second.getByRole('alert')
    assert.match(await message.innerText(), /En anden rettede det samme[\s\S]*Østhavnen/)
    assert.equal(await second.getByLabel('Bydel').inputValue(), 'Vesthavnen')
    await first.reload()
    assert.match(await first.locator('.header-facts').innerText(), /Østhavnen/)

    await second.getByRole('button', { name: 'Gem' }).click()
    await second.waitForURL(`**${draft}`)
    assert.match(await second.locator('.header-facts').innerText(), /Vesthavnen/)
  })

  it('can be read in and corrected by keyboard alone, the focus in sight at every step', async () => {
    const page = await house.visit()
    await page.goto('/overblik')
    await tabTo(page, /^Gå til indholdet$/)
    await page.keyboard.press('Enter')
    assert.equal((await tabTo(page, /./)).isInMain, true, 'the skip link leads past the menu')

    await page.goto('/overblik')
    await tabTo(page, /^Log ind$/)
    await Promise.all([page.waitForURL('**/log-ind*'), page.keyboard.press('Enter')])
    await tabTo(page, /^Ida Holt/)
    await Promise.all([page.waitForURL(`${house.address}/overblik`), page.keyboard.press('Enter')])
    await tabTo(page, /^Mere/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Læs en aftale ind$/)
    await Promise.all([page.waitForURL('**/aftaler/ny'), page.keyboard.press('Enter')])
    const chooser = page.waitForEvent('filechooser')
    await tabTo(page, /^Aftalens fil$/)
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(sampleFile('boern-unge-og-familie.txt'))
    await tabTo(page, /^Læs filen$/)
    await Promise.all([page.waitForURL('**/udkast/*'), page.keyboard.press('Enter')])

    await tabTo(page, /^Aftalen$/)
    await tabTo(page, /^Ret$/)
    await Promise.all([page.waitForURL('**/ret?felt='), page.keyboard.press('Enter')])
    await tabTo(page, /^Bydel$/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Nordhavn')
    await Promise.all([page.waitForURL(/\/udkast\/[^/]+$/), page.keyboard.press('Enter')])
    assert.match(await page.locator('.header-facts').innerText(), /Nordhavn/)
  })

  it('comes back without loss from the Word, PDF and HTML files it is taken along in', async () => {
    const page = await house.visitAs('Pernille Skovgaard')
    const before: unknown = JSON.parse((await takeAlong(page, contractPath, 'JSON')).toString())
    for (const [format, ending] of [
      ['Word', 'docx'],
      ['PDF', 'pdf'],
      ['HTML', 'html'],
    ] as const) {
      const buffer = await takeAlong(page, contractPath, format)
      const draft = await sendIn(page, { name: `aftale.${ending}`, mimeType: 'application/octet-stream', buffer })
      await page.goto(`${draft}/bekraeft`)
      await page.getByRole('button', { name: 'Bekræft aftalen' }).click()
      await page.waitForURL('**/aftaler/*')
      const after: unknown = JSON.parse((await takeAlong(page, new URL(page.url()).pathname, 'JSON')).toString())
      assert.deepEqual(after, before, format)
    }
  })
})

/** On the draft's page the questions stand above everything read, and the source beside both. */
const assertQuestionsFirst = async (page: Page) => {
  const [questions, parts, source] = await Promise.all(
    ['.questions', '.parts', '.source'].map((place) => page.locator(place).boundingBox()),
  )
  assert.ok(questions && parts && source)
  assert.ok(questions.y + questions.height <= parts.y, 'the questions stand before the parts')
  assert.ok(source.x >= parts.x + parts.width, 'the source stands beside them')
  assert.ok(source.y < questions.y + questions.height)
}

const addPromise = async (page: Page, draft: string) => {
  await page.goto(`${draft}/ret?felt=activities.0.commitments.%2B`)
  await page.getByLabel('Tekst').fill('Klubben på kajen inviterer naboerne ombord.')
  await page.getByLabel('Hvem skylder').fill('Klubben på kajen')
  await page.getByLabel('Hvornår og hvor meget').fill('når vinden er til det')
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Det kan ikke læses som en frist').waitFor()
  assert.equal(await page.getByLabel('Hvem skylder').inputValue(), 'Klubben på kajen')
  await page.getByLabel('Hvornår og hvor meget').fill('fire gange om året')
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.waitForURL(`**${draft}`)
}

/** The bytes that the link gives. */
const takeAlong = async (page: Page, path: string, format: string): Promise<Buffer> => {
  await page.goto(path)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: format, exact: true }).click(),
  ])
  return readFile(await download.path())
}
