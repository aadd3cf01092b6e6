import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import { parse } from 'parse5'
import { testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const rowsIn = (page: string): string[] => page.split('<li class="owed ').slice(1)

const partsIn = (page: string): Map<string, string> =>
  new Map(
    page
      .split('<section class="owed-part" id="')
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('"')), part.slice(0, part.indexOf('</section>'))]),
  )

const statesIn = (page: string): string[] => rowsIn(page).map((row) => /^state-(\w+)/.exec(row)?.[1] ?? '')

/** The counts above a part, by the address each opens. */
const countsIn = (part: string): { href: string; count: number }[] =>
  [...part.matchAll(/<li class="count [^"]*"><a href="([^"]+)"[^>]*>.*?<b>(\d+)<\/b>/g)].map(
    ([, href = '', count]) => ({
      href: href.replaceAll('&amp;', '&'),
      count: Number(count),
    }),
  )

/** What a page says, without its marks. */
const said = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the list of promises', () => {
  const database = testDatabase(theSample)
  const open = (moment?: string) => openSample(testPlatform(database.database, moment))

  it('shows a visitor every published promise, the urgent first, then by date', async () => {
    const page = await (await open()).visit().text('/loefter?vis=alt&dage=alle')
    const part = partsIn(page).get('alle') ?? ''
    const total = countsIn(part).reduce((sum, { count }) => sum + count, 0)
    assert.ok(total > 100)
    assert.equal(rowsIn(part).length, total)
    const [urgent = '', coming = ''] = part.split('<h3>').slice(1)
    assert.ok(statesIn(urgent).length > 0)
    assert.ok(statesIn(urgent).every((state) => state === 'broken' || state === 'at_risk'))
    const firstAtRisk = statesIn(urgent).indexOf('at_risk')
    assert.ok(statesIn(urgent).lastIndexOf('broken') < firstAtRisk || firstAtRisk === -1)
    const dates = [...(coming.split('<details')[0] ?? '').matchAll(/datetime="([\d-]+)"/g)].map(
      ([, date]) => date ?? '',
    )
    assert.ok(dates.length > 5)
    assert.deepEqual(dates, dates.toSorted())
  })

  it('keeps to the horizon that the address asks for', async () => {
    const visitor = (await open()).visit()
    const coming = async (query: string): Promise<string[]> => {
      const page = await visitor.text(`/loefter?vis=alt${query}`)
      const part = page.split('<h3>').find((one) => /^(?:De næste|Kommende)/.test(one)) ?? ''
      return [...(part.split('<details')[0] ?? '').matchAll(/datetime="([\d-]+)"/g)].map(([, date]) => date ?? '')
    }
    const [thirty, ninety, all] = [await coming('&dage=30'), await coming(''), await coming('&dage=alle')]
    assert.ok(thirty.length < ninety.length && ninety.length < all.length)
    assert.ok(thirty.every((date) => date <= '2026-12-21'))
    assert.ok(ninety.every((date) => date <= '2027-02-19'))
  })

  it('tells apart what our posts owe and what others owe us', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    const parts = partsIn(await ida.text('/loefter?vis=alt&dage=alle'))
    const [ours, theirs] = [rowsIn(parts.get('vi') ?? ''), rowsIn(parts.get('andre') ?? '')]
    assert.ok(ours.length > 20 && theirs.length > 5)
    const owers = ours.map((row) => /Skylder: ([^<]*)/.exec(row)?.[1] ?? '')
    assert.ok(owers.some((names) => names.includes('helhedsplanen Bølgen')))
    assert.ok(!owers.some((names) => names === 'helhedsplanen Kajkanten'))
    assert.ok(theirs.some((row) => row.includes('Skylder: Værftet')))
    assert.ok(!theirs.some((row) => /Skylder: helhedsplanen Bølgen/.test(row)))
  })

  it('says what stands ahead in the calendar, and leads whoever owes it to put it there', async () => {
    const { signIn, visit } = await open()
    const oliver = await signIn('Oliver Krogh')
    const rows = rowsIn(await oliver.text('/loefter?dage=alle'))
    const workshops = rows.find((row) => row.includes('op til 5 prøveværksteder om året i hvert af områderne')) ?? ''
    assert.match(said(workshops), /næste gang 1\. december 2026/)
    const other = rows.find((row) => row.includes('holde op til 5 prøveværksteder')) ?? ''
    assert.match(said(other), /intet i kalenderen · Læg det i kalenderen/)
    const [, path = ''] = /href="(\/kalender\/ny\?loefte=[^"]+)"/.exec(other) ?? []
    assert.match(await oliver.text(path), /value="Værftet på besøg – prøveværksteder i gårdene"/)
    const seen = await visit().text('/loefter?vis=alt&dage=alle')
    assert.match(seen, /intet i kalenderen/)
    assert.doesNotMatch(seen, /Læg det i kalenderen/)
    assert.doesNotMatch(await oliver.text('/loefter?dage=alle&dag=2026-06-01'), /intet i kalenderen/)
    const money = rows.find((row) => row.includes('Prisen pr. prøveværksted')) ?? ''
    assert.doesNotMatch(money, /kalenderen/)
  })

  it('opens the rows behind each number', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    const counts = countsIn(partsIn(await ida.text('/loefter')).get('vi') ?? '')
    assert.ok(counts.length >= 3)
    for (const { href, count } of counts) {
      const part = partsIn(await ida.text(`${href.replace(/#.*/, '')}&vis=alt`)).get('vi') ?? ''
      assert.equal(rowsIn(part).length, count, href)
    }
  })

  it('filters by party, plan, activity, state and words, and keeps them in every link', async () => {
    const visitor = (await open()).visit()
    const owers = async (query: string) =>
      rowsIn(await visitor.text(`/loefter?dage=alle&vis=alt&${query}`)).map((row) => /Skylder: ([^<]*)/.exec(row)?.[1])
    const plan = await owers('plan=Kajkanten')
    assert.ok(
      plan.length > 10 &&
        plan.every((names) => /Kajkanten|arterne|medarbejder|organisationerne|Almenbolig/i.test(names ?? '')),
    )
    assert.ok((await owers('part=Sundheds-+og+Plejeforvaltningen')).some((names) => names === 'Sundhedshuset'))
    const words = rowsIn(await visitor.text('/loefter?dage=alle&vis=alt&q=B%C3%98LGEN+kvartal'))
    assert.ok(words.length > 0 && words.every((row) => /bølgen/i.test(row) && /kvartal/i.test(row)))
    const state = statesIn(await visitor.text('/loefter?tilstand=efter-behov&vis=alt'))
    assert.ok(state.length > 0 && state.every((one) => one === 'on_demand'))
    const page = await visitor.text('/loefter?plan=Kajkanten&q=unge&dag=2026-06-01&dage=30')
    const chips = [...page.matchAll(/class="chip" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    assert.ok(chips.every((href) => /plan=Kajkanten.*q=unge.*dag=2026-06-01/.test(href)))
    assert.match(page, /<option value="Kajkanten" selected="">/)
    assert.match(page, /Sådan var det 1. juni 2026/)
  })

  it('filters by one activity of one agreement', async () => {
    const visitor = (await open()).visit()
    const form = await visitor.text('/loefter')
    const [, activity = '', name = ''] = /<option value="([\w-]+\/a\d[^"]*)">([^<]+)</.exec(form) ?? []
    const rows = rowsIn(await visitor.text(`/loefter?dage=alle&vis=alt&aktivitet=${activity}`))
    assert.ok(rows.length > 0 && rows.every((row) => row.includes(name)))
  })

  it('says what will be here when there is nothing, and nothing of what it does not understand', async () => {
    const sample = await open()
    const officer = await sample.signIn('Dariusz Nowak')
    assert.match(await officer.text('/loefter'), /Ingen løfter nævner din post/)
    const visitor = sample.visit()
    assert.match(await visitor.text('/loefter?q=findesikke'), /Ingen løfter passer/)
    assert.equal((await visitor.ask('/loefter?dag=2026-02-30')).status, 422)
    assert.equal((await visitor.ask('/loefter?tilstand=x&dage=-1&aktivitet=%2F&part=%00%27')).status, 200)
    assert.equal((await visitor.ask(`/loefter?q=${'x'.repeat(5000)}`)).status, 200)
  })

  it('has no promises before the first agreement, and is there in English', async () => {
    const visitor = (await open()).visit()
    assert.match(await visitor.text('/loefter?dag=2020-01-01'), /når parterne har offentliggjort en aftale/)
    assert.match(await visitor.text('/loefter?sprog=en'), /What|All that the parties have promised/)
  })

  it('never shows what was typed as markup', async () => {
    const page = await (await open()).visit().text('/loefter?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&plan=%3Cb%3E')
    assert.doesNotMatch(page, /<script>alert|<b>&/)
    assert.ok(parse(page).childNodes.length > 0)
  })
})

