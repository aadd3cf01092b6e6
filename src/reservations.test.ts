import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample } from './test-visitor.ts'

const contract = '/aftaler/havneby-boern-unge-og-familie'

describe('the pages of what may change or end', () => {
  const database = testDatabase(theSample)
  const open = (moment?: string) => openSample(testPlatform(database.database, moment))

  it('show a reservation in its activity, and lead to it and to what hangs on it', async () => {
    const visitor = (await open()).visit()
    const page = await visitor.text(contract)
    const address = /href="(\/forbehold\/[^"]+)"/.exec(page)?.[1] ?? ''
    const reservation = await visitor.text(address)
    assert.match(reservation, /Sikkert til 31\. december 2026/)
    const promise = /href="(\/loefter\/[^"]+)"/.exec(reservation)?.[1] ?? ''
    assert.ok((await visitor.text(promise)).includes(address))
    assert.doesNotMatch(reservation, /name="blev"/)
    assert.equal((await visitor.ask('/forbehold/findes-ikke')).status, 404)
  })

  it('let those signed in say that a reservation goes on, and show what was typed when it cannot be', async () => {
    const sample = await open('2027-02-10T12:00:00Z')
    const page = await sample.visit().text(contract)
    const address = /href="(\/forbehold\/[^"]+)"/.exec(page)?.[1] ?? ''
    const before = await sample.visit().send(address, { blev: 'fortsaetter', afklaringer: '0' })
    assert.match(before.headers.get('location') ?? '', /^\/log-ind/)
    const visitor = await sample.signIn('Ida Holt')
    assert.match(await visitor.text(address), /er gået/)
    const noDay = await visitor.send(address, { blev: 'slut', sidste: '2027-02-30', afklaringer: '0' })
    assert.equal(noDay.status, 422)
    assert.match(await noDay.text(), /Skriv en dag, der findes/)
    const saved = await visitor.send(address, { blev: 'fortsaetter', afklaringer: '0' })
    assert.equal(saved.status, 303)
    assert.match(await visitor.text(address), /Det fortsætter\. Sagt 10\. februar 2027/)
    assert.equal((await visitor.send(address, { blev: 'fortsaetter', afklaringer: '0' })).status, 422)
  })

  it('plan who carries an activity on, and list the plans of all agreements', async () => {
    const sample = await open()
    assert.match(await sample.visit().text('/forankring'), /ingen fundet endnu/)
    const visitor = await sample.signIn('Ida Holt')
    const address = `${contract}/forankring/a1`
    const plan = { hvem: '', inden: '2028-06-30', bevis: 'En aftale', tilstand: 'agreed', overtaget: '', nummer: '0' }
    const refused = await visitor.send(address, plan)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Skriv, hvem der tager over/)
    assert.equal((await visitor.send(address, { ...plan, hvem: 'Havneby Bibliotek' })).status, 303)
    const list = await visitor.text('/forankring')
    assert.match(list, /Havneby Bibliotek/)
    assert.match(list, /30\. juni 2028/)
    assert.match(await visitor.text(contract), /Havneby Bibliotek · inden 30\. juni 2028 · aftalt/)
    assert.equal((await visitor.ask(`${contract}/forankring/a99`)).status, 404)
  })

  it('work out when an activity can end, after it was discussed, and what stops then', async () => {
    const visitor = (await open()).visit()
    const page = await visitor.text(`${contract}/opsigelse?varslet=2026-11-21&droeftet=2027-01-10`)
    assert.match(page, /Varslet 10\. januar 2027/)
    assert.match(page, /class="notice-day">30\. juni 2027</)
    assert.match(page, /følgegruppen/)
    assert.match(page, /\d+ løfter holder op/)
    assert.equal((await visitor.ask(`${contract}/opsigelse?varslet=2026-02-30`)).status, 422)
    assert.match(await visitor.text(`${contract}/opsigelse?varslet=2028-11-01`), /Aftalen slutter allerede/)
    assert.match(await visitor.text('/aftaler/havneby-uddannelse-og-job/opsigelse'), /Opsigelse/)
  })

  it('open the promises that a number on the contract counts', async () => {
    const visitor = (await open()).visit()
    const page = await visitor.text(contract)
    const counts = [...page.matchAll(/<a class="count state-\w+" href="([^"]+)"><b>(\d+)<\/b>/g)]
    assert.ok(counts.length >= 4)
    for (const [, href = '', count] of counts) {
      const list = await visitor.text(href.replaceAll('&amp;', '&'))
      assert.equal(list.split('<li class="owed ').length - 1, Number(count), href)
    }
  })
})
