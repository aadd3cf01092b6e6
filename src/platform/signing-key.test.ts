import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { systemClock } from './clock.ts'
import { clonedDatabase } from './database/test-database.ts'
import { getSigningKey } from './signing-key.queries.ts'

describe('the key cookies are signed with', () => {
  const own = clonedDatabase()

  it('is made once, however many ask for it first at the same time', async () => {
    const platform = { database: own.database, clock: systemClock }
    const keys = await Promise.all(Array.from({ length: 8 }, () => getSigningKey(platform)))
    assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1)
    assert.equal(keys[0]?.length, 32)
    assert.deepEqual(await getSigningKey(platform), keys[0])
  })
})
