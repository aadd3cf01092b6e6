import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { board, calendarOf, chosen, event, ok, openClub, party, timesOn, training, words } from './test-club.ts'
import { openSample } from './test-visitor.ts'

describe('a calendar kept elsewhere', () => {
  const { club, platform, sql, propose, follow, seriesOf, poll, rowsOf } = openClub()

  it('is shown as it was found before anybody says yes, and nothing is in the calendar until then', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    club.told.answer = ok(calendarOf(training, party, board))
    const { status, path } = await propose(ida)
    assert.equal(status, 303)
    const page = words(await ida.text(path))
    assert.match(page, /Bordtennisklubben/)
    assert.match(page, /2 aktiviteter, 5 gange i alt/)
    assert.match(page, /Træning for begyndere tirsdag den 24\. november 2026 17\.00–18\.30 Hallen/)
    assert.match(page, /Uden navn Den er markeret som privat/)
    assert.doesNotMatch(page, /Bestyrelsesmøde|formand|spiller/)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W48'), /Træning for begyndere/)
    await ida.send(`${path}/bekraeft`, { goer: 'foelg' })
    assert.match(words(await visit().text('/kalender?uge=2026-W48')), /17\.00 til 18\.30 Træning for begyndere/)
    assert.match(words(await ida.text('/kalender/foelg')), /Bordtennisklubben .*Hentet lige nu · 2 aktiviteter/)
    const [{ kept } = { kept: '' }] = await sql<{ kept: string }>(`select string_agg(to_jsonb(t)::text, '') as kept
      from (select to_jsonb(s) as it from @series s union all select to_jsonb(c) from @outside_source c) t`)
    assert.doesNotMatch(kept, /formand@|spiller@|Bestyrelse/)
  })

  it('is at a venue of ours where it names one exactly, and is told as whole days where it lasts them', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const camp = event(
      'lejr',
      'SUMMARY:Sommerlejr for alle',
      'LOCATION:BÅDHUSET',
      'DTSTART;VALUE=DATE:20261201',
      'DTEND;VALUE=DATE:20261203',
    )
    const { path } = await follow(ida, camp, training)
    const visitor = visit()
    const week = words(await visitor.text('/kalender?uge=2026-W49'))
    assert.match(week, /Hele dagen til 2\. december 2026 Sommerlejr for alle Bådhuset/)
    assert.match(
      words(await visitor.text('/kalender?uge=2026-W49&vis=steder')),
      /Bådhuset .*hele dagen til og med .*Sommerlejr/,
    )
    const series = await seriesOf(ida, path, 'Sommerlejr for alle')
    assert.match(words(await ida.text(await seriesOf(ida, path, 'Træning for begyndere'))), /Hallen/)
    const [time = ''] = timesOn(await ida.text(series))
    assert.match(
      words(await visitor.text(time)),
      /tirsdag den 1\. december 2026 hele dagen til og med onsdag den 2\. december 2026/,
    )
    assert.match(await visitor.text(`${time}.ics`), /DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261203/)
    const happening = `/det-sker/${time.split('/').at(-1) ?? ''}`
    for (const [language, told] of [
      ['da', 'hele dagen til onsdag 2. december'],
      ['en', 'all day to Wednesday'],
      ['ar', 'طوال اليوم'],
      ['tr', 'tüm gün'],
      ['so', 'maalinta oo dhan'],
      ['ur', 'پورا دن'],
    ] as const)
      assert.ok(words(await visitor.text(`${happening}?sprog=${language}`)).includes(told), language)
  })

  it('is changed there alone: no page here offers it, and no form does it', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { path } = await follow(ida, training)
    const series = await seriesOf(ida, path, 'Træning for begyndere')
    const page = await ida.text(series)
    assert.match(words(page), /Den følges fra Bordtennisklubben\. Ret den dér/)
    for (const form of ['ret', 'pause', 'slut', 'gang']) assert.ok(!page.includes(`${series}/${form}"`), form)
    const [time = ''] = timesOn(page)
    assert.doesNotMatch(await ida.text(time), /name="goer" value="(?:flyt|aflys)"/)
    assert.equal((await ida.ask(`${series}/ret`)).status, 303)
    for (const [address, form] of [
      [time, { udgave: '0', goer: 'aflys' }],
      [`${series}/slut`, { udgave: '0', fra: '2026-11-22' }],
      [`${series}/pause`, { udgave: '0', fra: '2026-11-22', til: '2026-11-29' }],
      [`${series}/gang`, { dag: '2026-12-30', fra: '10', til: '11' }],
    ] as const) {
      const answer = await ida.send(address, form)
      assert.equal(answer.status, 422, address)
      assert.match(await answer.text(), /Den følges fra en anden kalender/)
    }
  })

  it('can have one activity left out, which stays out when it changes there', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id, path } = await follow(ida, training, party)
    const series = await seriesOf(ida, path, 'Julefest')
    const version = /name="udgave" value="(\d+)"/.exec(await ida.text(series))?.[1] ?? ''
    assert.equal((await ida.send(`${series}/skjul`, { udgave: version, goer: 'skjul' })).status, 303)
    assert.equal((await visit().ask(series)).status, 404)
    club.told.answer = ok(calendarOf(training, party.replace('Julefest', 'Nytårsfest')))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.equal((await visit().ask(series)).status, 404)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W51'), /Nytårsfest/)
    const again = /name="udgave" value="(\d+)"/.exec(await ida.text(series))?.[1] ?? ''
    await ida.send(`${series}/skjul`, { udgave: again, goer: 'vis' })
    assert.match(await visit().text('/kalender?uge=2026-W51'), /Nytårsfest/)
  })

  it('answers a promise by hand, and keeps doing so when it changes there', async () => {
    const yusuf = await (await openSample(platform())).signIn('Yusuf Demir')
    const { id, path } = await follow(yusuf, training)
    const series = await seriesOf(yusuf, path, 'Træning for begyndere')
    const form = await yusuf.text(series)
    const [, promise = ''] = /name="loefte">.*?<option value="([0-9a-f-]{36})"/s.exec(form) ?? []
    assert.notEqual(promise, '')
    const version = /name="udgave" value="(\d+)"/.exec(form)?.[1] ?? ''
    await yusuf.send(`${series}/loefte`, { udgave: version, loefte: promise })
    club.told.answer = ok(calendarOf(training.replace('begyndere', 'alle')))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.match(words(await yusuf.text(series)), /Træning for alle .*Indfrier et løfte:/)
  })

  it('is paused, taken up again, changed for all of it, and let go: what was held stays', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id, path } = await follow(ida, training.replace('begyndere', 'øvede'), party)
    await ida.send(`${path}/goer`, { goer: 'pause' })
    const asked = club.asked.length
    await poll(id, '2026-11-22T18:00:00Z')
    assert.equal(club.asked.length, asked)
    assert.match(words(await ida.text(path)), /På pause · Hentet lige nu/)
    await ida.send(`${path}/goer`, { goer: 'genoptag' })
    const version = /name="udgave" value="(\d+)"/.exec(await ida.text(path))?.[1] ?? ''
    const change = { ...(await chosen(ida)), udgave: version, navn: 'Klubben', slags: 'party', vis: '', alderfra: '8' }
    assert.equal((await ida.send(`${path}/ret`, change)).status, 303)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W48'), /Træning for øvede/)
    const stale = await ida.send(`${path}/ret`, change)
    assert.equal(stale.status, 422)
    const december = await (await openSample(platform('2026-12-02T12:00:00Z'))).signIn('Ida Holt')
    const [, held] = await rowsOf(id)
    const said = await december.send(`/kalender/holdt/${held?.id}`, {
      udgave: String(held?.version),
      goer: 'holdt',
      antal: '12',
    })
    assert.equal(said.status, 303)
    await december.send(`${path}/goer`, { goer: 'stop' })
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts, state }) => `${starts} ${state}`),
      ['11-24 17:00 planned', '12-01 17:00 held', '12-08 17:00 cancelled'],
    )
    assert.doesNotMatch(await december.text('/kalender/foelg'), />Klubben</)
  })

  it('comes as a file once, which is never asked for again', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const asked = club.asked.length
    const { path } = await propose(ida, { adresse: '', fil: new File([calendarOf(training)], 'klub.ics') })
    await ida.send(`${path}/bekraeft`, { goer: 'foelg' })
    assert.match(words(await ida.text(path)), /Taget ind fra en fil · én aktivitet/)
    assert.equal(club.asked.length, asked)
    const none = await propose(ida, { adresse: '' })
    assert.equal(none.status, 422)
    assert.match(none.page, /Skriv en adresse, eller vælg en fil/)
  })

  it('can be let be after a look, and is not followed twice', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    club.told.answer = ok(calendarOf(training))
    const looked = await propose(ida)
    await ida.send(`${looked.path}/bekraeft`, { goer: 'fortryd' })
    assert.equal((await ida.ask(looked.path)).status, 404)
    const adresse = club.newAddress()
    const { path } = await propose(ida, { adresse })
    await ida.send(`${path}/bekraeft`, { goer: 'foelg' })
    assert.match((await propose(ida, { adresse })).page, /Den kalender følger I allerede/)
  })

  it('is refused with a sentence where there is none, or where it leads inside', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const said = async (adresse: string) => (await propose(ida, { adresse })).page
    club.told.answer = ok('<!doctype html><title>Klubben</title>', { 'content-type': 'text/html' })
    assert.match(await said(club.newAddress()), /Det er en hjemmeside, ikke en kalender/)
    club.told.answer = ok('hej')
    assert.match(await said(club.newAddress()), /Det er ikke en kalender/)
    assert.match(await said('klubben'), /Det er ikke en adresse/)
    assert.match(await said('https://a:b@klub.example/x.ics'), /brugernavn eller en adgangskode/)
    for (const inside of [
      'https://10.0.0.1/x.ics',
      'https://[::1]/x.ics',
      'http://2130706434/',
      'https://169.254.169.254/',
    ])
      assert.match(await said(inside), /fører ind på et lukket net/, inside)
  })

  it('is arranged by its own alone, and its address is told to no others', async () => {
    const { signIn, visit } = await openSample(platform())
    const [ida, line] = [await signIn('Ida Holt'), await signIn('Line Østerby')]
    const { path } = await follow(ida, training)
    assert.match(await ida.text(path), /klub\.ics/)
    const seen = await line.text(path)
    assert.match(words(seen), /Træning for begyndere/)
    assert.doesNotMatch(seen, /klub\.ics/)
    assert.equal((await line.send(`${path}/goer`, { goer: 'stop' })).status, 403)
    assert.notEqual((await visit().ask(path)).status, 200)
  })
})
