import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import { clockAt } from './platform/clock.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { openSample } from './test-visitor.ts'

describe('a mistaken new name', () => {
  const own = testDatabase()
  const platform = () => testPlatform(own.database)
  const rows = <Row>(statement: string) => runSql<Row>(platform(), system, statement)
  const everyName = () =>
    rows(`select organisation_id::text as id, name, '' as during from organisation
      union all select organisation_id::text, name, named_during::text from organisation_name
      union all select unit_id::text, name, named_during::text from unit_name order by 1, 2, 3`)
  const open = async () => {
    const lead = await (await openSample(platform())).signIn('Pernille Skovgaard')
    const [organisation] = await rows<{ id: string }>(
      `select organisation_id as id from organisation where name = 'Børne- og Skoleforvaltningen'`,
    )
    const [unit] = await rows<{ id: string }>(`select unit_id as id from unit_name where name = 'Fritidsklubben Molen'`)
    return { lead, paths: [`/enheder/organisation/${organisation?.id}`, `/enheder/enhed/${unit?.id}`] }
  }

  it('is taken back the day it was written down, whatever day it holds from, and nothing is left of it but the trail', async () => {
    const { lead, paths } = await open()
    const before = await everyName()
    for (const path of paths) {
      assert.doesNotMatch(await lead.text(path), /Tag navnet tilbage/)
      assert.equal((await lead.send(`${path}/navn`, { navn: 'Forkert navn', dag: '2027-03-01' })).status, 303)
      assert.match(await lead.text(path), /Var det en fejl, så hedder den igen[^]*Tag navnet tilbage/)
      assert.equal((await lead.send(`${path}/navn/tilbage`, {})).headers.get('location'), `${path}?besked=navn-tilbage`)
    }
    assert.deepEqual(await everyName(), before)
    const trail = await rows<{ verb: string }>(
      `select verb from audit_entry where verb like '%.name%' or verb like '%.renamed'`,
    )
    assert.deepEqual(trail.map(({ verb }) => verb).toSorted(), [
      'organisation.name_taken_back',
      'organisation.renamed',
      'unit.name_taken_back',
      'unit.renamed',
    ])
    for (const path of paths) assert.equal((await lead.send(`${path}/navn/tilbage`, {})).status, 422)
  })

  it('stands where it was written down another day', async () => {
    const { lead, paths } = await open()
    for (const path of paths) await lead.send(`${path}/navn`, { navn: 'Nyt navn', dag: '2026-11-01' })
    const later = { ...platform(), clock: clockAt('2026-11-22T06:00:00Z') }
    const next = await (await openSample(later)).signIn('Pernille Skovgaard')
    for (const path of paths) {
      assert.doesNotMatch(await next.text(path), /Tag navnet tilbage/)
      const refused = await next.send(`${path}/navn/tilbage`, {})
      assert.match(await refused.text(), /Navnet er ikke skrevet ned i dag/)
    }
  })

  it('stands where something is built on it: an agreement, a merge, or the name it had, given to another', async () => {
    const { lead, paths } = await open()
    const [path = '', unit = ''] = paths
    for (const one of paths) await lead.send(`${one}/navn`, { navn: 'Nyt navn', dag: '2026-11-01' })
    const earlier = (by: string) =>
      rows(`with u as (update unit_name set given_at = given_at ${by} returning 1)
        update organisation_name set followed_at = followed_at ${by} from (select count(*) from u) n`)
    await earlier(`- interval '1 second'`)
    for (const one of paths)
      assert.match(await (await lead.send(`${one}/navn/tilbage`, {})).text(), /Siden er der sat en aftale i kraft/)
    await earlier(`+ interval '1 second'`)
    await rows(
      `insert into organisation (organisation_id, name, kind) values (gen_random_uuid(), 'Børne- og Skoleforvaltningen', 'other')`,
    )
    assert.match(await (await lead.send(`${path}/navn/tilbage`, {})).text(), /Der er allerede en/)
    assert.equal((await lead.send(`${unit}/navn/tilbage`, {})).status, 303)
  })

  it('is taken back by those who keep the register alone', async () => {
    const { lead, paths } = await open()
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    for (const path of paths) {
      await lead.send(`${path}/navn`, { navn: 'Nyt navn', dag: '2026-11-01' })
      assert.equal((await ida.send(`${path}/navn/tilbage`, {})).status, 403)
    }
  })
})

describe('a person and a plan that stand twice', () => {
  const own = testDatabase()
  const platform = () => testPlatform(own.database)

  it('are merged from the register by those who keep it: looked at first, then done, then undone', async () => {
    const lead = await (await openSample(platform())).signIn('Pernille Skovgaard')
    await runSql(platform(), system, `insert into person (person_id, name) values (gen_random_uuid(), 'ida holt')`)
    await runSql(
      platform(),
      system,
      `insert into holder (holder_id, post_id, person_id, holder_during, provisional) select gen_random_uuid(), post_id, person_id, '[2026-02-01,)', false
        from post, person where person.name = 'ida holt' and not exists (select from holder h where h.post_id = post.post_id) limit 1`,
    )
    const register = await lead.text('/enheder')
    const way =
      /ida holt står også uden mail[^]*?href="([^"]*slags=person[^"]*)"/
        .exec(register)?.[1]
        ?.replaceAll('&amp;', '&') ?? ''
    assert.match(await lead.text(way), /1 funktion får den anden person som indehaver/)
    const query = new URLSearchParams(way.slice(way.indexOf('?')))
    const turned = `/enheder/sammenlaeg?slags=person&behold=${query.get('opgiv')}&opgiv=${query.get('behold')}`
    assert.match(await lead.text(turned), /har en mail eller logger selv ind\. Behold den[^]*Behold den anden i stedet/)
    assert.equal((await lead.send('/enheder/sammenlaeg', Object.fromEntries(query))).status, 303)
    const merged = await lead.text('/enheder')
    assert.doesNotMatch(merged, /ida holt står også uden mail/)
    const undo = /action="([^"]*\/fortryd)"/.exec(merged)?.[1] ?? ''
    assert.equal((await lead.send(undo, {})).status, 303)
    assert.match(await lead.text('/enheder'), /ida holt står også uden mail/)
    assert.match(await lead.text('/enheder/planer'), /Læg sammen med en anden[^]*name="slags" value="plan"/)
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    assert.doesNotMatch(await ida.text('/enheder'), /står også uden mail/)
    assert.doesNotMatch(await ida.text('/enheder/planer'), /Læg sammen med en anden/)
  })
})
