import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unzipSync } from 'fflate'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample } from './test-visitor.ts'

const contract = '/aftaler/havneby-boern-unge-og-familie'
const journal = `${contract}/journal`
const entry = { dag: '2026-11-20', retning: 'in', tema: 'Brev om lokaler i Bådhuset', dokumentnr: '', delt: 'nej' }

describe('the journal of an agreement', () => {
  const database = testDatabase(theSample)
  const open = () => openSample(testPlatform(database.database))

  it('tells by itself that a version came into force', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    assert.match(await ida.text(journal), /intern<\/span>[\s\S]*Udgave 1 sat i kraft/)
  })

  it('is written in by hand, marked as shared, and told of no day before it happened', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    assert.equal((await ida.send(journal, entry)).status, 303)
    const page = await ida.text(journal)
    assert.match(page, /20\. november 2026[\s\S]*Brev om lokaler i Bådhuset[\s\S]*ikke delt med kommunen/)
    assert.doesNotMatch(await ida.text(`${journal}?dag=2026-11-19`), /Brev om lokaler/)
    const mark = /action="([^"]*\/journal\/[^"]+)"/.exec(page.slice(page.indexOf('Brev om lokaler')))?.[1] ?? ''
    assert.equal((await ida.send(mark, { delt: 'ja', dokumentnr: '2026-684524' })).status, 303)
    assert.match(await ida.text(journal), /Dokumentnr\. 2026-684524 · delt med kommunen/)
    assert.equal((await ida.send(`${journal}/${crypto.randomUUID()}`, { delt: 'ja' })).status, 404)
  })

  it('marks what may tell who somebody is, and writes it when the writer is sure', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    const named = { ...entry, tema: 'Brev fra Karim Haddad om lokaler' }
    const marked = await ida.send(journal, named)
    assert.equal(marked.status, 422)
    assert.match(await marked.text(), /<mark>Karim Haddad<\/mark>/)
    assert.doesNotMatch(await ida.text(journal), /Karim/)
    assert.equal((await ida.send(journal, { ...named, alligevel: 'ja' })).status, 303)
    assert.match(await ida.text(journal), /Brev fra Karim Haddad/)
  })

  it('keeps one line of what was typed, whatever signs were in it', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    const odd = { ...entry, tema: 'Brev\u0000om\n lokaler', dokumentnr: 'D\u00001' }
    assert.equal((await ida.send(journal, odd)).status, 303)
    assert.equal((await ida.send(`${contract}/sagsnumre`, { slags: 'case_number', nummer: '26\u0000/1' })).status, 303)
    assert.match(await ida.text(journal), /Brev om lokaler[\s\S]*Dokumentnr\. D 1[\s\S]*<b>26 \/1<\/b>/)
  })

  it('refuses in words what cannot be written', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    for (const [changes, words] of [
      [{ tema: '  ' }, /Skriv et tema/],
      [{ tema: 'x'.repeat(201) }, /højst fylde 200 tegn/],
      [{ dag: '2026-11-22' }, /Dagen er ikke kommet endnu/],
      [{ dag: '2026-02-30' }, /Skriv en dag, der findes/],
      [{ tema: 'Brev om 010190-1234' }, /CPR/],
    ] as const) {
      const answer = await ida.send(journal, { ...entry, ...changes })
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), words)
    }
  })

  it('comes as a spreadsheet and as CSV, in the order of the municipality', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    await ida.send(journal, { ...entry, tema: '=1+1', dokumentnr: 'D-1', delt: 'ja' })
    await ida.send(`${contract}/sagsnumre`, { slags: 'case_number', nummer: '26/28145' })
    const csv = await ida.text(`${journal}.csv`)
    assert.ok(csv.includes('"Dato";"Retning";"Tema";"Sagsnr.";"Dokumentnr.";"Delt med kommunen"\r\n'))
    assert.ok(csv.includes(`"2026-11-20";"ind";"'=1+1";"26/28145";"D-1";"ja"\r\n`))
    const sheet = unzipSync(new Uint8Array(await (await ida.ask(`${journal}.xlsx`)).arrayBuffer()))
    assert.match(Buffer.from(sheet['xl/worksheets/sheet1.xml'] ?? []).toString(), /Sagsnr\.[\s\S]*26\/28145/)
    const all = await ida.text('/journal.csv')
    assert.match(all, /"Aftale"\r\n/)
    assert.match(all, /"Uddannelse/)
  })

  it('is seen by the parties, and each sees only the journals of their agreements', async () => {
    const sample = await open()
    const ida = await sample.signIn('Ida Holt')
    await ida.send(journal, entry)
    assert.match((await sample.visit().ask(journal)).headers.get('location') ?? '', /^\/log-ind/)
    assert.match(await ida.text('/journal'), /Brev om lokaler i Bådhuset/)
    const officer = await sample.signIn('Dariusz Nowak')
    assert.equal((await officer.ask(journal)).status, 403)
    assert.doesNotMatch(await officer.text('/journal'), /Brev om lokaler/)
  })
})

