import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { goodAnswer, makeSamlProvider } from '../../src/test-saml-provider.ts'
import { type Neighbour, openHouse } from './house.ts'

const label = 'Havneby Forening'
const folder = mkdtempSync(join(tmpdir(), 'brobyg-neighbour-'))
const key = makeSamlProvider()
let server: Server | undefined

/** A provider whose only page has one button, which sends whoever presses it back by a form. To a browser it is another site. */
const openProvider = async (address: string): Promise<Neighbour> => {
  const answers = `${address}/log-ind/saml/oio`
  server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('SAMLRequest') ?? ''
    const inResponseTo = /ID="([^"]+)"/.exec(inflateRawSync(Buffer.from(asked, 'base64')).toString())?.[1] ?? ''
    const xml = goodAnswer(key, {
      id: `_${crypto.randomUUID()}`,
      issuer: 'https://idp.example',
      nameId: 'pseudonym',
      format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      recipient: answers,
      audience: `${answers}/metadata`,
      inResponseTo,
      notBefore: '2026-11-21T11:59:00Z',
      notOnOrAfter: '2026-11-21T12:05:00Z',
      attributes: { 'https://data.gov.dk/model/core/eid/email': 'ida.holt@havneby.example' },
    })
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="da"><title>Provider</title><link rel="icon" href="data:,">
      <form method="post" action="${answers}"><button name="SAMLResponse" value="${Buffer.from(xml).toString('base64')}">
      Ja, det er mig</button></form></html>`)
  })
  const opening = server
  await new Promise<void>((resolve) => opening.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${portOf(opening)}`
  const identityProvidersFile = join(folder, 'providers.json')
  const provider = { kind: 'saml', id: 'oio', label, issuer: 'https://idp.example', entryPoint: `${origin}/login` }
  const trusted = { idpCertificate: key.certificate, mailDomains: ['havneby.example'] }
  writeFileSync(identityProvidersFile, JSON.stringify([{ ...provider, ...trusted }]))
  return { origin, identityProvidersFile }
}

const portOf = (listening: Server): number => {
  const address = listening.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('coming back from an identity provider on another site', () => {
  after(() => {
    server?.close()
    server?.closeAllConnections()
    rmSync(folder, { recursive: true })
  })
  const house = openHouse(openProvider)

  it('lets in the browser that began, and its page is the one asked for', async () => {
    const page = await house.visit()
    await page.goto('/log-ind?til=%2Floefter')
    await page.getByRole('link', { name: `Log ind med ${label}` }).click()
    assert.ok(page.url().startsWith('http://127.0.0.1:'))
    await page.getByRole('button', { name: 'Ja, det er mig' }).click()
    await page.waitForURL('**/loefter')
    assert.equal(await page.locator('.acting-who a').innerText(), 'Ida Holt')
    await page.goto('/indstillinger')
    assert.equal(await page.getByRole('button', { name: `Fjern kontoen hos ${label}` }).count(), 1)
  })

  it('lets in nobody else: the answer of one browser is no use in another', async () => {
    const [page, other] = [await house.visit(), await house.visit()]
    await page.goto('/log-ind')
    await page.getByRole('link', { name: `Log ind med ${label}` }).click()
    await other.goto(page.url())
    await other.getByRole('button', { name: 'Ja, det er mig' }).click()
    await other.waitForURL('**/retur?kode=*')
    assert.match(await other.locator('h1').innerText(), /Vi kunne ikke se, hvem du er/)
    assert.equal(await other.locator('.acting-who').count(), 0)
  })
})
