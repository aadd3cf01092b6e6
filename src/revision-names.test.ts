import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const contract = '/aftaler/havneby-boern-unge-og-familie'
const posts = `${contract}/forslag/nyt?afsnit=a1/1`
const goes = 'Værkstedsansvarlig, pt. Ronja Lyng Hedegaard'
const comes = [
  'Værkstedsleder, pt. Ronja Hedegaard',
  '• Social- og Arbejdsmarkedsforvaltning',
  'Familiehuset i Sundstrand, familiekonsulent, pt. Signe Toft',
].join('\n')

const decision = {
  udgave: '0',
  udfald: 'adopted',
  besluttet: '2026-11-20',
  forum: 'Boligsocialt Forum',
  moede: '',
  gaelder: '2026-12-01',
  note: 'Enige.',
}

describe('names that a proposal brings into an agreement', () => {
  const own = clonedDatabase()
  const platform = () => testPlatform(own.database)
  let ida: TestVisitor
  let lead: TestVisitor
  let path = ''

  before(async () => {
    const sample = await openSample(platform())
    ida = await sample.signIn('Ida Holt')
    lead = await sample.signIn('Pernille Skovgaard')
    path = await propose(comes)
  })

  const propose = async (words: string) => {
    const page = await ida.text(posts)
    const stands = (/<textarea[^>]*name="ord"[^>]*>([^<]*)/.exec(page)?.[1] ?? '').replaceAll('&#39;', "'").trim()
    assert.ok(stands.includes(goes))
    const version = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const typed = {
      version,
      ord: stands.replace(goes, words),
      titel: 'Andre med',
      hvorfor: 'Værftet er ændret.',
      fra: '',
    }
    const made = (await ida.send(posts, typed)).headers.get('location') ?? ''
    assert.equal((await ida.send(`${made}/forelaeg`, { udgave: '0' })).status, 303)
    return made
  }
  const rows = (statement: string) => runSql<{ name: string }>(platform(), system, statement)
  const register = async () =>
    (
      await rows(`select name from organisation union all select name from unit_name
        union all select name from person union all select title from post order by 1`)
    ).map(({ name }) => name)
  const namedIn = async (version: number) =>
    (
      await rows(`select p.title || ', ' || o.name as name from agreement_post n join agreement_version v using (agreement_version_id)
        join post p using (post_id) join organisation o using (organisation_id)
        where v.number = ${version} and n.activity_id = 'a1' and v.agreement_id in (
          select agreement_id from agreement where slug = 'havneby-boern-unge-og-familie') order by 1`)
    ).map(({ name }) => name)

  it('are asked about where they are nearly known, before the decision is taken', async () => {
    const page = await lead.text(path)
    const asked = page.slice(page.indexOf('id="navne"'))
    for (const name of ['Social- og Arbejdsmarkedsforvaltning', 'Familiehuset i Sundstrand', 'Ronja Hedegaard'])
      assert.ok(asked.includes(`<b>${name}</b>`), name)
    assert.ok(!asked.includes('<b>Ida Holt</b>'))
    assert.ok(!(await ida.text(path)).includes('id="navne"'))
  })

  it('double nothing silently: unanswered, the proposal is not adopted, and what was typed stands', async () => {
    const before = await register()
    const refused = await lead.send(`${path}/afgoer`, { ...decision, moede: '4/2026' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Der mangler svar ved 3 navne[^]*value="4\/2026"/)
    assert.deepEqual(await register(), before)
    assert.deepEqual(await namedIn(2), [])
  })

  it('are not asked about where the proposal is rejected', async () => {
    const other = await propose('Værkstedsansvarlig, pt. Ronja Hedegaard')
    assert.match(await lead.text(other), /<b>Ronja Hedegaard<\/b>/)
    assert.equal((await lead.send(`${other}/afgoer`, { ...decision, udfald: 'rejected' })).status, 303)
  })

  it('are one with what they were said to be, in the transaction of the decision', async () => {
    const before = await register()
    const page = await lead.text(`${path}?forslag=alle`)
    const answers = Object.fromEntries(
      [...page.matchAll(/<input type="radio" name="(samme [^"]*)" value="([^"]*)" checked=""/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    assert.equal(Object.keys(answers).length, 3)
    assert.equal((await lead.send(`${path}/afgoer`, { ...decision, ...answers })).status, 303)
    const came = (await register()).filter((name) => !before.includes(name))
    assert.deepEqual(came, ['familiekonsulent', 'Signe Toft', 'Værkstedsleder'])
    const aliases = await rows('select name from alias order by name')
    assert.deepEqual(
      aliases.map(({ name }) => name),
      ['Familiehuset i Sundstrand', 'Ronja Hedegaard', 'Social- og Arbejdsmarkedsforvaltning'],
    )
    const stay = (await namedIn(1)).filter((name) => !name.startsWith('Værkstedsansvarlig'))
    assert.equal(stay.length, 3)
    assert.deepEqual(
      await namedIn(2),
      [
        ...stay,
        'Værkstedsleder, Kultur- og Idrætsforvaltningen',
        'familiekonsulent, Social- og Arbejdsmarkedsforvaltningen',
      ].toSorted((a, b) => a.localeCompare(b, 'da')),
    )
    const held = await rows(`select person.name from holder join person using (person_id) join post using (post_id)
      where post.title in ('Værkstedsleder', 'familiekonsulent') and lower(holder_during) = '2026-12-01' order by 1`)
    assert.deepEqual(
      held.map(({ name }) => name),
      ['Ronja Lyng Hedegaard', 'Signe Toft'],
    )
    assert.match(await lead.text(`${contract}?dag=2026-12-01`), /familiekonsulent/)
  })
})
