import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deletionClocks } from '../../src/deletion-clocks.ts'
import { allTasks } from '../../src/jobs.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { runDueJobs } from '../../src/platform/queue/run-queue.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { runClocks } from '../../src/rooms/access/index.ts'
import { openArchive } from './open-archive.ts'
import { holdPost } from '../../src/rooms/commitments/test-holder.ts'
import { cookieOf } from '../access/people.ts'
import { openSample, type TestVisitor, testOrigin } from '../../src/test-visitor.ts'

const asking = '/aftaler/aflevering'

describe('taking the whole partnership out on its page', () => {
  const own = clonedDatabase()
  const platformOn = (moment?: string): Platform => testPlatform(own.database, moment)
  const owner = <Row extends object>(query: string) =>
    runSqlAsOwner<Row>(own.url, query.replaceAll('@', `${own.database.schema}.`))

  /** Makes what was asked for, as the queue does. */
  const makeAll = async (platform: Platform): Promise<void> => {
    const { tasks, close } = await allTasks(platform)
    const make = tasks['make_partnership_export']
    assert.ok(make)
    const place = { url: own.url, schema: platform.database.schema, log: platform.log }
    await runDueJobs(place, { make_partnership_export: make })
    close()
  }
  const ask = async (visitor: TestVisitor, form: Record<string, string>): Promise<string> => {
    const answer = await visitor.send(asking, form)
    assert.equal(answer.status, 303, await answer.text())
    return answer.headers.get('location') ?? ''
  }

  it('tells what comes, is made as a job that can be left, and is fetched as a whole archive', async () => {
    const platform = platformOn()
    const sample = await openSample(platform)
    const pernille = await sample.signIn('Pernille Skovgaard')
    assert.match(await pernille.text('/aftaler'), /href="\/aftaler\/aflevering"/)
    const page = await pernille.text(asking)
    assert.match(page, /Du alene, så længe du leder forummet/)
    assert.match(page, /<option value="[^"]+">Bølgen<\/option>/)
    const made = await ask(pernille, { plan: '', dag: '2026-11-20' })
    assert.match(await pernille.text(made), /0 af \d+ trin er færdige/)
    assert.equal((await pernille.ask(`${made}/hent.zip`)).status, 404)
    const again = await pernille.send(asking, { plan: '', dag: '2026-11-20' })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /Din sidste aflevering er ikke færdig endnu/)
    await makeAll(platform)
    const ready = await pernille.text(made)
    assert.match(ready, /Afleveringen er klar[\s\S]*Hent filen \(ZIP, \d+,\d MB\)[\s\S]*29\. november 2026/)
    const answer = await pernille.ask(`${made}/hent.zip`)
    assert.equal(answer.headers.get('content-type'), 'application/zip')
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="aflevering-2026-11-20.zip"')
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
    const archive = openArchive(new Uint8Array(await answer.arrayBuffer()))
    assert.deepEqual(archive.faults(), [])
    assert.deepEqual([archive.manifest.day, archive.manifest.counts.agreements], ['2026-11-20', 2])
    assert.match(await pernille.text(asking), /Alle helhedsplaner, 20\. november 2026[\s\S]*klar/)
    const verbs = await owner<{ verb: string }>(
      `select verb from @audit_entry where thing = 'partnership_export' order by happened_at, verb`,
    )
    assert.deepEqual(
      verbs.map(({ verb }) => verb),
      ['export.asked', 'export.taken'],
    )
  })

  it('refuses in words a day that is none, one that has not come, and more than is fair', async () => {
    const pernille = await (await openSample(platformOn())).signIn('Pernille Skovgaard')
    for (const [form, words] of [
      [{ plan: '', dag: '2026-02-30' }, /Skriv en dag, der findes/],
      [{ plan: '', dag: '2026-11-22' }, /Dagen er ikke kommet endnu/],
    ] as const) {
      const answer = await pernille.send(asking, form)
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), words)
    }
    assert.equal((await pernille.send(asking, { plan: crypto.randomUUID(), dag: '2026-11-20' })).status, 404)
  })

  it('is not found by anyone else, not by another administrator either', async () => {
    const platform = platformOn()
    const sample = await openSample(platform)
    const pernille = await sample.signIn('Pernille Skovgaard')
    const made = await ask(pernille, { plan: '', dag: '2020-01-01' })
    await makeAll(platform)
    assert.equal((await pernille.ask(`${made}/hent.zip`)).status, 200)
    const who = {
      name: 'Anders And',
      title: 'fuldmægtig',
      organisation: 'Sundstrand Kommune',
      duty: 'administrator',
    } as const
    const cookie = await cookieOf(platform, await holdPost(platform, who))
    const asOther = (path: string, init: RequestInit = {}) =>
      sample.app.request(`${testOrigin}${path}`, { ...init, headers: { cookie, origin: testOrigin } })
    assert.equal((await asOther(asking)).status, 200)
    for (const path of [made, `${made}/hent.zip`, `${asking}/${crypto.randomUUID()}`, `${asking}/x`])
      assert.equal((await asOther(path)).status, 404, path)
    assert.equal((await asOther(`${made}/slet`, { method: 'POST' })).status, 404)
    const ida = await sample.signIn('Ida Holt')
    for (const path of [asking, made, `${made}/hent.zip`]) assert.equal((await ida.ask(path)).status, 403, path)
    assert.doesNotMatch(await ida.text('/aftaler'), /aftaler\/aflevering/)
    const visitor = await sample.visit().ask(made)
    assert.match(visitor.headers.get('location') ?? '', /^\/log-ind/)
  })

  it('is made for nobody who may no more, and can be asked for anew', async () => {
    const platform = platformOn()
    const sample = await openSample(platform)
    const pernille = await sample.signIn('Pernille Skovgaard')
    const made = await ask(pernille, { plan: '', dag: '2020-01-01' })
    await owner(`update @partnership_export set asked_by = (select person_id::text from @person where name = 'Ida Holt')
      where finished_at is null and failed_at is null`)
    await makeAll(platform)
    const [row] = await owner<{ failed: boolean; archive: unknown }>(
      `select failed_at is not null as failed, archive from @partnership_export order by asked_at desc, partnership_export_id desc limit 1`,
    )
    assert.deepEqual(row, { failed: true, archive: null })
    assert.equal((await pernille.ask(made)).status, 404)
    await owner(`update @partnership_export set asked_by = '${pernille.personId}' where failed_at is not null`)
    assert.match(await pernille.text(made), /Det gik galt undervejs/)
    const anew = await ask(pernille, { plan: '', dag: '2020-01-01' })
    assert.equal((await pernille.send(`${anew}/slet`, {})).status, 303)
    assert.equal((await pernille.ask(anew)).status, 404)
    await makeAll(platform)
  })

  it('goes by itself after a week', async () => {
    const count = async () =>
      (await owner<{ number: number }>('select count(*)::int as number from @partnership_export'))[0]?.number
    assert.ok(((await count()) ?? 0) > 0)
    await runClocks(platformOn('2026-11-28T02:15:00Z'), deletionClocks)
    assert.ok(((await count()) ?? 0) > 0)
    await runClocks(platformOn('2026-11-29T02:15:00Z'), deletionClocks)
    assert.equal(await count(), 0)
  })
})
