import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { keepHouse } from '../../../platform/database/index.ts'
import { testDatabase } from '../../../platform/database/test-database.ts'
import { runSql } from '../../../platform/database/test-sql.ts'
import { newId } from '../../../platform/id.ts'
import { testPlatform } from '../../../platform/test-platform.ts'
import { signInDesk, system, visitor } from '../actor.ts'
import { bindIdentity, beginRequest } from './sign-in-by-provider.ts'
import type { OidcProvider } from './identity-provider.ts'

const provider: OidcProvider = {
  kind: 'oidc',
  id: 'sundstrand',
  label: 'Sundstrand Kommune',
  issuer: 'https://login.example',
  clientId: 'brobyg',
  clientSecret: 'x',
  scopes: [],
  mailDomains: [],
}

describe('the accounts people sign in with', () => {
  const database = testDatabase()
  const [owner, other] = [newId<'person'>(), newId<'person'>()]
  const as = (personId: string) => ({ personId })

  beforeEach(async () => {
    const platform = testPlatform(database.database)
    await runSql(
      database,
      signInDesk,
      `insert into person (person_id, name, is_sample) values ('${owner}', 'Ejer', true), ('${other}', 'Anden', false)`,
    )
    await keepHouse(database, signInDesk, async (tx) => {
      for (const personId of [owner, other]) {
        const subject = { provider: provider.id, subjectHash: Buffer.from(personId) }
        await bindIdentity(tx, { ...subject, personId }, platform.clock.now())
      }
    })
    await beginRequest(platform, provider, { browserSecret: 'x', nextPath: '/' })
  })

  const seenBy = async (actor: { personId: string | null }, table: string): Promise<number> =>
    (await runSql(database, actor, `select from ${table}`)).length

  it('are seen by their owner and by the desk', async () => {
    const rows = await runSql<{ person_id: string }>(database, as(owner), 'select person_id from federated_identity')
    assert.deepEqual(rows, [{ person_id: owner }])
    assert.equal(await seenBy(visitor, 'federated_identity'), 0)
    assert.equal(await seenBy(signInDesk, 'federated_identity'), 2)
  })

  it('are removed by their owner, and made or changed by the desk alone', async () => {
    const remove = `delete from federated_identity returning person_id`
    assert.deepEqual(await runSql(database, as(owner), remove), [{ person_id: owner }])
    assert.deepEqual(await runSql(database, as(owner), remove), [])
    const insert = `insert into federated_identity values (gen_random_uuid(), 'p', 'x', '${owner}', now(), now())`
    await assert.rejects(runSql(database, as(owner), insert), /row-level security/)
    const take = `update federated_identity set seen_at = now()`
    await assert.rejects(runSql(database, as(other), take), /row-level security/)
    const steal = `update federated_identity set person_id = '${owner}'`
    await assert.rejects(runSql(database, signInDesk, steal), /permission denied/)
  })

  it('go when their person does', async () => {
    await runSql(database, system, `delete from person where person_id = '${owner}'`)
    assert.equal(await seenBy(signInDesk, 'federated_identity'), 1)
  })

  it('and what is under way at a provider is seen by the desk alone', async () => {
    assert.equal(await seenBy(signInDesk, 'identity_request'), 1)
    for (const actor of [visitor, as(owner), system]) {
      assert.equal(await seenBy(actor, 'identity_request'), 0)
      assert.equal(await seenBy(actor, 'spent_assertion'), 0)
    }
  })
})
