import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { readDaySpan, writeDaySpan } from './day-span.ts'
import { nobody, readAs } from './index.ts'
import { testDatabase } from './test-database.ts'

describe('a span of days', () => {
  const platform = testDatabase()
  const spans: [string | null, string | null][] = [
    ['2013-01-01', '2016-12-31'],
    ['2016-02-29', '2016-02-29'],
    ['2013-01-01', null],
    [null, '2016-12-31'],
    [null, null],
  ]
  for (const [from, to] of spans) {
    it(`from ${from ?? 'ever'} to ${to ?? 'ever'} comes back from PostgreSQL as it was`, async () => {
      const span = {
        from: from === null ? null : Temporal.PlainDate.from(from),
        to: to === null ? null : Temporal.PlainDate.from(to),
      }
      const { rows } = await readAs(platform, nobody, (tx) =>
        sql<{ span: string }>`select ${writeDaySpan(span)}::daterange as span`.execute(tx),
      )
      const back = readDaySpan(rows[0]?.span ?? '')
      assert.deepEqual([back.from?.toString() ?? null, back.to?.toString() ?? null], [from, to])
    })
  }

  it('is not read from an empty range, which is no span', () => {
    assert.throws(() => readDaySpan('empty'))
  })
})
