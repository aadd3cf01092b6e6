import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, it } from 'node:test'
import { readAs } from '../../platform/database/index.ts'
import { clonedDatabase, testDatabase } from '../../platform/database/test-database.ts'
import { projectRoot } from '../../platform/root.ts'
import { testPlatform } from '../../platform/test-platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, visitor } from '../access/index.ts'
import { beginDraft, getVersionOn } from '../agreements/index.ts'
import { listAnchoringPlans } from './anchoring.queries.ts'
import { noPlan } from './anchoring.ts'
import { listCommitments } from './commitment.queries.ts'
import { confirmAgreement } from './confirm-agreement.ts'
import { planAnchoring } from './plan-anchoring.ts'
import { findReplay } from './replay.ts'
import { replay } from './replay.rules.ts'
import { readSource } from './reading/read-source.ts'
import { listReservations } from './reservation.queries.ts'
import { settleReservation } from './settle-reservation.ts'
import { listStandings } from './standings.ts'
import { holdPost } from './test-holder.ts'

const lead = {
  name: 'Pernille Skovgaard',
  title: 'administrator',
  organisation: 'Sundstrand Kommune',
  duty: 'administrator',
} as const
const sampleFile = join(projectRoot, 'samples', 'havneby', 'boern-unge-og-familie.txt')
const { document } = await readSource(await readFile(sampleFile), 'boern-unge-og-familie.txt')
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const source = {
  name: 'aftale.txt',
  mediaType: 'text/plain',
  sha256: 'c'.repeat(64),
  bytes: new Uint8Array([65]),
  lines: [],
}
const day = (iso: string) => Temporal.PlainDate.from(iso)
/** The sample's reservations are safe until the end of 2026; the clock stands some weeks later. */
const now = '2027-02-10T12:00:00Z'

