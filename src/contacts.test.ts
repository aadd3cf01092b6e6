import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** Each contact on a page: its words, one space between them. */
const contactsIn = (page: string): string[] =>
  page
    .split('<li class="contact"')
    .slice(1)
    .map((entry) =>
      (entry.split('<p class="owed-ways"')[0] ?? '')
        .replace(/^[^>]*>/, '')
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )

const headingsIn = (page: string): string[] =>
  [...page.matchAll(/<h2 id="(?:gruppe|fundet)[^>]*>(.*?)<\/h2>/gs)].map(([, heading = '']) =>
    heading
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

const find = async (reader: TestVisitor, words: string) =>
  contactsIn(await reader.text(`/kontakter?q=${encodeURIComponent(words)}`))

describe('who to call', () => {
  const own = clonedDatabase(theSample)
  const schema = () => own.database.schema
  const asOwner = (query: string) => runSqlAsOwner(own.url, query.replaceAll(/(?<=[\s])@(?=[a-z])/g, `"${schema()}".`))
  const open = () => openSample(testPlatform(own.database))

  it('is told with mail, phone, what about and how fresh it is, to those who take part', async () => {
    const { signIn } = await open()
    await asOwner(`update @person set phone = '22 33 44 55' where name = 'Anne-Sofie Kragh'`)
    await asOwner(`insert into @holder_confirmation select holder_id, '2026-03-10T12:00:00Z', 'x' from @holder join @person using (person_id)
      where name = 'Anne-Sofie Kragh'`)
    const page = await (await signIn('Ida Holt')).text('/kontakter')
    const entry = contactsIn(page).find((one) => one.includes('Anne-Sofie Kragh')) ?? ''
    assert.match(entry, /^sekretariatsleder Kajkanten pt\. Anne-Sofie Kragh 22 33 44 55 anne-sofie\.kragh@/)
    assert.match(entry, /bekræftet for 8 måneder siden/)
    assert.match(entry, /Handler om .*ikke holdt .*Kajkanten betaler 9\.500 kr/)
    assert.match(page, /href="tel:\+4522334455"/)
    assert.match(page, /href="mailto:anne-sofie\.kragh@havneby\.example"/)
  })

  it('tells of a post nobody holds that it is vacant, and its promises all the same', async () => {
    const { signIn } = await open()
    const vacant = contactsIn(await (await signIn('Ida Holt')).text('/kontakter')).filter((one) =>
      one.includes('ubesat'),
    )
    assert.ok(vacant.length > 1)
    assert.match(vacant[0] ?? '', /ubesat Løfterne gælder stadig\. Handler om [✓✕→△–]/)
  })

  it('tells everybody the names that published agreements say, and nothing that reaches them', async () => {
    const page = await (await open()).visit().text('/kontakter')
    const entries = contactsIn(page)
    assert.ok(entries.some((one) => /^sekretariatsleder Kajkanten Anne-Sofie Kragh Handler om/.test(one)))
    assert.ok(entries.some((one) => one.includes('ubesat')))
    assert.doesNotMatch(page, /mailto:|tel:|@havneby|bekræftet|Dariusz Nowak|\.vcf/)
    for (const path of ['/kontakter.vcf', '/kontakter.xlsx'])
      assert.equal((await (await open()).visit().ask(path)).headers.get('location')?.startsWith('/log-ind'), true)
  })

  it('tells nobody outside who took over from the one an agreement names', async () => {
    const { signIn, visit } = await open()
    await asOwner(`update @person set name = 'Nora Ny' where name = 'Malthe Riis'`)
    const seenOutside = (await find(visit(), 'ungemedarbejder'))[0] ?? ''
    assert.match(seenOutside, /Navnet ser de, der er med i samarbejdet/)
    assert.deepEqual(await find(visit(), 'nora'), [])
    assert.match((await find(await signIn('Ida Holt'), 'nora'))[0] ?? '', /Nora Ny/)
    await asOwner(`update @person set name = 'Malthe Riis' where name = 'Nora Ny'`)
  })

  it('is put together by party, plan, unit, post or activity', async () => {
    const { signIn } = await open()
    const ida = await signIn('Ida Holt')
    const by = async (grouping: string) => headingsIn(await ida.text(`/kontakter?efter=${grouping}`))
    const parties = await by('part')
    assert.equal(parties[0], 'Almenbolig Strand')
    assert.deepEqual(parties, parties.toSorted(new Intl.Collator('da').compare))
    assert.deepEqual((await by('plan')).toSorted(), ['Bølgen', 'Kajkanten', 'Uden helhedsplan'])
    assert.ok((await by('enhed')).includes('Ungdomsklubben Dokken'))
    assert.ok((await by('funktion')).includes('Projektkoordinator'))
    const activities = await by('aktivitet')
    assert.equal(activities[0], 'Børn, unge og familie aftalen som helhed')
    assert.ok(activities.includes('FritidsLodserne Børn, unge og familie'))
  })

  it('is narrowed to an agreement or an activity', async () => {
    const { signIn } = await open()
    const ida = await signIn('Ida Holt')
    const job = contactsIn(await ida.text('/kontakter?aktivitet=havneby-uddannelse-og-job')).length
    const all = contactsIn(await ida.text('/kontakter')).length
    const one = contactsIn(await ida.text('/kontakter?aktivitet=havneby-uddannelse-og-job/a1'))
    assert.ok(one.length > 0 && one.length < job && job < all)
  })

  it('is told as it was on a day, by the names of that day', async () => {
    const { signIn } = await open()
    await asOwner(
      `update @holder set holder_during = '[2025-01-01,2026-02-01)' where person_id = (select person_id from @person where name = 'Oliver Krogh')`,
    )
    await asOwner(`insert into @organisation_name select organisation_id, 'Teknik og Miljø', '(,2026-02-01)' from @organisation
      where name = 'By- og Miljøforvaltningen'`)
    const ida = await signIn('Ida Holt')
    const asOf = (day: string) => ida.text(`/kontakter?dag=${day}`)
    assert.match(await asOf('2026-01-31'), /Oliver Krogh/)
    assert.doesNotMatch(await asOf('2026-02-01'), /Oliver Krogh/)
    assert.ok(headingsIn(await asOf('2026-01-31')).includes('Teknik og Miljø'))
    assert.ok(!headingsIn(await asOf('2026-02-01')).includes('Teknik og Miljø'))
    assert.deepEqual(
      contactsIn(await asOf('2020-01-01')).filter((one) => one.includes('pt.')),
      [],
    )
    assert.equal((await ida.ask('/kontakter?dag=31-01-2026')).status, 422)
    assert.doesNotMatch(await asOf('2026-01-31'), /Bed om bekræftelse|Det passer/)
  })
})

describe('looking for who to call', () => {
  const own = clonedDatabase(theSample)
  const asOwner = (query: string) =>
    runSqlAsOwner(own.url, query.replaceAll(/(?<=[\s])@(?=[a-z])/g, `"${own.database.schema}".`))
  const open = () => openSample(testPlatform(own.database))

  for (const [typed, found] of [
    ['østerby', 'Line Østerby'],
    ['OESTERBY', 'Line Østerby'],
    ['øste', 'Line Østerby'],
    ['oesterby line', 'Line Østerby'],
    ['østreby', 'Line Østerby'],
    ['moelgard', 'Christina Bech Mølgaard'],
    ['bech mølgård', 'Christina Bech Mølgaard'],
    ['projektkordinator', 'Ida Holt'],
    ['koordinator bølgen', 'Ida Holt'],
    ['dokken leder', 'Line Østerby'],
    ['fritidslodserne', 'Christina Bech Mølgaard'],
  ] as const)
    it(`finds them first by a name, a post, a unit or an activity, however it is spelled: ${typed}`, async () => {
      const { signIn } = await open()
      const entries = await find(await signIn('Ida Holt'), typed)
      assert.ok(entries[0]?.includes(found), entries[0] ?? 'nobody')
    })

  it('puts whole names before beginnings, and names before places', async () => {
    const { signIn } = await open()
    await asOwner(`insert into @post (post_id, title, organisation_id) select gen_random_uuid(), title, organisation_id from @organisation,
      unnest(array['dok', 'dokumentalist', 'vagt i molokken']) title where name = 'Almenbolig Strand'`)
    const entries = await find(await signIn('Ida Holt'), 'dok')
    assert.ok(entries[0]?.startsWith('dok '), entries[0] ?? 'nobody')
    assert.ok(entries[1]?.startsWith('dokumentalist '), entries[1] ?? 'nobody')
    assert.match(entries[2] ?? '', /Ungdomsklubben Dokken/)
  })

  it('finds by another name, and by an earlier one', async () => {
    const { signIn } = await open()
    await asOwner(`insert into @alias (alias_id, unit_id, name, settled_at, settled_by)
      select gen_random_uuid(), unit_id, 'UKD', now(), 'x' from @unit_name where name = 'Ungdomsklubben Dokken'`)
    await asOwner(`insert into @organisation_name select organisation_id, 'Skovbrugsvæsenet', '(,2000-01-01)' from @organisation
      where name = 'Frivilligcenter Sundstrand'`)
    const ida = await signIn('Ida Holt')
    assert.match((await find(ida, 'ukd'))[0] ?? '', /Ungdomsklubben Dokken/)
    assert.match((await find(ida, 'skovbrugsvaesenet'))[0] ?? '', /Emil Bay Poulsen/)
  })

  it('says so where nothing is found, whatever is typed', async () => {
    const { signIn } = await open()
    const ida = await signIn('Ida Holt')
    assert.match(await ida.text('/kontakter?q=qwertyuiop'), /Ingen passer til “qwertyuiop”/)
    for (const typed of ['%', '_', "'; drop table post; --", '\\', 'a'.repeat(3000), '🙂', 'x y z æ ø å 1 2 3'])
      assert.equal((await ida.ask(`/kontakter?q=${encodeURIComponent(typed)}`)).status, 200, typed)
  })

  it('shows fifty a page, each of them once, in an order that stays', async () => {
    const { signIn } = await open()
    await asOwner(`insert into @post (post_id, title, organisation_id) select gen_random_uuid(), 'vagt ' || n, organisation_id
      from @organisation, generate_series(1, 130) n where name = 'Almenbolig Strand'`)
    const ida = await signIn('Ida Holt')
    const idsOn = async (path: string) =>
      [...(await ida.text(path)).matchAll(/<li class="contact" id="f-([^"]+)"/g)].map(([, id]) => id)
    for (const query of ['', 'efter=funktion', 'q=vagt']) {
      const pages = await Promise.all([1, 2, 3, 4, 5].map((side) => idsOn(`/kontakter?${query}&side=${side}`)))
      const all = pages.flat()
      assert.equal(pages[0]?.length, 50)
      assert.equal(new Set(all).size, all.length)
      assert.ok(all.length >= 130)
      assert.deepEqual(await idsOn(`/kontakter?${query}&side=2`), pages[1])
    }
    assert.match(await ida.text('/kontakter?q=vagt+1'), /\d+ passer til/)
    assert.equal(contactsIn(await ida.text('/kontakter?vis=liste')).length > 150, true)
  })
})

describe('taking the contacts along', () => {
  const own = clonedDatabase(theSample)
  const open = () => openSample(testPlatform(own.database))

  it('gives cards that another program reads, one a post, which stay the same', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    const text = await ida.text('/kontakter.vcf')
    const parsed: unknown = ICAL.parse(text)
    assert.ok(Array.isArray(parsed))
    const cards = parsed.map((card) => new ICAL.Component(card))
    assert.equal(cards.length, contactsIn(await ida.text('/kontakter?vis=liste')).length)
    assert.equal(new Set(cards.map((card) => card.getFirstPropertyValue('uid'))).size, cards.length)
    const line = cards.find((card) => card.getFirstPropertyValue('fn') === 'Line Østerby')
    assert.equal(line?.getFirstPropertyValue('email'), 'line.oesterby@havneby.example')
    assert.deepEqual(line?.getFirstPropertyValue('org'), ['Børne- og Skoleforvaltningen', 'Ungdomsklubben Dokken'])
    assert.equal(await ida.text('/kontakter.vcf'), text)
    const [, one = ''] = /href="(\/kontakter\/[0-9a-f-]{36}\.vcf)"/.exec(await ida.text('/kontakter?q=line')) ?? []
    assert.match(await ida.text(one), /^BEGIN:VCARD\r\n.*FN:Line Østerby.*END:VCARD\r\n$/s)
    assert.equal((await ida.ask(`/kontakter/${'0'.repeat(36)}.vcf`)).status, 404)
  })

  it('gives a spreadsheet of what the page shows', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    const answer = await ida.ask('/kontakter.xlsx?q=kajkanten')
    assert.match(answer.headers.get('content-disposition') ?? '', /kontakter-2026-11-21\.xlsx/)
    const sheet = strFromU8(
      unzipSync(new Uint8Array(await answer.arrayBuffer()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    assert.match(sheet, /Anne-Sofie Kragh/)
    assert.match(sheet, /ubesat/)
    assert.match(sheet, /ikke holdt: Kajkanten betaler/)
    assert.doesNotMatch(sheet, /Dariusz/)
  })
})
