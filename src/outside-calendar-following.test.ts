import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarOf, event, ok, openClub, party, training, words } from './test-club.ts'
import { openSample } from './test-visitor.ts'

describe('following a calendar kept elsewhere', () => {
  const { club, platform, sql, follow, seriesOf, poll, traces, rowsOf } = openClub()

  it('is asked politely, and writes nothing where nothing has changed', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id } = await follow(ida, training, party)
    const [before, traced] = [await rowsOf(id), await traces()]
    club.told.answer = (response) => void response.writeHead(304).end()
    await poll(id, '2026-11-21T18:00:00Z')
    const headers = club.asked.at(-1)
    assert.equal(headers?.['if-none-match'], '"1"')
    assert.match(headers?.['user-agent'] ?? '', /^Brobyg \(\+http/)
    // The same again, made anew with another stamp, as Google does.
    club.told.answer = ok(calendarOf(training.replace('SUMMARY', 'DTSTAMP:20261121T170000Z\r\nSUMMARY'), party))
    await poll(id, '2026-11-21T23:00:00Z')
    assert.deepEqual(await rowsOf(id), before)
    assert.equal(await traces(), traced)
  })

  it('brings changes here: a time that moves goes on as itself, and counts up', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id, path } = await follow(ida, training, party)
    const before = await rowsOf(id)
    const moved = event(
      'traening',
      'SUMMARY:Træning for begyndere',
      'RECURRENCE-ID;TZID=Europe/Copenhagen:20261208T170000',
      'DTSTART;TZID=Europe/Copenhagen:20261209T190000',
      'DTEND;TZID=Europe/Copenhagen:20261209T203000',
    )
    club.told.answer = ok(calendarOf(training, moved, party.replace('Julefest', 'Stor julefest')))
    await poll(id, '2026-11-21T18:00:00Z')
    const now = await rowsOf(id)
    assert.deepEqual(
      now.map(({ starts }) => starts),
      ['11-24 17:00', '12-01 17:00', '12-09 19:00', '12-15 17:00', '12-19 00:00'],
    )
    assert.deepEqual(now.map((row) => row.id).toSorted(), before.map((row) => row.id).toSorted())
    assert.deepEqual(
      now.map(({ version }) => version),
      [0, 0, 1, 0, 0],
    )
    assert.deepEqual(now[4]?.sequence, 1)
    const series = await seriesOf(ida, path, 'Stor julefest')
    assert.match(words(await visit().text(series)), /Stor julefest/)
  })

  it('ends here what is taken out there: called off where it is near, gone where it is not, and back when it comes back', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id } = await follow(ida, training, party)
    club.told.answer = ok(calendarOf(party))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts, state, reason }) => [starts, state, reason]),
      [
        ['11-24 17:00', 'cancelled', 'Taget ud af Bordtennisklubben'],
        ['12-19 00:00', 'planned', ''],
      ],
    )
    assert.match(words(await visit().text('/kalender?uge=2026-W48')), /Træning for begyndere .*Aflyst/)
    club.told.answer = ok(calendarOf(training, party))
    await poll(id, '2026-11-22T00:00:00Z')
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts, state }) => `${starts} ${state}`),
      ['11-24', '12-01', '12-08', '12-15'].map((day) => `${day} 17:00 planned`).concat('12-19 00:00 planned'),
    )
  })

  it('loses nothing to a file that was cut, or to an event that cannot be read this time', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id } = await follow(ida, training, party)
    const before = await rowsOf(id)
    club.told.answer = ok(calendarOf(training.replace('FREQ=WEEKLY', 'FREQ=TIT')))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts }) => starts),
      before.slice(0, 4).map(({ starts }) => starts),
    )
    club.told.answer = ok('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')
    await poll(id, '2026-11-21T23:00:00Z')
    assert.equal((await rowsOf(id)).length, 4)
  })

  it('says how it stands when it does not answer, waits longer each time, and is given up after a month with a mail', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id, path } = await follow(ida, training)
    club.told.answer = (response) => void response.writeHead(404).end()
    const waits: number[] = []
    let moment = Temporal.Instant.from('2026-11-21T18:00:00Z')
    for (let tries = 0; tries < 45; tries += 1) {
      await poll(id, moment.toString())
      const [row] = await sql<{ next: Date | string | null }>(
        `select next_at::text as next from @outside_calendar where outside_calendar_id = '${id}'`,
      )
      if (row?.next === null || row === undefined) break
      const next = Temporal.Instant.from(String(row.next).replace(' ', 'T'))
      waits.push(next.since(moment).total('hours'))
      moment = next
    }
    assert.ok(waits.length > 20)
    assert.ok(
      waits.every((wait, at) => wait >= Math.min(2 ** (at + 1), 24) && wait <= 27),
      waits.join(),
    )
    const page = words(
      await (await (await openSample(platform(moment.toString()))).signIn('Ida Holt')).text('/kalender/foelg'),
    )
    assert.match(
      page,
      /Følges ikke længere: har ikke svaret siden 21\. november 2026 .*Siden svarer 404: kalenderen er der ikke/,
    )
    assert.deepEqual(
      (await sql<{ subject: string }>('select subject from @mail')).map(({ subject }) => subject),
      ['Bordtennisklubben følges ikke længere'],
    )
    assert.equal((await rowsOf(id)).length, 4)
    club.told.answer = ok(calendarOf(training))
    await ida.send(`${path}/goer`, { goer: 'hent' })
    assert.match(words(await ida.text(path)), /Hentet lige nu · én aktivitet/)
  })

  it('leaves a server alone for as long as it asks', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id, path } = await follow(ida, training)
    club.told.answer = (response) => void response.writeHead(429, { 'retry-after': '172800' }).end()
    await poll(id, '2026-11-21T18:00:00Z')
    const page = words(await ida.text(path))
    assert.match(page, /Siden svarer 429: den beder os vente/)
    assert.match(page, /Hentes igen 23\. november 2026 kl\. 19\.00/)
  })
})
