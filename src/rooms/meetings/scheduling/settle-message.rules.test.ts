import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { schedulingMethods } from './scheduling.ts'
import { settleMessage } from './settle-message.rules.ts'
import type { Settled, StandingMeeting } from './settled.ts'
import {
  ane,
  asked,
  at,
  ignored,
  invited,
  message,
  own,
  received,
  type SettleRow,
  standing,
  taken,
  told,
} from './test-settle-rows.ts'

const settled = ({ to = {}, message: sent = message(), sender = {} }: SettleRow): Settled =>
  settleMessage(to === null ? null : { ...standing, ...to }, sent, { ...own, ...sender })

describe('an answer to an invitation', () => {
  for (const row of taken) it(`is taken: ${row.what}`, () => assert.equal(told(settled(row)), row.is))
  for (const row of asked) it(`is shown to the convenor: ${row.what}`, () => assert.equal(told(settled(row)), row.is))
  for (const row of ignored) it(`comes to nothing: ${row.what}`, () => assert.equal(told(settled(row)), row.is))

  it('comes to nothing where it is the organizer’s own to send', () => {
    for (const method of schedulingMethods.filter((one) => !['REPLY', 'COUNTER', 'REFRESH'].includes(one)))
      assert.equal(
        told(settleMessage(standing, message({ method, attendee: null }), own)),
        'ignore: not_theirs_to_send',
      )
  })

  it('counts as made now where its clock is ahead, so that the next one is not taken for older', () => {
    const first = settleMessage(standing, message({ stamp: at('2036-01-01T00:00Z') }), own)
    assert.ok(first.do === 'answer' && first.stamp.equals(received))
    const after = { ...standing, invited: [{ ...invited(ane), lastStamp: first.stamp, lastSequence: first.sequence }] }
    const next = { ...own, receivedAt: received.add({ minutes: 5 }) }
    assert.equal(settleMessage(after, message({ stamp: received.add({ minutes: 4 }) }), next).do, 'answer')
  })

  it('ends the same in whatever order answers come, but for the order of those made in one second', () => {
    const answers = fc.array(
      fc.record({ sequence: fc.integer({ min: 0, max: 3 }), minute: fc.integer({ min: 0, max: 50 }) }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (made, keys) => {
        const last = (order: typeof made) => {
          let mine = invited(ane) as StandingMeeting['invited'][number]
          for (const { sequence, minute } of order) {
            const sent = message({ sequence, stamp: at('2026-11-30T07:00Z').add({ minutes: minute }) })
            const result = settleMessage({ ...standing, invited: [mine] }, sent, own)
            if (result.do === 'answer') mine = { ...mine, lastStamp: result.stamp, lastSequence: result.sequence }
          }
          return `${mine.lastSequence} ${String(mine.lastStamp)}`
        }
        const shuffled = made
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        assert.equal(last(made), last(shuffled))
      }),
    )
  })
})
