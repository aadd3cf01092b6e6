import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { clonedDatabase, testDatabase } from '../../../platform/database/test-database.ts'
import { runSql, runSqlAsOwner } from '../../../platform/database/test-sql.ts'
import { today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { system } from '../actor.ts'
import { recordGiven } from '../consent/answer-consent.ts'
import {
  askFamily,
  makePost,
  type MovingClock,
  movingPlatform,
  type TestFamily,
  type TestPost,
} from '../test-circle.ts'
import { accessClocks } from './access-clocks.ts'
import { liftLegalHold, readLegalHolds, setLegalHold } from './hold.ts'
import { readDeletionReport, runClocks } from './run-clocks.ts'

const refusal = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

describe('the nightly deletion', () => {
  const database = testDatabase()
  let platform: Platform & { readonly clock: MovingClock }
  let posts: { shares: TestPost; receives: TestPost }
  let officer: TestPost
  let family: TestFamily

  beforeEach(async () => {
    platform = movingPlatform(database.database, '2026-02-01')
    posts = { shares: await makePost(platform, 'projektkoordinator'), receives: await makePost(platform, 'guide') }
    officer = await makePost(platform, 'rådgiver', 'data_protection')
    family = await askFamily(platform, posts)
    const givenOn = today(platform.clock)
    const { consentId, motherId: giverId } = family
    await recordGiven(platform, posts.shares.acting(), { consentId, giverId, how: 'paper', givenOn })
  })

  const count = async (table: string): Promise<number> =>
    Number((await runSql<{ n: bigint }>(platform, system, `select count(*) as n from ${table}`))[0]?.n)
  const runOn = async (day: string) => {
    platform.clock.moveTo(day)
    await runClocks(platform, accessClocks)
  }
  const counted = async () => {
    const rows = await runSql<{ purpose: string; number: number }>(
      platform,
      system,
      'select purpose, sum(number)::integer as number from deletion_count group by purpose order by purpose',
    )
    return Object.fromEntries(rows.map(({ purpose, number }) => [purpose, number]))
  }

  it('deletes a consent three years after it ended, then the people in it, and keeps the counts', async () => {
    await runOn('2029-12-31')
    assert.deepEqual([await count('consent'), await count('data_subject')], [1, 3])
    await runOn('2030-01-02')
    assert.deepEqual([await count('consent'), await count('consent_giver'), await count('circle_member')], [0, 0, 0])
    assert.deepEqual([await count('data_subject'), await count('guardianship')], [0, 0])
    const { consent, data_subject } = await counted()
    assert.deepEqual([consent, data_subject], [1, 3])
  })

  it('deletes a session and a link once they are over', async () => {
    await runSql(
      platform,
      system,
      `insert into session (session_id, token_hash, person_id, method, device, begun_at, seen_at, ends_at)
        values ('${newId()}', 'x', '${newId()}', 'cast', '', '2026-02-01', '2026-02-01', '2026-02-15');
       insert into subject_link (subject_link_id, token_hash, data_subject_id, made_at, ends_at)
        values ('${newId()}', 'x', '${family.motherId}', '2026-02-01', '2026-02-15')`,
    )
    await runOn('2026-03-30')
    assert.deepEqual([await count('session'), await count('subject_link')], [0, 0])
  })

  it('leaves what is held, also what is part of a held person, until the hold is lifted', async () => {
    const hold = { thing: 'data_subject', ref: family.childId, reason: 'Klage til Datatilsynet' }
    await setLegalHold(platform, officer.acting(), hold)
    await assert.rejects(setLegalHold(platform, officer.acting(), hold), refusal('held_already'))
    await assert.rejects(
      setLegalHold(platform, officer.acting(), { ...hold, reason: ' ' }),
      refusal('hold_reason_missing'),
    )
    await assert.rejects(setLegalHold(platform, posts.shares.acting(), hold), refusal('not_permitted'))
    await runOn('2030-01-02')
    assert.deepEqual([await count('consent'), await count('data_subject')], [1, 3])
    const [set] = await readLegalHolds(platform, officer.acting())
    await liftLegalHold(platform, officer.acting(), set?.legalHoldId ?? '')
    await runOn('2030-01-03')
    assert.deepEqual([await count('consent'), await count('data_subject')], [0, 0])
  })

  it('is foretold to the officer a month ahead, with what is held beside it, and to nobody else', async () => {
    platform.clock.moveTo('2029-11-01')
    const goes = async () => {
      const report = await readDeletionReport(platform, officer.acting(), accessClocks)
      const found = report.find(({ rule }) => rule.purpose === 'consent')
      return [found?.free.map(({ ref }) => ref), found?.held.map(({ ref }) => ref)]
    }
    assert.deepEqual(await goes(), [[], []])
    platform.clock.moveTo('2029-12-01')
    assert.deepEqual(await goes(), [[family.consentId], []])
    await setLegalHold(platform, officer.acting(), { thing: 'consent', ref: '*', reason: 'Sag' })
    assert.deepEqual(await goes(), [[], [family.consentId]])
    assert.throws(() => readDeletionReport(platform, posts.shares.acting(), accessClocks), refusal('not_permitted'))
  })
})

describe('the audit trail', () => {
  const database = clonedDatabase()

  it('verifies from the cut on after its oldest entries are cut off, and nobody else cuts it', async () => {
    const platform = movingPlatform(database.database, '2026-02-01')
    const shares = await makePost(platform, 'projektkoordinator')
    const receives = await makePost(platform, 'guide')
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await askFamily(platform, { shares, receives }, { name })
    // Entries are dated by the database itself; half of each chain is made old as only the owner can, and the chain hashed anew.
    await runSqlAsOwner(database.url, `set search_path to testby, public; ${makeOld}`)
    assert.deepEqual(await brokenEntries(database.url), [])
    const before = await trailLength(database.url)
    await runClocks({ ...platform, clock: { now: () => Temporal.Now.instant() } }, accessClocks)
    const after = await trailLength(database.url)
    assert.ok(after < before, 'nothing was cut')
    assert.deepEqual(await brokenEntries(database.url), [])
    await runSqlAsOwner(
      database.url,
      `update testby.audit_entry set verb = 'x' where ctid = (select min(ctid) from testby.audit_entry)`,
    )
    assert.equal((await brokenEntries(database.url)).length, 1)
    await assert.rejects(runSql(platform, shares.acting(), 'select cut_audit(now())'), /only the program/)
  })
})

const hashOf = (previous: string) => `sha256(${previous} || convert_to(concat_ws(chr(31), e.lane, e.number,
  (extract(epoch from e.happened_at) * 1000000)::bigint, e.actor, e.post, e.request, e.verb, e.thing, e.thing_ref, e.about_ref, e.facts), 'UTF8'))`

const makeOld = `do $$
declare e audit_entry; previous bytea;
begin
  for e in select * from audit_entry order by lane, number loop
    if e.number = 1 then select cut_hash into previous from audit_lane l where l.lane = e.lane; end if;
    if e.number <= (select l.number / 2 from audit_lane l where l.lane = e.lane) then e.happened_at := e.happened_at - interval '6 years'; end if;
    previous := ${hashOf('previous')};
    update audit_entry a set happened_at = e.happened_at, hash = previous where a.lane = e.lane and a.number = e.number;
    update audit_lane l set hash = previous where l.lane = e.lane;
  end loop;
end $$`

const trailLength = async (url: string): Promise<number> =>
  (await runSqlAsOwner<{ n: number }>(url, 'select count(*)::integer as n from testby.audit_entry'))[0]?.n ?? 0

/** Entries whose hash does not follow from the one before them, or from the cut. */
const brokenEntries = (url: string) =>
  runSqlAsOwner<{ lane: number; number: string }>(
    url,
    `select e.lane, e.number from (select a.*, coalesce(lag(a.hash) over (partition by a.lane order by a.number), l.cut_hash) as previous,
        coalesce(lag(a.number) over (partition by a.lane order by a.number), l.cut_number) as previous_number
      from testby.audit_entry a join testby.audit_lane l using (lane)) e
     where e.hash <> ${hashOf('e.previous')} or e.number <> e.previous_number + 1`,
  )
