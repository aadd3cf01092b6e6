import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { deletionClocks } from './deletion-clocks.ts'
import { clockAt } from './platform/clock.ts'
import { keepHouse } from './platform/database/index.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import { newId } from './platform/id.ts'
import { queueMail } from './platform/mail/queue-mail.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'
import { runClocks, system } from './rooms/access/index.ts'

describe('the nightly deletion of every room', () => {
  const database = testDatabase()
  let platform: Platform

  beforeEach(() => {
    platform = testPlatform(database.database, '2026-02-01T11:00:00Z')
  })

  const count = async (table: string): Promise<number> =>
    Number((await runSql<{ n: bigint }>(platform, system, `select count(*) as n from ${table}`))[0]?.n)
  const runOn = (day: string) => runClocks({ ...platform, clock: clockAt(`${day}T11:00:00Z`) }, deletionClocks)

  it('deletes a mail after 90 days, and not a day before', async () => {
    const mail = { personId: newId(), address: 'a@havneby.example', subject: 's', plain: 'p', html: 'h' }
    await keepHouse(platform, system, (tx) => queueMail(tx, platform.clock, { ...mail, stopUrl: null, onceKey: 'x' }))
    await runOn('2026-05-02')
    assert.equal(await count('mail'), 1)
    await runOn('2026-05-03')
    assert.equal(await count('mail'), 0)
  })

  it('deletes a draft nobody confirmed for a year, with its source', async () => {
    const [sourceId, keptId] = [newId(), newId()]
    const source = (id: string) =>
      `insert into source_document values ('${id}', 'x.txt', 'text/plain', 'x', '', '[]', '2026-02-01', 'x')`
    const draft = (from: string, closed: string) =>
      `insert into draft (draft_id, source_document_id, document, begun_at, begun_by, changed_at, closed_at)
        values ('${newId()}', '${from}', '{}', '2026-02-01', 'x', '2026-02-01', ${closed})`
    await runSql(
      platform,
      system,
      [source(sourceId), source(keptId), draft(sourceId, 'null'), draft(keptId, `'2026-02-01'`)].join(';'),
    )
    await runOn('2027-01-31')
    assert.equal(await count('draft'), 2)
    await runOn('2027-02-03')
    assert.deepEqual([await count('draft'), await count('source_document')], [1, 1])
  })

  it('deletes who somebody was five years after their last post, and keeps the post they held', async () => {
    const [organisationId, postId, personId] = [newId(), newId(), newId()]
    await runSql(
      platform,
      system,
      `insert into organisation (organisation_id, name, kind) values ('${organisationId}', 'Klub', 'club');
       insert into post (post_id, title, organisation_id) values ('${postId}', 'leder', '${organisationId}');
       insert into person (person_id, name, email) values ('${personId}', 'Holder of guide', 'x@havneby.example');
       insert into holder (holder_id, post_id, person_id, holder_during)
         values ('${newId()}', '${postId}', '${personId}', '[2020-01-01,2026-03-01)')`,
    )
    await runOn('2031-02-28')
    assert.equal(await count(`person where name = 'Holder of guide'`), 1)
    await runOn('2031-03-02')
    assert.equal(await count(`person where name = 'Holder of guide'`), 0)
    assert.equal(await count(`person join holder using (person_id) where name = 'tidligere medarbejder'`), 1)
  })

  it('has a rule for each of its clocks, and a clock for each rule', async () => {
    const rules = await runSql<{ purpose: string }>(
      platform,
      system,
      'select purpose from deletion_rule order by purpose',
    )
    assert.deepEqual(
      rules.map(({ purpose }) => purpose),
      deletionClocks.map(({ purpose }) => purpose).toSorted(),
    )
  })
})