describe('a reservation in force', () => {
  const database = testDatabase()
  const platform = () => testPlatform(database.database, now)

  let coordinator: Actor
  beforeEach(async () => {
    coordinator = await holdPost(platform(), lead)
  })
  const inForce = async (isPublished = true) => {
    const draftId = await beginDraft(platform(), coordinator, { source, document })
    return confirmAgreement(platform(), coordinator, { draftId, revision: 0, isPublished })
  }
  const reservationsOn = (slug: string, iso: string, actor?: Actor) =>
    readAs(platform(), actor ?? coordinator, async (tx) => {
      const { agreementVersionId } = await getVersionOn(tx, slug, day(iso))
      return listReservations(tx, agreementVersionId, day(iso))
    })
  const statesOn = (slug: string, iso: string) =>
    readAs(platform(), coordinator, async (tx) => {
      const version = await getVersionOn(tx, slug, day(iso))
      const commitments = await listCommitments(tx, version.agreementVersionId)
      const standings = await listStandings(tx, commitments, day(iso))
      return new Map(commitments.map((one) => [one.readingId, standings.get(one.commitmentId)?.state]))
    })
  const hangingStates = async (slug: string, iso: string, hanging: readonly string[]) => {
    const states = await statesOn(slug, iso)
    return new Set(hanging.map((id) => states.get(id)))
  }
  const firstOf = async (slug: string) => {
    const [first] = await reservationsOn(slug, '2027-02-10')
    assert.ok(first && first.promises.length > 0)
    return first
  }

  it('stands with the promises that hang on it', async () => {
    const slug = await inForce()
    const reservations = await reservationsOn(slug, '2026-11-21')
    assert.deepEqual(
      reservations.map(({ activityId, until, settlement }) => [activityId, until, settlement]),
      document.activities.flatMap(({ id, reservations: read }) => read.map(({ until }) => [id, until, null])),
    )
    assert.ok(reservations.every(({ activityId, promises }) => promises.every((id) => id.startsWith(`${activityId}/`))))
    assert.deepEqual(await reservationsOn(slug, '2026-11-21', visitor), reservations)
  })

  it('makes its promises wait from the day after its own, and only them', async () => {
    const slug = await inForce()
    const { promises } = await firstOf(slug)
    assert.ok(!(await hangingStates(slug, '2026-12-31', promises)).has('waiting'))
    assert.deepEqual(await hangingStates(slug, '2027-01-01', promises), new Set(['waiting']))
    const all = new Set((await reservationsOn(slug, '2027-01-01')).flatMap((one) => one.promises))
    const before = await statesOn(slug, '2026-12-31')
    const waiting = [...(await statesOn(slug, '2027-01-01'))].filter(
      ([id, state]) => state === 'waiting' && before.get(id) !== 'waiting',
    )
    assert.deepEqual(new Set(waiting.map(([id]) => id)), all)
  })

  it('changes nothing once it goes on, though the days before that stay as they were', async () => {
    const slug = await inForce()
    const { reservationId, promises } = await firstOf(slug)
    await settleReservation(platform(), coordinator, {
      reservationId,
      settlements: 0,
      outcome: 'goes_on',
      endedOn: null,
    })
    assert.ok(!(await hangingStates(slug, '2027-02-10', promises)).has('waiting'))
    assert.deepEqual(await hangingStates(slug, '2027-01-31', promises), new Set(['waiting']))
  })

  it('ends its promises after the day it ended', async () => {
    const slug = await inForce()
    const { reservationId, promises } = await firstOf(slug)
    const ended = { reservationId, settlements: 0, outcome: 'ended', endedOn: '2027-03-31' } as const
    await settleReservation(platform(), coordinator, ended)
    assert.ok(!(await hangingStates(slug, '2027-03-31', promises)).has('ended'))
    assert.deepEqual(await hangingStates(slug, '2027-04-01', promises), new Set(['ended']))
  })

  it('is settled by those signed in, in turn, and not before the agreement', async () => {
    const slug = await inForce()
    const { reservationId } = await firstOf(slug)
    const goesOn = { reservationId, settlements: 0, outcome: 'goes_on', endedOn: null } as const
    await assert.rejects(settleReservation(platform(), visitor, goesOn), refusedWith('sign_in_first'))
    const early = { ...goesOn, outcome: 'ended', endedOn: '1999-01-01' } as const
    await assert.rejects(settleReservation(platform(), coordinator, early), refusedWith('reservation_ended_too_early'))
    await settleReservation(platform(), coordinator, goesOn)
    const stale = settleReservation(platform(), coordinator, goesOn)
    await assert.rejects(stale, refusedWith('reservation_settled_meanwhile'))
    const unknown = settleReservation(platform(), coordinator, { ...goesOn, reservationId: 'x' })
    await assert.rejects(unknown, refusedWith('reservation_not_found'))
  })

  it('is not seen by visitors where its agreement is for the parties', async () => {
    const slug = await inForce(false)
    await assert.rejects(reservationsOn(slug, '2026-11-21', visitor), refusedWith('agreement_not_found'))
  })

  it('is replayed from the database as from the file', async () => {
    const slug = await inForce()
    const span = { from: 20_454, to: 20_819 }
    const lines = await readAs(platform(), coordinator, async (tx) => {
      const found = await findReplay(tx, slug, day('2027-02-10'))
      return [...replay(found.replayOver(span), span)]
    })
    const [first] = lines
    assert.ok(first && lines.length > 0)
    const states = await statesOn(slug, first.on)
    for (const line of lines.filter(({ on }) => on === first.on))
      assert.equal(line.state, states.get(line.commitment), line.commitment)
  })

  it('leaves anchoring to be planned in turn, an activity at a time', async () => {
    const slug = await inForce()
    const plan = { ...noPlan('a1'), takenOverBy: 'Havneby Bibliotek', byOn: '2028-06-30', state: 'agreed' } as const
    await planAnchoring(platform(), coordinator, slug, plan)
    await assert.rejects(planAnchoring(platform(), coordinator, slug, plan), refusedWith('anchoring_changed_meanwhile'))
    const unknown = planAnchoring(platform(), coordinator, slug, { ...plan, activityId: 'a99' })
    await assert.rejects(unknown, refusedWith('activity_not_found'))
    await assert.rejects(planAnchoring(platform(), visitor, slug, plan), refusedWith('sign_in_first'))
    const taken = { ...plan, number: 1, state: 'taken_over', takenOverOn: '2028-06-01' } as const
    await planAnchoring(platform(), coordinator, slug, taken)
    const plans = await readAs(platform(), visitor, async (tx) => {
      const { agreementVersionId } = await getVersionOn(tx, slug, day('2027-02-10'))
      return (await listAnchoringPlans(tx, [agreementVersionId], day('2027-02-10'))).get(agreementVersionId)
    })
    assert.deepEqual([...(plans?.values() ?? [])], [{ ...taken, number: 2 }])
  })
})

describe('eight who settle a reservation at once', () => {
  const database = clonedDatabase()

  it('are heard one', async () => {
    const platform = testPlatform(database.database, now)
    const coordinator = await holdPost(platform, lead)
    const draftId = await beginDraft(platform, coordinator, { source, document })
    const slug = await confirmAgreement(platform, coordinator, { draftId, revision: 0, isPublished: true })
    const [first] = await readAs(platform, coordinator, async (tx) => {
      const { agreementVersionId } = await getVersionOn(tx, slug, day('2027-02-10'))
      return listReservations(tx, agreementVersionId, day('2027-02-10'))
    })
    const goesOn = {
      reservationId: first?.reservationId ?? '',
      settlements: 0,
      outcome: 'goes_on',
      endedOn: null,
    } as const
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => settleReservation(platform, coordinator, goesOn)),
    )
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  })
})