describe('the spreadsheet of promises', () => {
  const database = testDatabase(theSample)

  const sheetOf = async (visitor: TestVisitor, path: string): Promise<string[][]> => {
    const answer = await visitor.ask(path)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-disposition') ?? '', /loefter-[\d-]+\.xlsx/)
    const xml = strFromU8(
      unzipSync(new Uint8Array(await answer.arrayBuffer()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<v>|<is><t[^>]*>)([^<]*)/g)].map(
        ([, column, value]) => `${column}:${value}`,
      ),
    )
  }

  it('holds the rows of the page under Danish headings, days as days', async () => {
    const sample = await openSample(testPlatform(database.database))
    const visitor = sample.visit()
    const [heading, ...rows] = await sheetOf(visitor, '/loefter.xlsx?tilstand=ikke-holdt')
    assert.deepEqual(heading?.slice(0, 4), ['A:Frist', 'B:Tilstand', 'C:Begrundelse', 'D:Løfte'])
    const shown = rowsIn(await visitor.text('/loefter?tilstand=ikke-holdt&vis=alt')).length
    assert.ok(shown > 0)
    assert.equal(rows.length, shown)
    assert.ok(rows.every((row) => row.includes('B:ikke holdt')))
    const days = rows.map((row) => row[0] ?? '').filter((cell) => cell.startsWith('A:'))
    assert.ok(days.length > 0 && days.every((day) => /^A:4\d{4}$/.test(day)))
  })

  it('holds our own and what is owed to us for those who are signed in', async () => {
    const ida = await (await openSample(testPlatform(database.database))).signIn('Ida Holt')
    const rows = (await sheetOf(ida, '/loefter.xlsx')).slice(1).flat()
    assert.ok(rows.includes('K:vores') && rows.includes('K:til os') && !rows.includes('K:andres'))
  })
})

