import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

describe('finding in the register', () => {
  const own = clonedDatabase()
  let ida: TestVisitor

  before(async () => {
    ida = await (await openSample(testPlatform(own.database))).signIn('Ida Holt')
  })

  const found = async (query: string) => {
    const page = await ida.text(`/enheder?${query}`)
    const list = /<ul class="register-found">(.*?)<\/ul>/s.exec(page)?.[1] ?? ''
    return [...list.matchAll(/<a href="[^"]*">([^<]*)<\/a> <span class="person-facts">([^<]*)/g)].map(
      ([, name, place]) => `${name}: ${place}`,
    )
  }

  it('finds organisations, units, posts and people by any spelling, what is called so first', async () => {
    assert.deepEqual(await found('soeg=boligforeningen fyret'), [
      'Boligforeningen Fyret: ',
      'Boligforeningen Fyret og Boligselskabet Sundlyst: ',
    ])
    assert.equal((await found('soeg=molen'))[0], 'Fritidsklubben Molen: Børne- og Skoleforvaltningen')
    assert.ok(
      (await found('soeg=OESTERBY dokken')).includes(
        'Pædagogisk leder: Line Østerby · Ungdomsklubben Dokken · Børne- og Skoleforvaltningen',
      ),
    )
    assert.deepEqual(await found('soeg=qqqqqq'), [])
  })

  it('takes a word that no name has for a slip of the pen, and says so', async () => {
    assert.match(
      await ida.text('/enheder?soeg=fritidsklubn'),
      /Ingen hedder noget med “fritidsklubn”\. Her er “fritidsklubben”\. Vi fandt/,
    )
    assert.equal((await found('soeg=fritidsklubn molen'))[0], 'Fritidsklubben Molen: Børne- og Skoleforvaltningen')
  })

  it('answers as of the day: a post by who held it then', async () => {
    const held = await found('soeg=oesterby&dag=2026-11-21')
    assert.ok(held.length > 0)
    assert.deepEqual(await found('soeg=oesterby&dag=2020-01-01'), [])
  })

  it('lists a large register organisation by organisation, in pages', async () => {
    await runSqlAsOwner(
      own.url,
      `set search_path to "${own.database.schema}", public;
       insert into organisation (organisation_id, name, kind) select gen_random_uuid(), 'Forening ' || lpad(n::text, 3, '0'), 'association' from generate_series(1, 120) n;
       insert into post (post_id, title, organisation_id) select gen_random_uuid(), 'kontaktperson ' || m, organisation_id
         from organisation, generate_series(1, 4) m where name like 'Forening %'`,
    )
    const first = await ida.text('/enheder')
    assert.match(first, />Forening 001<\/a> <span class="register-count">4 funktioner/)
    assert.doesNotMatch(first, /Forening 100/)
    assert.match(first, /1–50 af \d+<\/span><a rel="next" href="\/enheder\?side=2">/)
    assert.ok(first.length < 40_000, `${first.length}`)
    const last = await ida.text('/enheder?side=3')
    assert.match(last, /Forening 120/)
    assert.doesNotMatch(last, /rel="next"/)
    assert.match(
      await ida.text('/enheder?soeg=kontaktperson'),
      /Vi fandt 480\.[^]*href="\/enheder\?soeg=kontaktperson&amp;side=2"/,
    )
    assert.equal((await found('soeg=kontaktperson&side=10')).length, 30)
    const one = /href="(\/enheder\/organisation\/[^"]+)">Forening 120/.exec(last)?.[1] ?? ''
    assert.match(await ida.text(one), /kontaktperson 4/)
  })
})
