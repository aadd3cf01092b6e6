import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { clonedDatabase, testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { projectRoot } from './platform/root.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const idOf = async (platform: Platform, table: string, name: string): Promise<string> => {
  const kind = table.replace('_name', '')
  const [row] = await runSql<{ id: string }>(
    platform,
    system,
    `select ${kind}_id as id from ${table} where name = '${name}'`,
  )
  return row?.id ?? ''
}

/** Sends in the sample's second agreement with some of its names written otherwise. Answers with the draft's address. */
const sendIn = async (visitor: TestVisitor): Promise<string> => {
  const text = await readFile(join(projectRoot, 'samples', 'havneby', 'uddannelse-og-job.txt'), 'utf8')
  const written = text
    .replaceAll('Social- og Arbejdsmarkedsforvaltningen', 'Social og Arbejdsmarkedforvaltningen')
    .replaceAll('Jobcenter Sundstrand', 'Jobcentret Sundstrand')
    .replaceAll('Rasmus Thorup', 'Rasmus Bo Thorup')
    .replaceAll('Almenbolig Strand', 'ALMENBOLIG STRAND')
  assert.notEqual(written, text)
  const answer = await visitor.send('/aftaler/ny', { fil: new File([written], 'ny.txt', { type: 'text/plain' }) })
  return answer.headers.get('location') ?? ''
}

const fieldsOf = (page: string): Map<string, string[]> => {
  const fields = [...page.matchAll(/<input type="radio" name="([^"]+)" value="([^"]+)"/g)]
  return new Map(
    [...Map.groupBy(fields, ([, name = '']) => name)].map(([name, values]) => [
      name,
      values.map(([, , value = '']) => value),
    ]),
  )
}

describe('confirming a draft whose names are nearly known', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const count = async (table: string) =>
    (await runSql<{ n: number }>(platform(), system, `select count(*)::int as n from ${table}`))[0]?.n ?? 0
  const countAll = async () => [await count('organisation'), await count('unit'), await count('person')]

  it('asks of each, changes nothing before all are answered, and doubles nobody who is the same', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const draft = await sendIn(lead)
    const page = await lead.text(`${draft}/bekraeft`)
    const fields = fieldsOf(page)
    assert.deepEqual(
      [...fields.keys()].map((name) => name.split('|')[0]),
      ['samme organisation', 'samme unit', 'samme unit', 'samme person'],
    )
    assert.doesNotMatch(page, /type="radio"[^>]* checked/)
    const before = await countAll()
    const some = await lead.send(`${draft}/bekraeft`, { udgave: '0', [[...fields.keys()][0] ?? '']: 'anden' })
    assert.equal(some.status, 422)
    assert.match(await some.text(), /Der mangler svar ved 3 navne/)
    assert.deepEqual(await countAll(), before)
    const proposed = [...fields].map(([name, [first = '']]) => [name, first] as const)
    const answer = await lead.send(`${draft}/bekraeft`, { udgave: '0', ...Object.fromEntries(proposed) })
    assert.equal(answer.status, 303)
    assert.deepEqual(await countAll(), before)
    assert.equal(await count('alias'), 4)
    const again = await lead.text(`${await sendIn(lead)}/bekraeft`)
    assert.equal(fieldsOf(again).size, 0)
  })

  it('keeps another as another, and what is put off as an open question that can be settled', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const draft = await sendIn(lead)
    const [organisation = '', ...others] = fieldsOf(await lead.text(`${draft}/bekraeft`)).keys()
    const answers = { [organisation]: 'senere', ...Object.fromEntries(others.map((name) => [name, 'anden'])) }
    const before = await countAll()
    assert.equal((await lead.send(`${draft}/bekraeft`, { udgave: '0', ...answers })).status, 303)
    const [organisations = 0] = await countAll()
    assert.equal(organisations, (before[0] ?? 0) + 1)
    assert.equal(fieldsOf(await lead.text(`${await sendIn(lead)}/bekraeft`)).size, 0)
    const page = await lead.text('/enheder')
    assert.match(
      page,
      /Er »Social og Arbejdsmarkedforvaltningen« den samme som »Social- og Arbejdsmarkedsforvaltningen«\?/,
    )
    const merge = /href="(\/enheder\/sammenlaeg\?[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.match(await lead.text(merge), /bliver til »Social- og Arbejdsmarkedsforvaltningen«/)
    const fields = Object.fromEntries(new URL(`http://x${merge}`).searchParams)
    assert.equal((await lead.send('/enheder/sammenlaeg', fields)).status, 303)
    assert.equal((await countAll())[0], before[0])
    const merged = await lead.text('/enheder')
    assert.doesNotMatch(merged, /Åbne spørgsmål/)
    const undo = /action="(\/enheder\/sammenlaegning\/[^"]+)"/.exec(merged)?.[1] ?? ''
    assert.equal((await lead.send(undo, {})).status, 303)
    assert.equal((await countAll())[0], organisations)
    const another = /action="(\/enheder\/spoergsmaal\/[^"]+)"/.exec(await lead.text('/enheder'))?.[1] ?? ''
    assert.equal((await lead.send(another, {})).status, 303)
    assert.doesNotMatch(await lead.text('/enheder'), /Åbne spørgsmål/)
  })
})

