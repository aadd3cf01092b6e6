import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

describe('activities for the same children', () => {
  const database = testDatabase()
  const open = () => openSample(testPlatform(database.database))

  const formOf = async (visitor: TestVisitor) => {
    const page = await visitor.text('/kalender/ny')
    const choice = (name: string, text: string) =>
      new RegExp(`<option value="([^"]+)"[^>]*>${text}`).exec(page.split(`name="${name}"`)[1] ?? '')?.[1] ?? ''
    return {
      navn: 'Fodboldskole',
      slags: 'sport',
      arrangoer: choice('arrangoer', ''),
      dag: '2026-12-02',
      fra: '16.00',
      til: '17.30',
      gentag: 'weekly',
      omraade: choice('omraade', 'Tangvej'),
      alderfra: '9',
      aldertil: '12',
      pris: '0',
      vis: 'ja',
    }
  }

  it('are seen before one of them is saved, with moments that are better, and saved knowingly', async () => {
    const visitor = await (await open()).signIn('Malthe Riis')
    const form = await formOf(visitor)
    const first = await visitor.send('/kalender/ny', { ...form, goer: 'gem' })
    assert.equal(first.status, 200)
    const page = await first.text()
    assert.match(page, /Det falder sammen med andet for de samme børn/)
    assert.match(page, /Åben lods/)
    const better = /name="goer" value="(flyt 1 0)"/.exec(page)?.[1] ?? ''
    const moved = await (await visitor.send('/kalender/ny', { ...form, goer: better })).text()
    assert.match(moved, /falder ikke sammen med noget andet/)
    assert.match(moved, /value="2026-12-03"/)
    const saved = await visitor.send('/kalender/ny', { ...form, goer: 'alligevel' })
    assert.equal(saved.status, 303)
    const apart = await visitor.send('/kalender/ny', { ...form, alderfra: '18', aldertil: '30', goer: 'gem' })
    assert.equal(apart.status, 303)
  })

  it('are watched for those who take part, and known ones are told apart, with why', async () => {
    const sample = await open()
    assert.match((await sample.visit().ask('/kalender/sammenfald')).headers.get('location') ?? '', /log-ind/)
    const visitor = await sample.signIn('Pernille Skovgaard')
    const page = await visitor.text('/kalender/sammenfald')
    assert.match(page, /Nye \(\d+\)/)
    const form = page.split('<li class="event').find((part) => part.includes('<h3')) ?? ''
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? ''
    const pair = { en: value('en'), anden: value('anden'), goer: 'kendt' }
    assert.equal((await visitor.send('/kalender/sammenfald', { ...pair, hvorfor: '' })).status, 422)
    assert.equal((await visitor.send('/kalender/sammenfald', { ...pair, hvorfor: 'De deles om banen' })).status, 303)
    const after = await visitor.text('/kalender/sammenfald')
    assert.match(after, /Kendte \(1\)/)
    assert.match(after, /De deles om banen.*Sagt af Pernille Skovgaard/s)
    const stranger = await sample.signIn('Trine Dalsgaard')
    assert.equal((await stranger.send('/kalender/sammenfald', { ...pair, goer: 'frem' })).status, 403)
    assert.equal((await visitor.send('/kalender/sammenfald', { ...pair, goer: 'frem' })).status, 303)
    assert.doesNotMatch(await visitor.text('/kalender/sammenfald'), /Kendte/)
  })
})
