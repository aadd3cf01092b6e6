import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { describe, it } from 'node:test'
import { silentLog } from '../log.ts'
import { openTables } from './database.ts'
import { testSchema, clonedDatabase } from './test-database.ts'
import { runSqlAsOwner } from './test-sql.ts'
import { nobody, readAs } from './transactions.ts'
import { databaseTrouble } from './trouble.ts'

describe('trouble of the database', () => {
  const own = clonedDatabase()
  const troubleAt = async (url: string, during: () => Promise<unknown> = async () => {}) => {
    const database = openTables(url, testSchema, silentLog)
    try {
      await readAs({ database }, nobody, async (tx) => {
        await during()
        await tx.selectFrom('signing_key').select('made_at').execute()
      })
      return null
    } catch (error) {
      return databaseTrouble(error)
    } finally {
      await database.close()
    }
  }

  it('is told when nothing answers, when it hangs up, and when it ends a connection at work', async () => {
    const hangsUp = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => hangsUp.listen(0, '127.0.0.1', resolve))
    const address = hangsUp.address()
    const port = typeof address === 'object' ? address?.port : 0
    const at = `postgres://me@127.0.0.1:${port}/x`
    assert.equal(await troubleAt(at), 'away')
    await new Promise((resolve) => hangsUp.close(resolve))
    assert.equal(await troubleAt(at), 'away')
    const hangUp = () =>
      runSqlAsOwner(
        own.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      )
    assert.equal(await troubleAt(own.url, hangUp), 'away')
  })

  it('is not what a statement or our own code did wrong', async () => {
    assert.equal(await troubleAt(own.url), null)
    assert.equal(databaseTrouble(new TypeError('x')), null)
    assert.equal(databaseTrouble(Object.assign(new Error('x'), { code: '23505' })), null)
    assert.equal(databaseTrouble(new Error('fetch failed', { cause: { code: 'ECONNREFUSED' } })), null)
  })

  it('knows a full disk, of PostgreSQL’s and of ours', () => {
    for (const code of ['53100', 'ENOSPC'])
      assert.equal(databaseTrouble(Object.assign(new Error('x'), { code })), 'disk_full')
  })
})