describe('a name from a day', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const rename = async (lead: TestVisitor, path: string, navn: string, dag: string) =>
    (await lead.send(`${path}/navn`, { navn, dag })).status

  it('is what an organisation and a unit are called from then on; an earlier day keeps the old one', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const organisation = `/enheder/organisation/${await idOf(platform(), 'organisation', 'Almenbolig Strand')}`
    const unit = `/enheder/enhed/${await idOf(platform(), 'unit_name', 'Fritidsklubben Molen')}`
    assert.equal(await rename(lead, organisation, 'Strandboligerne', '2026-11-01'), 303)
    assert.equal(await rename(lead, unit, 'Fritidshuset Molen', '2027-01-01'), 303)
    const now = await lead.text('/enheder')
    assert.match(now, /<b>Strandboligerne<\/b>/)
    assert.match(now, /Hed Almenbolig Strand til 31\. oktober 2026/)
    assert.match(now, /Hedder Fritidshuset Molen fra 1\. januar 2027/)
    const then = await lead.text('/enheder?dag=2026-10-31')
    assert.match(then, /<b>Almenbolig Strand<\/b>/)
    assert.match(await lead.text('/enheder?dag=2027-01-01'), /Fritidshuset Molen <span/)
  })

  it('is refused twice from one day, before it began, and where another has it', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    for (const path of [
      `/enheder/organisation/${await idOf(platform(), 'organisation', 'Almenbolig Strand')}`,
      `/enheder/enhed/${await idOf(platform(), 'unit_name', 'Fritidsklubben Molen')}`,
    ]) {
      assert.equal(await rename(lead, path, 'Et nyt navn', '2026-11-01'), 303)
      assert.equal(await rename(lead, path, 'Et nyere navn', '2026-11-01'), 422)
      assert.equal(await rename(lead, path, 'Et ældre navn', '2026-10-01'), 422)
      assert.equal(await rename(lead, path, '   ', '2026-12-01'), 422)
      assert.equal(await rename(lead, path, 'Et nyere navn', '31. december'), 422)
    }
    const organisation = `/enheder/organisation/${await idOf(platform(), 'organisation', 'Boligselskabet Sundlyst')}`
    assert.equal(await rename(lead, organisation, 'boligforeningen fyret', '2026-11-01'), 422)
  })
})

