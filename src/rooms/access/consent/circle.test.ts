import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { readAs } from '../../../platform/database/index.ts'
import { testDatabase } from '../../../platform/database/test-database.ts'
import { runSql } from '../../../platform/database/test-sql.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { system } from '../actor.ts'
import {
  askFamily,
  makePost,
  type MovingClock,
  movingPlatform,
  ownIds,
  residentToday,
  seenIds,
  type TestFamily,
  type TestPost,
} from '../test-circle.ts'
import { recordGiven, withdrawConsent } from './answer-consent.ts'
import { endGuardianship } from './change-custody.ts'
import { readRecord } from './record.ts'
import { listGuardianships } from './subject.queries.ts'

const tables = [
  ['data_subject', 'data_subject_id'],
  ['consent', 'data_subject_id'],
  ['guardianship', 'child_id'],
  ['consent_giver', 'consent_id'],
  ['circle_member', 'data_subject_id'],
] as const

const refusal = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

describe('the circle around a person', () => {
  const database = testDatabase()
  let platform: Platform & { readonly clock: MovingClock }
  let [shares, receives, stranger, officer]: TestPost[] = []
  let family: TestFamily
  const post = (one: TestPost | undefined): TestPost => {
    assert.ok(one)
    return one
  }

  beforeEach(async () => {
    platform = movingPlatform(database.database, '2026-02-01')
    shares = await makePost(platform, 'projektkoordinator')
    receives = await makePost(platform, 'guide')
    stranger = await makePost(platform, 'konsulent')
    officer = await makePost(platform, 'rådgiver', 'data_protection')
    family = await askFamily(platform, { shares, receives })
  })

  const give = (giverId = family.motherId) =>
    recordGiven(platform, post(shares).acting(), {
      consentId: family.consentId,
      giverId,
      how: 'spoken',
      givenOn: today(platform.clock),
    })
  const seesNothing = async (who: TestPost | undefined) => {
    for (const [table, column] of tables)
      assert.deepEqual(await seenIds(platform, post(who).acting(), table, column), [], table)
  }

  it('lets nobody in but the post that asks, before the consent is given', async () => {
    await seesNothing(receives)
    await seesNothing(stranger)
    assert.equal((await seenIds(platform, post(shares).acting(), 'data_subject', 'data_subject_id')).length, 3)
  })

  it('lets in whom the consent names, and no stranger', async () => {
    await give()
    const seen = await seenIds(platform, post(receives).acting(), 'data_subject', 'data_subject_id')
    assert.deepEqual(new Set(seen), new Set([family.childId, family.motherId, family.fatherId]))
    assert.deepEqual(await seenIds(platform, post(receives).acting(), 'consent', 'consent_id'), [family.consentId])
    await seesNothing(stranger)
  })

  it('lets nobody in a second after the consent is withdrawn', async () => {
    await give()
    await withdrawConsent(platform, residentToday(platform, family.motherId), {
      consentId: family.consentId,
      giverId: family.motherId,
      how: 'signed_link',
    })
    await seesNothing(receives)
    await seesNothing(shares)
  })

  it('ends for the worker who writes the withdrawal down, too', async () => {
    await give()
    await withdrawConsent(platform, post(shares).acting(), {
      consentId: family.consentId,
      giverId: family.fatherId,
      how: 'spoken',
    })
    await seesNothing(receives)
    await seesNothing(shares)
    const ended = await runSql<{ n: bigint }>(
      platform,
      system,
      'select count(*) as n from circle_member where ended_at is null',
    )
    assert.deepEqual(ended, [{ n: 0n }])
  })

  it('ends the day after the consent does', async () => {
    await give()
    platform.clock.moveTo('2026-12-31')
    assert.equal((await seenIds(platform, post(receives).acting(), 'data_subject', 'data_subject_id')).length, 3)
    platform.clock.moveTo('2027-01-01')
    await seesNothing(receives)
    await seesNothing(shares)
  })

  it('ends for the post that asked after 30 days without an answer', async () => {
    platform.clock.moveTo('2026-03-02')
    assert.equal((await seenIds(platform, post(shares).acting(), 'data_subject', 'data_subject_id')).length, 3)
    platform.clock.moveTo('2026-03-03')
    await seesNothing(shares)
  })

  it('shows one in it only the consents that let them in', async () => {
    await give()
    const other = await askFamilyAgain()
    assert.deepEqual(await seenIds(platform, post(receives).acting(), 'consent', 'consent_id'), [family.consentId])
    assert.deepEqual(
      new Set(await seenIds(platform, post(shares).acting(), 'consent', 'consent_id')),
      new Set([family.consentId, other.consentId]),
    )
  })
  const askFamilyAgain = () =>
    askFamily(platform, { shares: post(shares), receives: post(stranger) }, { about: { subjectId: family.childId } })

  it('shows the officer that a consent exists, and nobody behind it', async () => {
    await give()
    const acting = post(officer).acting()
    assert.deepEqual(await seenIds(platform, acting, 'consent', 'consent_id'), [family.consentId])
    assert.deepEqual(await seenIds(platform, acting, 'consent_giver', 'giver_id'), [family.motherId])
    for (const [table, column] of [tables[0], tables[2]])
      assert.deepEqual(await seenIds(platform, acting, table, column), [], table)
  })

  it('lets a resident see their own and their child, and nothing of another family', async () => {
    await give()
    const other = await askFamily(platform, { shares: post(shares), receives: post(receives) }, { name: 'b' })
    const mother = residentToday(platform, family.motherId)
    assert.deepEqual(new Set(await ownIds(platform, mother)), new Set([family.motherId, family.childId]))
    assert.deepEqual(await seenIds(platform, mother, 'consent', 'consent_id'), [family.consentId])
    assert.ok(!(await seenIds(platform, mother, 'audit_entry', 'about_ref')).includes(other.childId))
    assert.ok((await seenIds(platform, mother, 'audit_entry', 'about_ref')).includes(family.childId))
    for (const table of [
      'person',
      'holder',
      'session',
      'mail',
      'draft',
      'subject_link',
      'subject_session',
      'legal_hold',
      'post_duty',
    ])
      assert.deepEqual(await runSql(platform, mother, `select from ${table}`), [], table)
  })

  it('shows a guardian who lost custody no more than themselves', async () => {
    await give()
    const guardianships = await readAs(platform, system, (tx) => listGuardianships(tx, [family.childId]))
    const mothers = guardianships.find(({ guardianId }) => guardianId === family.motherId)
    assert.ok(mothers)
    const { guardianshipId } = mothers
    const lastDay = Temporal.PlainDate.from('2026-04-30')
    await endGuardianship(platform, post(shares).acting(), { childId: family.childId, guardianshipId, lastDay })
    platform.clock.moveTo('2026-04-30')
    assert.deepEqual((await ownIds(platform, residentToday(platform, family.motherId))).length, 2)
    platform.clock.moveTo('2026-05-01')
    const mother = residentToday(platform, family.motherId)
    assert.deepEqual(await ownIds(platform, mother), [family.motherId])
    assert.deepEqual(await seenIds(platform, mother, 'consent', 'consent_id'), [])
    await seesNothing(receives)
  })

  it('shows a guardian what they gave, and not what the young person gives from 15', async () => {
    const young = await askFamily(
      platform,
      { shares: post(shares), receives: post(receives) },
      { name: 'ung', birthMonth: '2010-12' },
    )
    const mother = residentToday(platform, young.motherId)
    assert.ok((await ownIds(platform, mother)).includes(young.childId))
    assert.deepEqual(await seenIds(platform, mother, 'consent', 'consent_id'), [])
    assert.ok(!(await seenIds(platform, mother, 'audit_entry', 'about_ref')).includes(young.childId))
    assert.deepEqual(await seenIds(platform, residentToday(platform, young.childId), 'consent', 'consent_id'), [
      young.consentId,
    ])
  })

  it('lets nobody write an answer that is not theirs', async () => {
    const other = await askFamily(platform, { shares: post(shares), receives: post(receives) }, { name: 'b' })
    const forged = (giver: string, how: string) =>
      `insert into consent_giver (consent_id, giver_id, given_on, how, recorded_by, recorded_at)
        values ('${family.consentId}', '${giver}', '2026-02-01', '${how}', 'x', now())`
    const mother = residentToday(platform, family.motherId)
    for (const [actor, statement] of [
      [residentToday(platform, other.motherId), forged(other.motherId, 'signed_link')],
      [mother, forged(family.fatherId, 'signed_link')],
      [post(receives).acting(), forged(family.motherId, 'paper')],
      [post(shares).acting(), forged(family.motherId, 'signed_link')],
      [post(officer).acting(), forged(family.motherId, 'paper')],
    ] as const)
      await assert.rejects(runSql(platform, actor, statement), /row-level security/)
  })
})

