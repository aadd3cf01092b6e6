import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { keepHouse, type WriteTx } from '../../../platform/database/index.ts'
import { clonedDatabase } from '../../../platform/database/test-database.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../actor.ts'
import { makePost, type MovingClock, movingPlatform, seenIds, type TestPost } from '../test-circle.ts'
import { endWhatFollowed, insertConsent, insertGiven, upsertWithdrawn } from './consent.queries.ts'
import { type ConsentFacts, consentStanding } from './consent.rules.ts'
import { insertGuardianship, insertSubject } from './subject.queries.ts'

const firstDay = Temporal.PlainDate.from('2026-01-01')
const dayAt = (number: number) => firstDay.add({ days: number })
const days = fc.integer({ min: 0, max: 120 })
const spans = fc.oneof(fc.tuple(days, days), fc.constant([0, 120] as const))
const people = ['child', 'mother', 'father'] as const

/** A consent, who answered when, who held custody when, and the day it is all looked at. */
const histories = fc.record({
  birthMonth: fc.constantFrom('2010-12', '2011-01', '2011-02', '2016-05', null),
  isMaterial: fc.boolean(),
  span: spans,
  givers: fc.uniqueArray(
    fc.record({
      who: fc.constantFrom(...people),
      given: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 8 }),
      withdrawn: fc.option(fc.integer({ min: 30, max: 200 }), { freq: 2 }),
    }),
    { selector: ({ who }) => who, maxLength: 3 },
  ),
  custody: fc.uniqueArray(fc.record({ who: fc.constantFrom('mother', 'father'), holds: fc.boolean(), span: spans }), {
    selector: ({ who }) => who,
    maxLength: 2,
  }),
  recipient: fc.constantFrom('post', 'organisation'),
  lookedAt: days,
})

type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never

const spanOf = ([a, b]: readonly [number, number]) => ({ from: dayAt(Math.min(a, b)), to: dayAt(Math.max(a, b)) })

/** The history as far as it had come on the day it is looked at: nobody has answered tomorrow. */
const answersOf = ({ givers, lookedAt }: History) =>
  givers
    .map(({ who, given, withdrawn }) => ({
      giverId: who,
      givenOn: given !== null && given <= lookedAt ? dayAt(given) : null,
      withdrawnOn: withdrawn !== null && withdrawn <= lookedAt ? dayAt(withdrawn) : null,
    }))
    .filter(({ givenOn, withdrawnOn }) => givenOn !== null || withdrawnOn !== null)

const factsOf = (history: History): ConsentFacts => ({
  consent: { dataSubjectId: 'child', isMaterial: history.isMaterial, during: spanOf(history.span) },
  givers: answersOf(history),
  custody: history.custody.map(({ who, holds, span }) => ({
    guardianId: who,
    holdsCustody: holds,
    during: spanOf(span),
  })),
  birthMonth: history.birthMonth === null ? null : Temporal.PlainYearMonth.from(history.birthMonth),
})

const write = async (tx: WriteTx, history: History, recipient: TestPost) => {
  const facts = factsOf(history)
  const ids = new Map(people.map((who): [string, string] => [who, newId<'data_subject'>()]))
  const idOf = (who: string) => ids.get(who) ?? ''
  const recordedAt = Temporal.Instant.from('2025-01-01T12:00:00Z')
  for (const who of people)
    await insertSubject(tx, {
      dataSubjectId: idOf(who),
      called: who,
      birthMonth: who === 'child' ? history.birthMonth : null,
      mail: null,
      phone: null,
      registeredPostId: null,
      registeredBy: 'system',
      registeredAt: recordedAt,
      isSample: false,
    })
  for (const one of facts.custody)
    await insertGuardianship(tx, {
      ...one,
      guardianshipId: newId<'guardianship'>(),
      childId: idOf('child'),
      guardianId: idOf(one.guardianId),
    })
  const consentId = newId<'consent'>()
  await insertConsent(tx, {
    ...facts.consent,
    consentId,
    dataSubjectId: idOf('child'),
    consentPurpose: 'guide',
    purpose: 'x',
    dataKinds: ['name'],
    circle: [
      history.recipient === 'post'
        ? { postId: recipient.postId, organisationId: null, side: 'receives' }
        : { postId: null, organisationId: recipient.organisationId, side: 'receives' },
    ],
    recordedPostId: null,
    recordedBy: 'system',
    recordedAt,
  })
  for (const { giverId, givenOn, withdrawnOn } of facts.givers) {
    const answer = { consentId, giverId: idOf(giverId), how: 'paper' as const, recordedBy: 'system', recordedAt }
    if (givenOn !== null) await insertGiven(tx, answer, givenOn)
    if (withdrawnOn === null) continue
    await upsertWithdrawn(tx, answer, withdrawnOn)
    await endWhatFollowed(tx, consentId, recordedAt)
  }
  return idOf('child')
}

describe('a post', () => {
  const database = clonedDatabase()
  let platform: Platform & { readonly clock: MovingClock }
  let posts: { named: TestPost; other: TestPost }

  before(async () => {
    platform = movingPlatform(database.database, '2026-01-01')
    posts = { named: await makePost(platform, 'guide'), other: await makePost(platform, 'konsulent') }
  })

  it('sees a person exactly when a consent in force names it that day, whatever the history', async () => {
    const seenStates = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const childId = await keepHouse(platform, system, (tx) => write(tx, history, posts.named))
        const day = dayAt(history.lookedAt)
        platform.clock.moveTo(day.toString())
        const { state } = consentStanding(factsOf(history), day)
        seenStates.set(state, (seenStates.get(state) ?? 0) + 1)
        const seen = await seenIds(platform, posts.named.acting(), 'data_subject', 'data_subject_id')
        assert.equal(seen.includes(childId), state === 'in_force')
        assert.deepEqual(await seenIds(platform, posts.other.acting(), 'data_subject', 'data_subject_id'), [])
      }),
      { numRuns: 300 },
    )
    for (const state of ['in_force', 'waiting_for', 'withdrawn', 'expired', 'not_yet'])
      assert.ok((seenStates.get(state) ?? 0) > 0, `no history was ${state}`)
  })
})
