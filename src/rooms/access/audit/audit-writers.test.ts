import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readAsOwner } from '../../../platform/database/index.ts'
import { clonedDatabase, testSchema } from '../../../platform/database/test-database.ts'
import { runSqlAsOwner } from '../../../platform/database/test-sql.ts'
import { silentLog } from '../../../platform/log.ts'
import { verifyTrail } from './verify-trail.ts'

const processes = 4
const writersEach = 50
const writesEach = 5

describe('two hundred who write at once, from several processes', () => {
  const own = clonedDatabase()

  it('all leave their traces, in chains that are whole, and none waits for ever', async () => {
    const children = Array.from({ length: processes }, (_, number) =>
      fork(
        join(import.meta.dirname, 'test-writers.worker.ts'),
        [own.url, `p${number}`, `${writersEach}`, `${writesEach}`],
        {
          execArgv: ['--import', 'tsx'],
        },
      ),
    )
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))
    assert.deepEqual(
      codes,
      children.map(() => 0),
    )

    const found = await readAsOwner({ url: own.url, schema: testSchema }, silentLog, (tx) => verifyTrail(tx))
    const writes = processes * writersEach * writesEach
    assert.deepEqual([found.faults, found.entries], [[], writes * 2])
    // Dense numbers: as many entries as the heads count.
    assert.equal(
      found.heads.reduce((sum, { number }) => sum + number, 0),
      writes * 2,
    )
    const [told] = await runSqlAsOwner<{ refs: string; lanes: string; torn: string }>(
      own.url,
      `select count(distinct thing_ref) as refs, count(distinct lane) as lanes,
        (select count(*) from (select request from ${testSchema}.audit_entry group by request having count(distinct lane) > 1 or count(*) <> 2) t) as torn
       from ${testSchema}.audit_entry`,
    )
    assert.deepEqual(told, { refs: `${writes * 2}`, lanes: '16', torn: '0' })
  })
})
