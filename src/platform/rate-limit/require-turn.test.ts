import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clockAt } from '../clock.ts'
import { nobody, readAs, keepHouse } from '../database/index.ts'
import { clonedDatabase } from '../database/test-database.ts'
import { Refused } from '../refused.ts'
import { limits, type Limit } from './limits.ts'
import { clearFreeTurns, requireTurn } from './require-turn.ts'

const start = '2026-03-29T00:59:00Z'
const fivePerHour: Limit = { name: 'five_per_hour', turns: 5, seconds: 3600 }

describe('a limit', () => {
  const own = clonedDatabase()
  const at = (moment: string) => ({ database: own.database, clock: clockAt(moment) })
  const outcome = (moment: string, limit: Limit, subject: string) =>
    requireTurn(at(moment), limit, subject).then(
      () => 'let through',
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error
        return `${error.code} ${error.facts['minutes']}`
      },
    )
  const outcomes = async (moment: string, limit: Limit, subject: string, count: number) => {
    const all: string[] = []
    for (let turn = 0; turn < count; turn += 1) all.push(await outcome(moment, limit, subject))
    return all
  }
  const rowsSeenBy = (personId: string | null) =>
    readAs(at(start), { personId }, (tx) => tx.selectFrom('rate_limit').selectAll().execute())
  const rows = () => rowsSeenBy('doorkeeper')

  it('lets exactly its number through of 200 that come at once', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => outcome(start, limits.signInAttempt, '192.0.2.1')))
    assert.equal(all.filter((one) => one === 'let through').length, 10)
    assert.equal(all.filter((one) => one === 'too_many_requests 1').length, 190)
  })

  it('gives turns back one by one as time goes, also over the night the clock is changed', async () => {
    const subject = 'kajsa@havneby.example'
    assert.deepEqual(await outcomes(start, fivePerHour, subject, 6), [
      ...Array.from({ length: 5 }, () => 'let through'),
      'too_many_requests 12',
    ])
    assert.deepEqual(await outcomes('2026-03-29T01:10:59Z', fivePerHour, subject, 1), ['too_many_requests 1'])
    assert.deepEqual(await outcomes('2026-03-29T01:11:00Z', fivePerHour, subject, 2), [
      'let through',
      'too_many_requests 12',
    ])
    assert.deepEqual(
      (await outcomes('2026-03-29T02:23:00Z', fivePerHour, subject, 6)).filter((one) => one === 'let through').length,
      5,
    )
  })

  it('counts each subject and each name by itself', async () => {
    await outcomes(start, fivePerHour, 'one', 5)
    assert.equal(await outcome(start, fivePerHour, 'another'), 'let through')
    assert.equal(await outcome(start, { ...fivePerHour, name: 'other' }, 'one'), 'let through')
    assert.equal(await outcome(start, fivePerHour, 'one'), 'too_many_requests 12')
  })

  it('counts also what is undone afterwards', async () => {
    const platform = at(start)
    const once = { name: 'once', turns: 1, seconds: 3600 }
    await assert.rejects(
      keepHouse(platform, nobody, async () => {
        await requireTurn(platform, once, 'somebody')
        throw new Error('undone')
      }),
      /undone/,
    )
    assert.equal(await outcome(start, once, 'somebody'), 'too_many_requests 60')
  })

  it('keeps neither address nor mail, only a hash of 32 bytes', async () => {
    await outcome(start, fivePerHour, 'nanna@havneby.example')
    const kept = await rows()
    assert.ok(kept.length > 0)
    for (const row of kept) assert.equal(row.key_hash.length, 32)
    assert.doesNotMatch(kept.map((row) => row.key_hash.toString('latin1')).join(' '), /havneby|192\.0/)
  })

  it('is seen by no actor but the doorkeeper', async () => {
    await outcome(start, fivePerHour, 'unseen')
    assert.deepEqual(await rowsSeenBy(null), [])
    assert.deepEqual(await rowsSeenBy('system'), [])
    assert.ok((await rows()).length > 0)
  })

  it('is forgotten when its subject has all turns again', async () => {
    await outcome(start, fivePerHour, 'forgotten')
    await clearFreeTurns(at('2026-03-29T00:59:30Z'))
    assert.ok((await rows()).length > 0)
    await clearFreeTurns(at('2026-03-30T00:00:00Z'))
    assert.deepEqual(await rows(), [])
  })
})
