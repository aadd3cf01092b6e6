import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { clonedDatabase, testSchema } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const trail = '/databeskyttelse/logbog'

describe('the data-protection officer', () => {
  const own = clonedDatabase(theSample)
  let sample: Awaited<ReturnType<typeof openSample>>
  let dariusz: TestVisitor & { personId: string }
  let ida: TestVisitor & { personId: string }

  const entries = (condition: string) =>
    runSqlAsOwner<{ actor: string; about_ref: string; facts: string }>(
      own.url,
      `select actor, about_ref, facts from ${testSchema}.audit_entry where ${condition} order by happened_at`,
    )

  before(async () => {
    sample = await openSample(testPlatform(own.database))
    dariusz = await sample.signIn('Dariusz Nowak')
    ida = await sample.signIn('Ida Holt')
    await ida.send('/loefter/mail', { sprog: 'da' })
  })

  it('sees what is kept and how the trail is', async () => {
    const page = await dariusz.text('/databeskyttelse')
    for (const words of [
      'personer, der har haft en funktion',
      'indlogninger',
      'linjer i 16 kæder',
      'ikke kontrolleret',
    ])
      assert.ok(page.includes(words), words)
  })

  it('reads in plain words who did what, by the names they have today', async () => {
    const page = await dariusz.text(trail)
    assert.match(page, /<b>Brobyg selv<\/b> hentede prøven ind/)
    assert.match(page, /<b>Indgangen<\/b> lukkede en person ind .*om Ida Holt/)
    assert.match(page, /lørdag den \d+\. november 2026|\d+\. \w+ \d{4}/)
    assert.match(await dariusz.text(`${trail}?sprog=en`), /<b>Brobyg itself<\/b> loaded the sample/)
  })

  it('leaves a trace of reading, with how much was asked for, and about whom', async () => {
    const earlier = (await entries(`verb = 'audit.read'`)).length
    await dariusz.text(`${trail}?om=${ida.personId}&slags=session&q=hemmeligt`)
    const [read] = (await entries(`verb = 'audit.read'`)).slice(earlier)
    assert.deepEqual(read, { actor: dariusz.personId, about_ref: ida.personId, facts: '{"filters":2}' })
    await dariusz.text(`${trail}?om=Ida+Holt&hvem=%27`)
    assert.deepEqual((await entries(`verb = 'audit.read'`)).at(-1)?.facts, '{"filters":0}')
  })

  it('narrows the trail by person, kind, thing and days', async () => {
    const about = await dariusz.text(`${trail}?om=${ida.personId}`)
    assert.match(about, /om Ida Holt/)
    assert.doesNotMatch(about, /hentede prøven ind/)
    const sessions = await dariusz.text(`${trail}?slags=session`)
    assert.match(sessions, /lukkede en person ind/)
    assert.doesNotMatch(sessions, /hentede prøven ind/)
    assert.match(await dariusz.text(`${trail}?hvem=system`), /hentede prøven ind/)
    assert.match(await dariusz.text(`${trail}?til=2020-01-01`), /ingen linjer, som passer/)
    assert.doesNotMatch(await dariusz.text(`${trail}?fra=2020-01-01`), /ingen linjer, som passer/)
  })

  it('turns the pages from the newest to the oldest without losing or doubling an entry', async () => {
    await runSqlAsOwner(
      own.url,
      `set search_path to ${testSchema}; select append_audit((select json_agg(json_build_object('verb', 'test.paged', 'thing', 'test')) from generate_series(1, 250)))`,
    )
    const seen: string[] = []
    let path: string | undefined = `${trail}?slags=test`
    while (path !== undefined) {
      const page: string = await dariusz.text(path)
      seen.push(...[...page.matchAll(/kæde \d+, linje \d+/g)].map(([place]) => place))
      path = /href="([^"]*efter=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.deepEqual([seen.length, new Set(seen).size], [250, 250])
  })

  it('takes the trail out, which is told in it', async () => {
    const sheet = await dariusz.ask(`${trail}.csv?slags=sample`)
    const text = await sheet.text()
    assert.match(sheet.headers.get('content-disposition') ?? '', /^attachment; filename="logbog-.*\.csv"$/)
    assert.match(text, /^"?\uFEFF?"Tidspunkt";"Hvem"/)
    assert.equal(text.trim().split('\r\n').length, 2)
    const lines = (await dariusz.text(`${trail}.jsonl`)).trim().split('\n')
    assert.equal(JSON.parse(lines[0] ?? '').format, 'brobyg-audit/1')
    assert.ok(lines.length > 250)
    assert.deepEqual(
      (await entries(`verb = 'audit.exported'`)).map(({ facts }) => facts),
      ['{"filters":1,"whole":false}', '{"filters":0,"whole":true}'],
    )
  })

  it('verifies the trail, notes its heads, and finds it broken where it was tampered with', async () => {
    const whole = await (await dariusz.send(`${trail}/kontrol`, { kontroltal: '' })).text()
    assert.match(whole, /Logbogen er hel/)
    const heads = /<pre[^>]*>(brobyg-heads[^<]*)<\/pre>/.exec(whole)?.[1] ?? ''
    assert.match(await (await dariusz.send(`${trail}/kontrol`, { kontroltal: heads })).text(), /Sammenlignet med 16/)
    const unread = await dariusz.send(`${trail}/kontrol`, { kontroltal: 'vrøvl' })
    assert.equal(unread.status, 422)
    await runSqlAsOwner(
      own.url,
      `update ${testSchema}.audit_entry set verb = 'sample.removed' where verb = 'sample.loaded'`,
    )
    const broken = await (await dariusz.send(`${trail}/kontrol`, { kontroltal: '' })).text()
    await runSqlAsOwner(
      own.url,
      `update ${testSchema}.audit_entry set verb = 'sample.loaded' where verb = 'sample.removed'`,
    )
    assert.match(broken, /Logbogen er brudt/)
    assert.match(broken, /Linje \d+ i kæde \d+ er ændret/)
    assert.match(await dariusz.text('/databeskyttelse'), /Kontrolleret .*der blev fundet fejl/)
  })

  it('is the only one who may: others are told who, and a visitor is asked to sign in', async () => {
    for (const path of ['/databeskyttelse', trail, `${trail}.csv`, `${trail}.jsonl`, `${trail}/kontrol`]) {
      const answer = await ida.ask(path)
      assert.equal(answer.status, 403, path)
      assert.match(await answer.text(), /Det har kun databeskyttelsesrådgiveren/)
      assert.equal((await sample.visit().ask(path)).status, 303, path)
    }
    assert.equal((await ida.send(`${trail}/kontrol`, { kontroltal: '' })).status, 403)
  })
})

describe('the record of processing', () => {
  const own = clonedDatabase(theSample)
  let sample: Awaited<ReturnType<typeof openSample>>
  before(async () => {
    sample = await openSample(testPlatform(own.database))
  })

  it('has the seven parts of article 30 for every activity, and says that it is a proposal', async () => {
    const page = await (await sample.signIn('Dariusz Nowak')).text('/databeskyttelse/fortegnelse')
    const records = page.split('<article').slice(1)
    assert.ok(records.length >= 9)
    for (const record of records)
      for (const part of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) assert.ok(record.includes(`<dt>(${part}) `), part)
    assert.match(page, /Det her er et forslag/)
    assert.match(page, /sletter kontaktoplysninger senest et år efter/)
    assert.match(page, /Databeskyttelsesrådgiver: Dariusz Nowak/)
  })

  it('tells who is controller, and what a person must settle', async () => {
    const page = await (await sample.signIn('Pernille Skovgaard')).text('/databeskyttelse/ansvar')
    assert.match(page, /<th scope="row"><a href="[^"]*#a2">FritidsLodserne/)
    assert.match(page, /fælles dataansvarlig/)
    assert.match(page, /Skal afgøres/)
  })

  it('is of the agreements in force on the day asked for', async () => {
    const dariusz = await sample.signIn('Dariusz Nowak')
    for (const path of ['fortegnelse', 'ansvar'])
      assert.match(await dariusz.text(`/databeskyttelse/${path}?dag=2010-01-01`), /ingen aftaler i kraft/)
  })

  it('can be taken as a spreadsheet', async () => {
    const dariusz = await sample.signIn('Dariusz Nowak')
    for (const path of ['fortegnelse', 'ansvar']) {
      const answer = await dariusz.ask(`/databeskyttelse/${path}.xlsx`)
      assert.equal(answer.status, 200)
      assert.deepEqual([...new Uint8Array(await answer.arrayBuffer()).slice(0, 2)], [0x50, 0x4b])
    }
  })

  it('is for the officer, the lead and the administrator', async () => {
    const ida = await sample.signIn('Ida Holt')
    for (const path of ['fortegnelse', 'ansvar', 'fortegnelse.xlsx', 'ansvar.xlsx'])
      assert.equal((await ida.ask(`/databeskyttelse/${path}`)).status, 403)
  })
})
