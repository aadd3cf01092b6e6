import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepHouse } from '../database/index.ts'
import { clonedDatabase, testSchema } from '../database/test-database.ts'
import { runSql, runSqlAsOwner } from '../database/test-sql.ts'
import { silentLog } from '../log.ts'
import type { Job } from './job.ts'
import { addJob, addJobOnce, removeJob } from './queue.queries.ts'
import { freeBegunJobs, runDueJobs, startQueue } from './run-queue.ts'

const actor = { personId: 'system' }

const job = (change: Partial<Job> = {}): Job => ({
  task: 'greet',
  payload: { name: 'a' },
  at: null,
  key: null,
  ...change,
})

describe('the queue', () => {
  const own = clonedDatabase()
  const place = () => ({ url: own.url, schema: testSchema, log: silentLog })
  const waiting = () =>
    runSqlAsOwner<{ task: string; key: string | null; at: string }>(
      own.url,
      `select task_identifier as task, key, to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at
       from ${testSchema}_queue.jobs order by id`,
    )
  const greeted = async (): Promise<unknown[]> => {
    const seen: unknown[] = []
    await runDueJobs(place(), {
      greet: (payload) => {
        seen.push(payload)
        return Promise.resolve()
      },
    })
    return seen
  }

  it('does what a committed transaction asked for, once', async () => {
    await keepHouse(own, actor, (tx) => addJob(tx, job()))
    assert.deepEqual(await greeted(), [{ name: 'a' }])
    assert.deepEqual(await greeted(), [])
  })

  it('knows nothing of what an undone transaction asked for', async () => {
    const undone = keepHouse(own, actor, async (tx) => {
      await addJob(tx, job())
      throw new Error('undo')
    })
    await assert.rejects(undone, /undo/)
    assert.deepEqual(await waiting(), [])
  })

  it('keeps one job a key: the later in the earlier one’s place, or the one that waits', async () => {
    const [early, late] = ['2099-01-01T06:00Z', '2099-02-01T06:00Z'] as const
    const at = (moment: string) => ({ key: 'k', at: Temporal.Instant.from(moment) })
    await keepHouse(own, actor, async (tx) => {
      await addJob(tx, job(at(early)))
      await addJob(tx, job(at(late)))
    })
    assert.deepEqual(await waiting(), [{ task: 'greet', key: 'k', at: late }])
    await keepHouse(own, actor, (tx) => addJobOnce(tx, { ...job(), ...at(early) }))
    assert.deepEqual(await waiting(), [{ task: 'greet', key: 'k', at: late }])
    await keepHouse(own, actor, (tx) => removeJob(tx, 'k'))
    assert.deepEqual(await waiting(), [])
  })

  it('tries again later what failed', async () => {
    await keepHouse(own, actor, (tx) => addJob(tx, job({ key: 'failing' })))
    await runDueJobs(place(), { greet: () => Promise.reject(new Error('not now')) })
    const [left] = await runSqlAsOwner<{ attempts: number; later: boolean }>(
      own.url,
      `select attempts, run_at > now() as later from ${testSchema}_queue.jobs`,
    )
    assert.deepEqual(left, { attempts: 1, later: true })
    await keepHouse(own, actor, (tx) => removeJob(tx, 'failing'))
  })

  it('does jobs as they come while it runs, and stops cleanly', async () => {
    let done: (payload: unknown) => void = () => {}
    const first = new Promise<unknown>((resolve) => (done = resolve))
    const running = await startQueue(place(), { greet: async (payload) => done(payload) })
    await keepHouse(own, actor, (tx) => addJob(tx, job({ payload: { name: 'b' } })))
    assert.deepEqual(await first, { name: 'b' })
    await running.stop()
  })

  it('gives back what a killed process had begun', async () => {
    await keepHouse(own, actor, (tx) => addJob(tx, job({ payload: { name: 'begun' } })))
    await runSqlAsOwner(
      own.url,
      `update ${testSchema}_queue._private_jobs set locked_by = 'worker-dead', locked_at = now(), attempts = 1`,
    )
    assert.deepEqual(await greeted(), [])
    await freeBegunJobs(place())
    assert.deepEqual(await greeted(), [{ name: 'begun' }])
  })

  it('is closed to the application but for adding and taking back', async () => {
    await assert.rejects(runSql(own, actor, `select * from ${testSchema}_queue.jobs`), /permission denied/)
    await assert.rejects(runSql(own, actor, `select ${testSchema}_queue.add_job('greet')`), /permission denied/)
    await assert.rejects(
      runSqlAsOwner(
        own.url,
        `set role pg_monitor; select ${testSchema}.queue_job('greet', '{}', null, null, 'replace')`,
      ),
      /permission denied/,
    )
  })
})