describe('a record', () => {
  const database = testDatabase()

  it('is read with a trace of who and why, and is not found by a stranger', async () => {
    const platform = movingPlatform(database.database, '2026-02-01')
    const shares = await makePost(platform, 'projektkoordinator')
    const stranger = await makePost(platform, 'konsulent')
    const { childId } = await askFamily(platform, { shares, receives: stranger })
    await assert.rejects(readRecord(platform, stranger.acting(), childId, 'journey'), refusal('subject_not_found'))
    const { subject, guardians } = await readRecord(platform, shares.acting(), childId, 'journey')
    assert.equal(subject.called, 'Barn a')
    assert.equal(guardians.length, 2)
    const traces = await runSql<{ post: string; facts: string }>(
      platform,
      system,
      `select post, facts from audit_entry where verb = 'subject.read' and about_ref = '${childId}'`,
    )
    assert.deepEqual(traces, [{ post: shares.postId, facts: '{"why":"journey"}' }])
  })

  it('shows one who receives only the kinds of data the consent names', async () => {
    const platform = movingPlatform(database.database, '2026-02-01')
    const shares = await makePost(platform, 'projektkoordinator')
    const receives = await makePost(platform, 'guide')
    const { childId, consentId, motherId } = await askFamily(platform, { shares, receives })
    const givenOn = today(platform.clock)
    await recordGiven(platform, shares.acting(), { consentId, giverId: motherId, how: 'paper', givenOn })
    const shown = await readRecord(platform, receives.acting(), childId, 'consent')
    assert.deepEqual([shown.subject.called, shown.subject.mail, shown.subject.birthMonth], ['Barn a', null, null])
    const whole = await readRecord(platform, shares.acting(), childId, 'consent')
    assert.equal(whole.subject.mail, 'barn-a@havneby.example')
  })
})
