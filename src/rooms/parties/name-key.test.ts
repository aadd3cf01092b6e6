import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { readAs } from '../../platform/database/index.ts'
import { testDatabase } from '../../platform/database/test-database.ts'
import { testPlatform } from '../../platform/test-platform.ts'
import { system } from '../access/index.ts'
import { nameKey } from './match-names.rules.ts'

describe('the key of a name', () => {
  const own = testDatabase()

  it('is the same in the database as in the program', async () => {
    const letters = fc.constantFrom(...'abzÆæØøÅåÉéÜüÖöÄä019 -–.,/&()[]{}«»“”’\'"!?:;_`´@#+*=<>|\\~^…·\t\nİßçñД')
    const names = fc.sample(fc.string({ unit: letters, maxLength: 24 }), 400)
    const { rows } = await readAs(testPlatform(own.database), system, (tx) =>
      sql<{ name: string; key: string }>`select name, name_key(name) as key from unnest(${names}::text[]) name`.execute(
        tx,
      ),
    )
    assert.equal(rows.length, 400)
    for (const { name, key } of rows) assert.equal(key, nameKey(name), JSON.stringify(name))
  })
})