describe('the private calendar', () => {
  const database = testDatabase(theSample)
  const open = async (name = 'Ida Holt') => {
    const sample = await openSample(testPlatform(database.database))
    return { sample, person: await sample.signIn(name) }
  }
  const make = async (visitor: TestVisitor): Promise<string> => {
    const page = await (await visitor.send('/loefter/kalender', {})).text()
    return /http:\/\/localhost:3000(\/loefter\/kalender\/[\w-]{43}\.ics)/.exec(page)?.[1] ?? ''
  }

  it('is made at one click and read without signing in', async () => {
    const { sample, person } = await open()
    const path = await make(person)
    const answer = await sample.visit().ask(path)
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/calendar; charset=utf-8'])
    const text = await answer.text()
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    assert.ok(events.length > 20)
    assert.equal(new Set(events.map((event) => event.uid)).size, events.length)
    for (const event of events) {
      const on = event.startDate.toString()
      assert.ok(event.startDate.isDate && on >= '2026-11-21' && on <= '2027-11-21', on)
      assert.match(event.summary, /^Frist: /)
    }
    assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
  })

  it('answers 304 while nothing changed, and is the same an hour later', async () => {
    const { sample, person } = await open()
    const path = await make(person)
    const first = await sample.visit().ask(path)
    const etag = first.headers.get('etag') ?? ''
    assert.equal((await sample.visit().ask(path, { headers: { 'if-none-match': etag } })).status, 304)
    const later = await openSample(testPlatform(database.database, '2026-11-21T13:00:00Z'))
    assert.equal(await (await later.visit().ask(path)).text(), await first.text())
  })

  it('ends the old address when a new one is made, and the last one when it is closed', async () => {
    const { sample, person } = await open()
    const [first, second] = [await make(person), await make(person)]
    assert.notEqual(first, second)
    assert.equal((await sample.visit().ask(first)).status, 404)
    assert.equal((await sample.visit().ask(second)).status, 200)
    assert.equal((await person.send('/loefter/kalender/luk', {})).status, 303)
    assert.equal((await sample.visit().ask(second)).status, 404)
    assert.doesNotMatch(await person.text('/loefter/kalender'), /Luk linket/)
  })

  it('ends when its person is removed', async () => {
    const { sample, person } = await open()
    const path = await make(person)
    assert.equal((await person.send('/proeven/fjern', {})).status, 303)
    assert.equal((await sample.visit().ask(path)).status, 404)
  })

  it('holds each person only what their posts owe', async () => {
    const { sample, person } = await open('Rasmus Thorup')
    const text = (await (await sample.visit().ask(await make(person))).text()).replaceAll('\r\n ', '')
    assert.match(text, /Skylder: .*(?:Fritidsjobkonsulent|Jobcenter Sundstrand|Social- og)/)
    assert.doesNotMatch(text, /Skylder: helhedsplanen Bølgen\.\\n/)
  })

  it('asks a visitor to sign in, and knows no guessed address', async () => {
    const { sample } = await open()
    assert.equal((await sample.visit().ask('/loefter/kalender')).status, 303)
    assert.equal((await sample.visit().send('/loefter/kalender', {})).status, 303)
    assert.equal((await sample.visit().ask(`/loefter/kalender/${'A'.repeat(43)}.ics`)).status, 404)
    assert.equal((await sample.visit().ask('/loefter/kalender/x.ics')).status, 404)
  })

  it('is seen in the database by its person alone, and never its token', async () => {
    const { sample, person } = await open()
    const path = await make(person)
    const other = await sample.signIn('Malthe Riis')
    const rows = (personId: string | null) =>
      runSql<{ hash: string }>(database, { personId }, `select encode(token_hash, 'hex') as hash from calendar_link`)
    assert.equal((await rows(person.personId)).length, 1)
    assert.deepEqual(await rows(other.personId), [])
    assert.deepEqual(await rows(null), [])
    assert.deepEqual(await rows('system'), [])
    assert.ok(!JSON.stringify(await rows(person.personId)).includes(path.slice(18, 30)))
    await runSql(database, { personId: other.personId }, 'update calendar_link set ended_at = now()')
    assert.equal((await sample.visit().ask(path)).status, 200)
  })
})
