import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse } from './house.ts'

/** Gives the window's browser an authenticator of its own, which does what it is asked as if a finger were laid on it. */
const giveAuthenticator = async (page: Page): Promise<void> => {
  const wire = await page.context().newCDPSession(page)
  await wire.send('WebAuthn.enable')
  await wire.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

describe('signing in', () => {
  const house = openHouse()

  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: 'Log ud' }).click()
    await page.waitForURL(`${house.address}/`)
  }

  const askForLink = async (page: Page, address: string): Promise<string> => {
    await page.goto('/log-ind?til=/loefter')
    await page.getByLabel('Din mailadresse').fill(address)
    await page.getByRole('button', { name: 'Send mig et link' }).click()
    await page.getByRole('heading', { name: 'Se efter i din mail' }).waitFor()
    await house.performJobs()
    const { rows } = await house.database.query<{ plain: string }>(
      `select plain from testby.mail where address = $1 order by queued_at desc, mail_id desc limit 1`,
      [address],
    )
    const [link] = /http\S+/.exec(rows[0]?.plain ?? '') ?? []
    assert.ok(link)
    return link
  }

  it('by a passkey is one click, until the passkey is removed', async () => {
    const page = await house.visitAs('Ida Holt')
    await giveAuthenticator(page)
    await page.goto('/indstillinger')
    await page.getByLabel('Hvad skal nøglen hedde?').fill('Min telefon')
    await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click()
    await page.getByText('Adgangsnøglen er klar').waitFor()
    assert.equal(await page.locator('.own-thing', { hasText: 'Min telefon' }).count(), 1)

    await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click()
    await page.getByText('allerede en adgangsnøgle til dig').waitFor()

    await signOut(page)
    await page.goto('/log-ind?til=/loefter')
    await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click()
    await page.waitForURL(`${house.address}/loefter`)
    await page.goto('/indstillinger')
    assert.match(await page.locator('main').innerText(), /Du er logget ind som Ida Holt/)
    assert.match(await page.locator('.own-thing', { hasText: 'Min telefon' }).innerText(), /sidst brugt/)

    await page.getByRole('button', { name: 'Fjern Min telefon' }).click()
    await page.getByText('Adgangsnøglen er fjernet').waitFor()
    await signOut(page)
    await page.goto('/log-ind')
    await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click()
    await page.getByText('Adgangsnøglen kunne ikke bruges').waitFor()
    await page.goto('/indstillinger')
    assert.match(page.url(), /\/log-ind/)
  })

  it('by a passkey says so kindly where there is none', async () => {
    const page = await house.visit()
    await giveAuthenticator(page)
    await page.goto('/log-ind')
    await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click()
    await page.getByText('Det blev afbrudt').waitFor()
  })

  it('by a link in a mail ends with the offer of a passkey, and with the page one came for', async () => {
    const page = await house.visit()
    await giveAuthenticator(page)
    await page.goto(await askForLink(page, 'malthe.riis@havneby.example'))
    await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click()
    await page.getByRole('heading', { name: 'Vil du slippe for mailen næste gang?' }).waitFor()
    await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click()
    await page.waitForURL(`${house.address}/loefter`)
    await signOut(page)
    await page.goto('/log-ind')
    await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click()
    await page.waitForURL(`${house.address}/aftaler`)
    assert.match(await page.locator('.acting').innerText(), /Malthe Riis/)
  })

  it('by a link in a mail needs no script, and the page offers nothing that does', async () => {
    const page = await house.visit({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    await page.goto('/log-ind')
    assert.equal(await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).isVisible(), false)
    await page.goto(await askForLink(page, 'karim.haddad@havneby.example'))
    await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click()
    assert.equal(await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).isVisible(), false)
    await page.getByRole('link', { name: 'Ikke nu' }).click()
    await page.waitForURL(`${house.address}/loefter`)
  })

  it('weighs less than 15 KB of script', async () => {
    const page = await house.visit()
    const watch = await page.context().newCDPSession(page)
    const scripts = new Map<string, number>()
    watch.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.set(requestId, 0)
    })
    watch.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
    })
    await watch.send('Network.enable')
    await page.goto('/log-ind', { waitUntil: 'networkidle' })
    const [weight = 0, ...more] = scripts.values()
    assert.ok(weight > 0 && more.length === 0)
    assert.ok(weight < 15 * 1024, `${weight} bytes of script`)
  })
})
