import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '../id.ts'
import { Refused } from '../refused.ts'
import { nobody, refuseOn, keepHouse } from './index.ts'
import { testDatabase } from './test-database.ts'

describe('a constraint that says no', () => {
  const platform = testDatabase()
  const writeShortKey = () =>
    keepHouse(platform, nobody, (tx) =>
      tx
        .insertInto('signing_key')
        .values({
          signing_key_id: newId(),
          secret: Buffer.alloc(3),
          made_at: Temporal.Instant.from('2026-01-01T00:00Z'),
        })
        .execute(),
    )

  it('is a refusal where its name is known', async () => {
    const error = await writeShortKey().catch((thrown: unknown) => thrown)
    const refused = refuseOn(error, { signing_key_is_long: () => new Refused('key_too_short') })
    assert.ok(refused instanceof Refused && refused.code === 'key_too_short')
  })

  it('stays the error it is where its name is not known', async () => {
    const error = await writeShortKey().catch((thrown: unknown) => thrown)
    assert.equal(refuseOn(error, { toString: () => new Refused('never') }), error)
    assert.ok(error instanceof Error && !(error instanceof Refused))
  })

  it('leaves errors of any other kind alone', () => {
    const error = new Error('broken')
    assert.equal(refuseOn(error, { signing_key_is_long: () => new Refused('never') }), error)
  })
})

describe('a test', () => {
  const platform = testDatabase()
  for (const time of ['first', 'second']) {
    it(`finds nothing of what another test wrote (${time})`, async () => {
      await keepHouse(platform, nobody, async (tx) => {
        assert.equal((await tx.selectFrom('signing_key').select('made_at').execute()).length, 0)
        await tx
          .insertInto('signing_key')
          .values({
            signing_key_id: newId(),
            secret: Buffer.alloc(32),
            made_at: Temporal.Instant.from('2026-01-01T00:00Z'),
          })
          .execute()
      })
    })
  }
})
