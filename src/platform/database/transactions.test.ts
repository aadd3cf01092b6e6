import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../id.ts'
import { keepHouse, leaveTrace, nobody, readAs, writeAs } from './index.ts'
import { clonedDatabase, testDatabase, testSchema } from './test-database.ts'

interface Told {
  told: string
}

describe('a transaction', () => {
  const platform = testDatabase()

  it('works as the application role, in the schema of the municipality, for the actor', async () => {
    const personId = newId<'person'>()
    const { rows } = await readAs(platform, { personId }, (tx) =>
      sql<{ role: string; path: string; actor: string }>`
        select current_user as role, current_setting('search_path') as path, current_setting('brobyg.actor') as actor`.execute(
        tx,
      ),
    )
    assert.deepEqual(rows, [{ role: 'brobyg_app', path: `${testSchema}, public`, actor: personId }])
  })

  it('keeps an actor with a quote in it a value', async () => {
    const personId = `a'; set local role to postgres; --`
    const { rows } = await readAs(platform, { personId }, (tx) =>
      sql<Told>`select current_setting('brobyg.actor') as told`.execute(tx),
    )
    assert.equal(rows[0]?.told, personId)
  })

  it('gives moments, big numbers and days as their own types, and takes them as parameters', async () => {
    const moment = Temporal.Instant.from('2026-03-29T01:00:00.123456Z')
    const day = Temporal.PlainDate.from('2026-10-25')
    const { rows } = await readAs(platform, nobody, (tx) =>
      sql<{ moment: Temporal.Instant; day: string; big: bigint }>`
        select ${moment}::timestamptz as moment, ${day}::date as day, ${9_007_199_254_740_993n}::int8 as big`.execute(
        tx,
      ),
    )
    assert.equal(rows[0]?.moment.toString(), moment.toString())
    assert.equal(rows[0]?.day, '2026-10-25')
    assert.equal(rows[0]?.big, 9_007_199_254_740_993n)
  })
})

describe('a transaction that commits', () => {
  const own = clonedDatabase()

  it('refuses to write while reading', async () => {
    const write = readAs(own, nobody, (tx) => sql`create temporary table note (text text)`.execute(tx))
    await assert.rejects(write, /read-only transaction/)
  })

  it('leaves no actor behind for the next one on the connection', async () => {
    await keepHouse(own, { personId: newId<'person'>() }, (tx) => sql`select 1`.execute(tx))
    const { rows } = await readAs(own, nobody, (tx) =>
      sql<Told>`select current_setting('brobyg.actor', true) as told`.execute(tx),
    )
    assert.equal(rows[0]?.told, '')
  })

  it('runs a write again that PostgreSQL undid for the sake of another', async () => {
    let attempts = 0
    const result = await keepHouse(own, nobody, async (tx) => {
      attempts += 1
      if (attempts < 3) await sql`do $$ begin raise exception using errcode = '40P01'; end $$`.execute(tx)
      return 'written'
    })
    assert.deepEqual([result, attempts], ['written', 3])
  })
})

describe('what a write leaves in the audit trail', () => {
  const own = clonedDatabase()
  const told = { verb: 'thing.done', thing: 'thing', ref: 'r1', facts: { count: 3 } }
  const entries = () =>
    readAs(own, { personId: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select(['actor', 'post', 'request', 'verb', 'thing_ref', 'facts']).execute(),
    )

  it('is asked for: a write without a trace fails, and writes nothing', async () => {
    const silent = writeAs(own, nobody, (tx) => sql`select 1`.execute(tx))
    await assert.rejects(silent, /left no trace/)
    await keepHouse(own, nobody, (tx) => sql`select 1`.execute(tx))
    assert.deepEqual(await entries(), [])
  })

  it('says who did what, for which post, in which request, as the transaction knows it', async () => {
    const actor = { personId: newId<'person'>(), postId: newId<'post'>(), requestId: 'request-1' }
    await writeAs(own, actor, (tx) => Promise.resolve(leaveTrace(tx, told)))
    assert.deepEqual(await entries(), [
      {
        actor: actor.personId,
        post: actor.postId,
        request: 'request-1',
        verb: 'thing.done',
        thing_ref: 'r1',
        facts: '{"count":3}',
      },
    ])
  })

  it('goes with what was undone, and stands once where a write was run again', async () => {
    const before = (await entries()).length
    const undone = writeAs(own, nobody, (tx) => {
      leaveTrace(tx, told)
      return Promise.reject(new Error('undone'))
    })
    await assert.rejects(undone, /undone/)
    assert.equal((await entries()).length, before)
    let attempts = 0
    await writeAs(own, nobody, async (tx) => {
      attempts += 1
      leaveTrace(tx, told)
      if (attempts < 3) await sql`do $$ begin raise exception using errcode = '40P01'; end $$`.execute(tx)
    })
    assert.equal((await entries()).length, before + 1)
  })

  it('is written by nobody past the function that chains it', async () => {
    const forged = keepHouse(own, { personId: 'system' }, (tx) =>
      sql`insert into audit_entry select lane, number + 1, now(), 'x', '', '', 'x', 'x', '', '', '', hash from audit_lane`.execute(
        tx,
      ),
    )
    await assert.rejects(forged, /permission denied/)
    const changed = keepHouse(own, { personId: 'system' }, (tx) => sql`update audit_entry set actor = 'x'`.execute(tx))
    await assert.rejects(changed, /permission denied/)
  })
})
