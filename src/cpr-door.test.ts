import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { lineLog } from './platform/log.ts'
import { testPlatform } from './platform/test-platform.ts'
import { beginDraft } from './rooms/agreements/index.ts'
import { readContract } from './rooms/commitments/index.ts'
import { system } from './rooms/access/index.ts'
import { theSample } from './test-sample.ts'
import { openSample, visitorOf } from './test-visitor.ts'

const number = '010190-1234'
const text = `Moren siger, at ${number} skal skrives op til svømning.`

/** A thing's address that has none of the number's digits in it by chance. */
const thing = 'ffffffff-ffff-7fff-8fff-ffffffffffff'

describe('the door against CPR numbers', () => {
  const database = testDatabase(theSample)

  it('stands before every address that a form can be sent to', async () => {
    const app = await createApp(testPlatform(database.database))
    const visitor = visitorOf(app)
    const addresses = new Set(
      app.routes.filter(({ method, path }) => method === 'POST' && !path.includes('*')).map(({ path }) => path),
    )
    // Machines send these, without a page of ours before them, and they keep no text.
    for (const sentByMachines of ['/loefter/mail/stop', '/kalender/mail/stop', '/log-ind/saml/:provider'])
      addresses.delete(sentByMachines)
    assert.ok(addresses.size > 15, `only ${addresses.size} addresses seen`)
    for (const address of addresses) {
      const answer = await visitor.send(address.replaceAll(/:\w+/g, thing), { note: text })
      const page = await answer.text()
      assert.equal(answer.status, 422, address)
      assert.match(page, /Slet CPR-nummeret først/, address)
      assert.doesNotMatch(page, /010190|1234/, address)
    }
  })

  it('shows which field it is, the words around, and the form to send again without the number', async () => {
    const visitor = visitorOf(await createApp(testPlatform(database.database)))
    const answer = await visitor.send('/log-ind/ny?x=1', { navn: 'Bodil', funktion: text })
    const page = await answer.text()
    assert.match(page, /Feltet »funktion«/)
    assert.match(page, /Moren siger, at ●●●●●●-●●●● skal skrives op/)
    assert.match(page, /<form method="post" action="\/log-ind\/ny\?x=1"/)
    assert.match(page, /name="navn" value="Bodil"/)
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
    assert.match(await (await visitor.ask('/sprog/en')).text(), /^$/)
    const english = await visitor.send('/log-ind/ny', { funktion: text })
    assert.match(await english.text(), /Delete the CPR number first/)
  })

  it('looks at forms of both kinds, at JSON and plain text, and at the names of files', async () => {
    const visitor = visitorOf(await createApp(testPlatform(database.database)))
    const send = (type: string, body: string) =>
      visitor.ask('/log-ind', { method: 'POST', body, headers: { 'content-type': type } })
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', `note=${encodeURIComponent(text)}`],
      ['application/x-www-form-urlencoded; charset=utf-8', 'a=1&note=010190%C2%A01234'],
      ['application/json', JSON.stringify({ deep: [{ note: text }] })],
      ['text/plain', text],
    ] as const) {
      const answer = await send(type, body)
      assert.equal(answer.status, 422, type)
      const page = await answer.text()
      assert.match(page, /CPR-nummer/, type)
      assert.doesNotMatch(page, /1234/, type)
    }
    const file = await visitor.send('/log-ind', { fil: new File(['x'], `bilag ${number}.txt`) })
    const page = await file.text()
    assert.match(page, /bilag ●●●●●●-●●●●\.txt/)
    assert.match(page, /Giv filen et navn uden nummeret/)
    assert.doesNotMatch(page, /<form method="post" action="\/log-ind"/)
  })

  it('answers a form that breaks off with a sentence', async () => {
    const visitor = visitorOf(await createApp(testPlatform(database.database)))
    const answer = await visitor.ask('/log-ind', {
      method: 'POST',
      body: '--x\r\nbroken',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /kom ikke helt frem/)
  })

  it('leaves the form whole for the page behind it, also with a file of 20 MB', async () => {
    const { signIn } = await openSample(testPlatform(database.database))
    const leader = await signIn('Pernille Skovgaard')
    const large = new File([new Uint8Array(20 * 1024 * 1024 - 1024).fill(0x20)], 'stor.txt')
    const answer = await leader.send('/aftaler/ny', { fil: large })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /er tom/)
  })

  it('writes nothing of it in the log', async () => {
    let log = ''
    const platform = { ...testPlatform(database.database), log: lineLog((line) => (log += line)) }
    await visitorOf(await createApp(platform)).send('/log-ind', { note: text })
    assert.doesNotMatch(log, /010190|1234/)
  })
})

describe('a document with a CPR number', () => {
  const database = testDatabase(theSample)
  const contractWith = async (visitor: { text(path: string): Promise<string> }) => {
    const contract = await visitor.text('/aftaler/havneby-boern-unge-og-familie/hent.html')
    return contract.replace('</body>', `<p>Bilag</p><p>Borger ${number} har fået en plads.</p></body>`)
  }

  it('is refused with the number of the line, and nothing of it is kept', async () => {
    const platform = testPlatform(database.database)
    const { signIn } = await openSample(platform)
    const leader = await signIn('Pernille Skovgaard')
    const html = await contractWith(leader)
    const answer = await leader.send('/aftaler/ny', { fil: new File([html], 'aftale.html') })
    const page = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(page, /ligner et CPR-nummer, i dokumentet \(linje \d+\)/)
    assert.doesNotMatch(page, /010190|1234/)
    assert.match(await leader.text('/udkast'), /Der er ingen udkast/)
  })

  it('is refused by the action itself, whoever calls it', async () => {
    const platform = testPlatform(database.database)
    const { visit } = await openSample(platform)
    const bytes = new TextEncoder().encode(await contractWith(visit()))
    const { document, lines } = await readContract(bytes, 'aftale.html')
    const { mediaType, sha256 } = document.source
    const source = { name: 'aftale.html', mediaType, sha256, bytes, lines }
    await assert.rejects(beginDraft(platform, system, { source, document }), { message: 'cpr_in_document' })
    const named = { ...source, name: `${number}.html`, lines: [] }
    await assert.rejects(beginDraft(platform, system, { source: named, document }), /cpr_/)
  })
})
