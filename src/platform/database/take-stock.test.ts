import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withOwner } from './owner-connection.ts'
import { takeStock } from './take-stock.ts'
import { clonedDatabase, testSchema } from './test-database.ts'
import { runSqlAsOwner } from './test-sql.ts'

describe('taking stock', () => {
  const own = clonedDatabase()

  it('lets PostgreSQL know how many rows a table has', async () => {
    await runSqlAsOwner(
      own.url,
      `insert into ${testSchema}.area (area_id, name) select gen_random_uuid(), 'Område ' || n from generate_series(1, 7) n`,
    )
    const counted = () =>
      runSqlAsOwner(own.url, `select reltuples from pg_class where oid = '${testSchema}.area'::regclass`)
    assert.deepEqual(await counted(), [{ reltuples: -1 }])
    await withOwner(own.url, 'count', (owner) => takeStock(owner, testSchema))
    assert.deepEqual(await counted(), [{ reltuples: 7 }])
  })
})
