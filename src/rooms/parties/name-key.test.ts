import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../platform/database/test-database.ts'
import { runSql } from '../../platform/database/test-sql.ts'
import { testPlatform } from '../../platform/test-platform.ts'
import { system } from '../access/index.ts'
import { nameKey } from './match-names.rules.ts'

describe('the key of a name', () => {
  const own = testDatabase()

  it('is the same in the database as in the program', async () => {
    const letters = fc.constantFrom(...'abzÆæØøÅåÉéÜüÖöÄä019 -–.,/&()[]{}«»“”’\'"!?:;_`´@#+*=<>|\\~^…·\t\nİßçñД')
    const names = fc.sample(fc.string({ unit: letters, maxLength: 24 }), 400)
    const asked = `select name, name_key(name) as key from jsonb_array_elements_text('${JSON.stringify(names).replaceAll("'", "''")}') name`
    const rows = await runSql<{ name: string; key: string }>(testPlatform(own.database), system, asked)
    assert.equal(rows.length, 400)
    for (const { name, key } of rows) assert.equal(key, nameKey(name), JSON.stringify(name))
  })
})