describe('units', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)

  it('take over posts from a day, lie under each other without a ring, and close when they are empty', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const molen = await idOf(platform(), 'unit_name', 'Fritidsklubben Molen')
    const dokken = await idOf(platform(), 'unit_name', 'Ungdomsklubben Dokken')
    const [of] = await runSql<{ id: string }>(
      platform(),
      system,
      `select organisation_id as id from unit where unit_id = '${molen}'`,
    )
    const posts = await runSql<{ id: string }>(
      platform(),
      system,
      `select post_id as id from post where unit_id = '${molen}'`,
    )
    const act = async (path: string, form: Record<string, string>) => (await lead.send(path, form)).status
    const move = async (form: Record<string, string>) => {
      const body = new FormData()
      for (const { id } of posts) body.append('funktion', id)
      for (const [name, value] of Object.entries(form)) body.append(name, value)
      return (await lead.ask(`/enheder/organisation/${of?.id}/flyt`, { method: 'POST', body })).status
    }
    assert.ok(posts.length > 0)
    assert.equal(await act(`/enheder/enhed/${molen}/nedlaeg`, { dag: '2026-12-01' }), 422)
    assert.equal(await move({ navn: 'Ungehuset Havnen', dag: '2026-12-01', enhed: '' }), 303)
    assert.equal(await move({ navn: '', dag: '2026-12-01', enhed: dokken }), 422)
    assert.equal(await act(`/enheder/enhed/${molen}/nedlaeg`, { dag: '2026-11-30' }), 422)
    assert.equal(await act(`/enheder/enhed/${molen}/nedlaeg`, { dag: '2026-12-01' }), 303)
    assert.match(await lead.text('/enheder?dag=2026-11-30'), /Fritidsklubben Molen/)
    const after = await lead.text('/enheder?dag=2026-12-01')
    assert.doesNotMatch(after, /Fritidsklubben Molen <span/)
    assert.match(after, /Ungehuset Havnen/)
    const havnen = await idOf(platform(), 'unit_name', 'Ungehuset Havnen')
    assert.equal(await act(`/enheder/enhed/${havnen}/under`, { under: dokken }), 303)
    assert.equal(await act(`/enheder/enhed/${dokken}/under`, { under: havnen }), 422)
    assert.equal(await act(`/enheder/enhed/${dokken}/under`, { under: dokken }), 422)
    assert.equal(await act(`/enheder/enhed/${havnen}/nedlaeg`, { dag: '2026-12-01' }), 422)
    assert.equal(await act(`/enheder/enhed/${molen}/aabn`, {}), 303)
  })

  it('are read with plans and areas, whose periods end after they begin', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const plan = await idOf(platform(), 'plan', 'Bølgen')
    const save = async (fra: string, til: string) => (await lead.send(`/enheder/planer/${plan}`, { fra, til })).status
    assert.deepEqual([await save('2025-01-01', '2028-12-31'), await save('2028-12-31', '2025-01-01')], [303, 422])
    const area = /action="(\/enheder\/omraader\/[^"]+)"/.exec(await lead.text('/enheder/planer'))?.[1] ?? ''
    assert.equal((await lead.send(area, { bydel: 'Havneby' })).status, 303)
    const party = await signIn('Ida Holt')
    const page = await party.text('/enheder/planer')
    assert.match(page, /2025-01-01 – 2028-12-31/)
    assert.doesNotMatch(page, /<form method="post" action="\/enheder/)
  })
})

describe('a merge while a draft is confirmed', () => {
  const own = clonedDatabase(theSample)

  it('waits for it, or is waited for: nothing is doubled', async () => {
    const platform = testPlatform(own.database)
    const { signIn } = await openSample(platform)
    const lead = await signIn('Pernille Skovgaard')
    const draft = await sendIn(lead)
    const fields = fieldsOf(await lead.text(`${draft}/bekraeft`))
    const form = { udgave: '0', ...Object.fromEntries([...fields].map(([name, [first = '']]) => [name, first])) }
    const behold = await idOf(platform, 'organisation', 'Boligforeningen Fyret')
    const opgiv = await idOf(platform, 'organisation', 'Social- og Arbejdsmarkedsforvaltningen')
    const [confirmed, merged] = await Promise.all([
      lead.send(`${draft}/bekraeft`, form),
      lead.send('/enheder/sammenlaeg', { slags: 'organisation', behold, opgiv }),
    ])
    assert.equal(merged.status, 303)
    assert.ok(confirmed.status === 303 || confirmed.status === 422, String(confirmed.status))
    const doubled = await runSql(platform, system, `select from organisation where name like 'Social%'`)
    assert.equal(doubled.length, 0)
  })
})
