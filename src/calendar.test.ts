import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clonedDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { choicesOn, plan, timesOn, versionOn, words, activity } from './test-calendar.ts'
import { openSample } from './test-visitor.ts'

describe('the calendar', () => {
  const own = clonedDatabase()
  const platform = () => testPlatform(own.database)

  it('shows a week to everyone, and only what is published', async () => {
    const { visit, signIn } = await openSample(platform())
    const page = words(await visit().text('/kalender?uge=2026-W48'))
    assert.match(page, /Uge 48 · 23\. november 2026 – 29\. november 2026/)
    assert.match(page, /Onsdag den 25\. november 2026 .*15\.30 til 17\.30 Åben lods Butikslokalet på Tangvej/)
    assert.doesNotMatch(page, /Ny aktivitet/)
    const ida = await signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Hemmelig prøve', vis: '', hvor: 'Kælderen' })
    const path = address.split('?')[0] ?? ''
    assert.match(words(await ida.text('/kalender?uge=2026-W49')), /Hemmelig prøve .*Ikke vist for alle/)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W49'), /Hemmelig prøve/)
    assert.equal((await visit().ask(path)).status, 404)
    assert.equal((await visit().ask(timesOn(await ida.text(path))[0] ?? '')).status, 404)
  })

  it('is narrowed by area, kind and words, with Danish letters and without', async () => {
    const { visit } = await openSample(platform())
    const found = async (query: string) => words(await visit().text(`/kalender?uge=2026-W48&${query}`))
    assert.match(await found('q=foedboldbur'), /Der er intet i denne uge, der passer/)
    assert.match(await found('q=laes'), /Der er intet/)
    assert.match(await found('q=lektiecafe'), /Lektiecafé/)
    assert.match(await found('q=baadhuset'), /Klub i Bådhuset/)
    const kind = await found('slags=sport')
    assert.match(kind, /Streetfodbold/)
    assert.doesNotMatch(kind, /Lektiecafé/)
  })

  it('takes an activity once, shows its times first, and lays them', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const seen = await plan(ida, 'Et andet sted', { goer: 'vis' })
    assert.equal(seen.status, 200)
    assert.match(words(seen.page), /De første gange .*tirsdag den 1\. december 2026 16\.00–18\.00/)
    assert.match(seen.page, /value="Skak i beboerhuset"/)
    const { status, address } = await plan(ida, 'Et andet sted')
    assert.equal(status, 303)
    const page = words(await ida.text(address))
    assert.match(page, /9 gange ligger i kalenderen/)
    assert.match(page, /tirsdag den 26\. januar 2027 16\.00–18\.00/)
    assert.doesNotMatch(page, /2\. februar/)
  })

  it('keeps what was typed and says what is wrong beside each field', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { status, page } = await plan(ida, 'Et andet sted', {
      navn: '',
      fra: '18',
      til: '16',
      alderfra: '12',
      aldertil: '8',
      pris: 'meget',
      slut: '2026-11-01',
    })
    assert.equal(status, 422)
    for (const said of ['Skriv noget her', 'Det slutter, før det begynder', 'Den yngste er ældre', 'Skriv et beløb'])
      assert.match(page, new RegExp(said))
    assert.match(page, /value="meget"/)
    const never = await plan(ida, 'Et andet sted', { gentag: 'once', dag: '2026-02-30' })
    assert.match(never.page, /Skriv en dag, der findes/)
  })

  it('lets nobody plan for an organisation they do not act for', async () => {
    const { signIn } = await openSample(platform())
    const [ida, line] = [await signIn('Ida Holt'), await signIn('Line Østerby')]
    const { arrangoer } = choicesOn(await line.text('/kalender/ny'), 'x')
    const { status } = await plan(ida, 'Et andet sted', { arrangoer })
    assert.equal(status, 403)
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Idas eget' })
    const path = address.split('?')[0] ?? ''
    assert.equal((await line.ask(`${path}/ret`)).status, 403)
    assert.equal((await line.send(`${path}/slut`, { udgave: '0', fra: '2026-12-01' })).status, 403)
    const gang = timesOn(await line.text(path))[0] ?? ''
    assert.equal((await line.send(gang, { udgave: '0', goer: 'aflys' })).status, 403)
  })

  it('moves one time, calls one off and holds it after all, each seen by everyone', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Bordtennis' })
    const [first = '', second = ''] = timesOn(await ida.text(address))
    const moved = await ida.send(first, {
      udgave: '0',
      goer: 'flyt',
      dag: '2026-12-02',
      fra: '17',
      til: '19',
      hvorfor: 'Salen er lånt ud',
    })
    assert.equal(moved.status, 303)
    const page = words(await visit().text(first))
    assert.match(page, /onsdag den 2\. december 2026 kl\. 17\.00–19\.00 → Flyttet/)
    assert.match(page, /Skulle have været 1\. december 2026 kl\. 16\.00/)
    assert.match(page, /Salen er lånt ud/)
    const stale = await ida.send(first, { udgave: '0', goer: 'aflys', hvorfor: '' })
    assert.equal(stale.status, 422)
    assert.match(await stale.text(), /En anden har ændret det/)
    await ida.send(second, { udgave: '0', goer: 'aflys', hvorfor: 'Træneren er syg' })
    assert.match(words(await visit().text(second)), /✕ Aflyst .*Træneren er syg/)
    await ida.send(second, { udgave: versionOn(await ida.text(second)), goer: 'hold' })
    assert.doesNotMatch(words(await visit().text(second)), /Aflyst/)
  })

  it('changes what is to come from a day on, and lets what came before stand', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Kor' })
    const path = address.split('?')[0] ?? ''
    const choices = choicesOn(await ida.text(`${path}/ret`), 'Et andet sted')
    const change = {
      ...activity,
      ...choices,
      navn: 'Stort kor',
      fra: '17',
      til: '19',
      fradag: '2027-01-01',
      udgave: '0',
    }
    const changed = await ida.send(`${path}/ret`, change)
    assert.equal(changed.status, 303)
    const later = (changed.headers.get('location') ?? '').split('?')[0] ?? ''
    assert.notEqual(later, path)
    const before = words(await ida.text(path))
    assert.match(before, /tirsdag den 29\. december 2026 16\.00–18\.00/)
    assert.doesNotMatch(before, /januar 2027 1\d\.00/)
    assert.match(words(await ida.text(later)), /tirsdag den 5\. januar 2027 17\.00–19\.00/)
  })

  it('lets the same times go on when the weekday changes for all that is to come', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Yoga' })
    const path = address.split('?')[0] ?? ''
    const before = timesOn(await ida.text(path))
    const choices = choicesOn(await ida.text(`${path}/ret`), 'Et andet sted')
    await ida.send(`${path}/ret`, {
      ...activity,
      ...choices,
      navn: 'Yoga',
      dag: '2026-12-03',
      fradag: '2026-11-21',
      udgave: '0',
    })
    const page = await ida.text(path)
    assert.deepEqual(timesOn(page).slice(0, before.length - 1), before.slice(0, -1))
    assert.match(words(page), /torsdag den 3\. december 2026/)
  })

  it('rests, comes back, and ends', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Løb' })
    const path = address.split('?')[0] ?? ''
    await ida.send(`${path}/pause`, { udgave: '0', fra: '2026-12-20', til: '2027-01-03', hvorfor: 'Jul' })
    assert.doesNotMatch(words(await ida.text(path)), /(22|29)\. december 2026 16/)
    const twice = await ida.send(`${path}/pause`, { udgave: '1', fra: '2026-12-21', til: '2026-12-22' })
    assert.match(await twice.text(), /Den holder allerede pause/)
    await ida.send(`${path}/pause`, { udgave: '1', fjern: '2026-12-20' })
    assert.match(words(await ida.text(path)), /22\. december 2026 16/)
    await ida.send(`${path}/slut`, { udgave: '2', fra: '2026-12-10' })
    const ended = words(await ida.text(path))
    assert.match(ended, /8\. december 2026 16/)
    assert.doesNotMatch(ended, /15\. december 2026/)
  })
})
