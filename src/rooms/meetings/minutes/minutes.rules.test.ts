import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Refused } from '../../../platform/refused.ts'
import {
  countsFor,
  couldDecide,
  type MinutesFacts,
  minutesMoves,
  quorumOf,
  requireMove,
  stageOfMinutes,
} from './minutes.rules.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

const written: MinutesFacts = {
  state: 'called',
  day: day('2026-03-28'),
  sentOn: null,
  standAs: null,
  isCorrected: false,
  isObjected: false,
  objectionDays: 14,
}
const sent: MinutesFacts = { ...written, state: 'held', sentOn: day('2026-03-29') }

const stages: readonly (readonly [what: string, facts: MinutesFacts, today: string, stage: string])[] = [
  ['the day before the meeting', written, '2026-03-27', 'not_yet'],
  ['the day of the meeting', written, '2026-03-28', 'writing'],
  ['a year after a meeting nobody wrote of', written, '2027-03-28', 'writing'],
  ['a meeting called off', { ...written, state: 'cancelled' }, '2026-03-28', 'none'],
  ['the day they are sent', sent, '2026-03-29', 'sent'],
  ['the last day to object, across the change to summer time', sent, '2026-04-12', 'sent'],
  ['the day after', sent, '2026-04-13', 'overdue'],
  ['the day after, with an objection', { ...sent, isObjected: true }, '2026-04-13', 'objected'],
  ['approved', { ...sent, standAs: 'approved' }, '2026-03-30', 'stands'],
  ['approved and then corrected', { ...sent, standAs: 'approved', isCorrected: true }, '2026-03-30', 'correcting'],
  ['sent on 25 October', { ...sent, sentOn: day('2026-10-25'), objectionDays: 1 }, '2026-10-27', 'overdue'],
  ['sent on 31 December', { ...sent, sentOn: day('2026-12-31'), objectionDays: 1 }, '2027-01-01', 'sent'],
]

describe('minutes', () => {
  for (const [what, facts, today, stage] of stages)
    it(`are ${stage}: ${what}`, () => assert.equal(stageOfMinutes(facts, day(today)), stage))

  const moves = ['write', 'send', 'approve', 'object', 'correct', 'stand', 'publish', 'not_held'] as const
  const all = ['not_yet', 'writing', 'correcting', 'sent', 'objected', 'overdue', 'stands', 'none'] as const
  for (const stage of all)
    for (const move of moves)
      it(`${minutesMoves[stage].includes(move) ? 'let' : 'refuse to let'} somebody ${move} while ${stage}`, () => {
        const make = () => requireMove(stage, move)
        if (minutesMoves[stage].includes(move)) assert.doesNotThrow(make)
        else assert.throws(make, Refused)
      })

  it('count an extraordinary meeting only for a promise without a rhythm', () => {
    const promises = [{ isOnDemand: true }, { isOnDemand: false }]
    assert.deepEqual(countsFor(promises, false), promises)
    assert.deepEqual(countsFor(promises, true), [{ isOnDemand: true }])
  })

  it('count parties, not people, where so many must come', () => {
    const seat = (party: string, presence: string) => ({ party, presence })
    const came = [
      seat('Bølgen', 'present'),
      seat('Bølgen', 'present'),
      seat('Klubben', 'missing'),
      seat('Skolen', 'present'),
    ]
    assert.deepEqual(quorumOf(3, came), { needed: 3, came: 2 })
    assert.equal(couldDecide(quorumOf(3, came)), false)
    assert.equal(couldDecide(quorumOf(2, came)), true)
    assert.equal(couldDecide(quorumOf(null, came)), true)
  })
})
