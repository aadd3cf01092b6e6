import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const house = 'Fyrets beboerhus'

describe('the places', () => {
  const database = testDatabase()
  const open = async (moment?: string) => {
    const platform = testPlatform(database.database, moment)
    return { platform, sample: await openSample(platform) }
  }

  const addressOf = async (visitor: TestVisitor, name: string): Promise<string> => {
    const page = await visitor.text('/steder')
    return new RegExp(`href="(/steder/[^"]+)">${name}<`).exec(page)?.[1] ?? ''
  }

  const organiserOf = async (visitor: TestVisitor, address: string): Promise<string> =>
    /<select[^>]*name="for"[^>]*>\s*<option value="([^"]+)"/.exec(await visitor.text(address))?.[1] ?? ''

  const askFor = async (visitor: TestVisitor, address: string, form: Record<string, string>) =>
    visitor.send(`${address}/book`, {
      lokale: '',
      hvad: 'Bestyrelsesmøde',
      dag: '2026-12-07',
      fra: '18.00',
      til: '20.00',
      hveruge: '',
      for: await organiserOf(visitor, address),
      ...form,
    })

  it('are listed with how they stand, and narrowed by words, area, size and time', async () => {
    const { sample } = await open()
    const visitor = sample.visit()
    assert.match(await visitor.text('/steder'), /Åbent nu/)
    const found = await visitor.text('/steder?q=baadhuset')
    assert.match(found, /Bådhuset/)
    assert.doesNotMatch(found, /Boldburet/)
    assert.doesNotMatch(await visitor.text('/steder?personer=70'), />Bådhuset</)
    const member = await sample.signIn('Malthe Riis')
    const then = await member.text('/steder?dag=2026-12-03&fra=15&til=16')
    assert.match(then, />Bådhuset<(?:(?!<\/li>).)*Optaget/s)
    const address = await addressOf(visitor, house)
    const page = await visitor.text(address)
    assert.match(page, /mandag–torsdag 08\.00–22\.00, fredag 08\.00–23\.00/)
    assert.match(page, /Indgang fra gården, den blå dør/)
    assert.doesNotMatch(page, /Denne uge/)
    assert.match(await (await sample.signIn('Ida Holt')).text(address), /Denne uge/)
  })

  it('are refused outside their hours, with the hours in words, and keep what was typed', async () => {
    const { sample } = await open()
    const club = await sample.signIn('Malthe Riis')
    const address = await addressOf(club, house)
    const answer = await askFor(club, address, { fra: '22.30', til: '23.30' })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /ikke åbent mandag den 7\. december 2026 kl\. 22\.30–23\.30.*mandag–torsdag 08\.00–22\.00/)
    assert.match(page, /value="Bestyrelsesmøde"/)
    assert.equal((await askFor(club, address, { dag: '2026-11-02' })).status, 422)
  })

  it('are asked for, and whoever has them gives one a yes and the others a kind no', async () => {
    const { sample } = await open()
    const [club, other] = [await sample.signIn('Malthe Riis'), await sample.signIn('Oliver Krogh')]
    const address = await addressOf(club, house)
    const asked = await askFor(club, address, {})
    assert.match(asked.headers.get('location') ?? '', /spurgt=1/)
    const rival = await askFor(other, address, { hvad: 'Generalprøve', fra: '19', til: '21' })
    assert.match(rival.headers.get('location') ?? '', /spurgt=1/)
    const keeper = await sample.signIn('Ida Holt')
    const page = await keeper.text(address)
    assert.match(page, /Andre har også|En anden har også/)
    const request = requestIn(page, 'Bestyrelsesmøde')
    const visitors = await other.send(`${address}/svar`, { ...request, svar: 'ja', ord: '' })
    assert.equal(visitors.status, 403)
    assert.equal((await keeper.send(`${address}/svar`, { ...request, svar: 'ja', ord: 'Velkommen' })).status, 303)
    assert.equal((await keeper.send(`${address}/svar`, { ...request, svar: 'nej', ord: '' })).status, 422)
    assert.match(await club.text('/steder/mine'), /Booket/)
    assert.match(await other.text('/steder/mine'), /Fik nej/)
    assert.match(await other.text('/steder/mine'), /flere ønsker om samme tid/)
  })

  it('tell who has them and when they are next free, where they are taken', async () => {
    const { sample } = await open()
    const keeper = await sample.signIn('Ida Holt')
    const address = await addressOf(keeper, house)
    const first = await askFor(keeper, address, {})
    assert.match(
      first.headers.get('location') ?? (await first.text()).replaceAll(/<[^>]*>/g, ' ').slice(300, 900),
      /booket=1/,
    )
    const second = await askFor(keeper, address, { fra: '19.00', til: '21.00' })
    assert.equal(second.status, 422)
    assert.match(
      await second.text(),
      /er optaget\. Boligforeningen Fyret har det mandag den 7\. december 2026 kl\. 18\.00–20\.00\. Næste ledige tid er mandag den 7\. december 2026 kl\. 20\.00–22\.00\./,
    )
  })
})

const requestIn = (page: string, purpose: string) => {
  const form = page.split('<form').find((part) => part.includes('name="anmodning"') && part.includes(purpose)) ?? ''
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? ''
  return { anmodning: value('anmodning'), stempel: value('stempel') }
}