describe('the numbers of an agreement', () => {
  const database = testDatabase(theSample)
  const open = () => openSample(testPlatform(database.database))
  const add = (slags: string, nummer: string) => ({ slags, nummer })

  it('are proposed where they stand in the document, and several are added and removed by the parties', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    assert.match(await ida.text(journal), /Læst i aftalen: Sagsnr\. 2024-048316/)
    for (const number of ['2024-048316', '00.01.00-A00-4-26', ' 2024-048316 '])
      assert.equal((await ida.send(`${contract}/sagsnumre`, add('case_number', number))).status, 303)
    const page = await ida.text(journal)
    assert.doesNotMatch(page, /Læst i aftalen: Sagsnr/)
    assert.match(page, /<b>00\.01\.00-A00-4-26<\/b>/)
    assert.match(
      await ida.text(contract),
      /Sagsnr\. 00\.01\.00-A00-4-26 · Sagsnr\. 2024-048316 · Dokumentnr\. 2024-311907/,
    )
    await ida.send(`${contract}/sagsnumre/fjern`, add('case_number', '00.01.00-A00-4-26'))
    assert.doesNotMatch(await ida.text(contract), /00\.01\.00-A00-4-26/)
    assert.equal((await ida.send(`${contract}/sagsnumre`, add('case_number', '  '))).status, 422)
  })

  it('find the agreement in the list', async () => {
    const sample = await open()
    const ida = await sample.signIn('Ida Holt')
    await ida.send(`${contract}/sagsnumre`, add('case_number', '26/28145'))
    const found = await ida.text('/aftaler?soeg=26%2F281')
    assert.ok(found.includes(`href="${contract}"`))
    assert.ok(!found.includes('href="/aftaler/havneby-uddannelse-og-job"'))
    assert.match(await ida.text('/aftaler?soeg=findes-ikke'), /Ingen aftaler passer/)
    assert.ok(
      (await sample.visit().text('/aftaler?soeg=uddannelse')).includes('href="/aftaler/havneby-uddannelse-og-job"'),
    )
    assert.ok(!(await sample.visit().text('/aftaler?soeg=26%2F28145')).includes(`href="${contract}"`))
  })
})

describe('what lies around an agreement', () => {
  const database = testDatabase(theSample)

  it('shows the other agreements of its forum, and how many people work with both', async () => {
    const ida = await (await openSample(testPlatform(database.database))).signIn('Ida Holt')
    assert.match(
      await ida.text(contract),
      /Samme forum<\/h2><ul><li><a href="\/aftaler\/havneby-uddannelse-og-job">[^<]+<\/a> · \d+ personer er med i begge/,
    )
  })

  it('shows a side agreement with its own days, ended after its last, as are its promises in every list', async () => {
    const sample = await openSample(testPlatform(database.database))
    const ida = await sample.signIn('Ida Holt')
    const side = async (day: string) => {
      const page = await ida.text(`${contract}?dag=${day}`)
      return page.slice(page.indexOf('id="oevrige-aktiviteter"'), page.indexOf('id="oevrige-parter"'))
    }
    assert.match(await side('2025-04-30'), /Begynder 1\. maj 2025/)
    assert.match(await side('2027-08-31'), /Gælder 1\. maj 2025 – 31\. august 2027/)
    const after = await side('2027-09-01')
    assert.match(after, /Sluttede 31\. august 2027/)
    assert.match(after.slice(after.indexOf('Sluttede')), /state-ended/)
    const owed = async (day: string) => ida.text(`/loefter?hvem=alle&dage=alle&vis=alt&tilstand=slut&dag=${day}`)
    assert.doesNotMatch(await owed('2027-08-31'), /deles ud i opgangene/)
    assert.match(await owed('2027-09-01'), /deles ud i opgangene/)
  })
})
