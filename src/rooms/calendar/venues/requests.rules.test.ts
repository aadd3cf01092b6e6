import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Requested, settleYes } from './requests.rules.ts'

const asked = (bookingId: string, from: number, to: number, facts: Partial<Requested> = {}): Requested => ({
  bookingId,
  spaceId: 'hall',
  occurrenceId: null,
  from,
  to,
  ...facts,
})

const ids = (bookings: readonly Requested[]) => bookings.map(({ bookingId }) => bookingId)

describe('a yes to who asked for a place', () => {
  it('gives what is free, and others who asked for the same time give way', () => {
    const settled = settleYes(
      [asked('a', 0, 60), asked('b', 100, 160)],
      [asked('held', 150, 200)],
      [asked('rival', 30, 90), asked('later', 60, 90)],
    )
    assert.deepEqual(ids(settled.yes), ['a'])
    assert.deepEqual(
      settled.taken.map(({ asked: one, by }) => [one.bookingId, by.bookingId]),
      [['b', 'held']],
    )
    assert.deepEqual(
      settled.giveWay.map(({ other, to }) => [other.bookingId, to.bookingId]),
      [['rival', 'a']],
    )
  })
  it('gives a time all its spaces or none', () => {
    const both = [
      asked('hall', 0, 60, { occurrenceId: 'party' }),
      asked('kitchen', 0, 60, { occurrenceId: 'party', spaceId: 'kitchen' }),
    ]
    const held = [asked('held', 0, 30, { spaceId: 'kitchen' })]
    assert.deepEqual(settleYes(both, held, []).yes, [])
    const rivals = [
      asked('one', 0, 30, { spaceId: 'kitchen', occurrenceId: 'x' }),
      asked('two', 90, 120, { occurrenceId: 'x' }),
    ]
    assert.deepEqual(
      settleYes(both, [], rivals).giveWay.map(({ other }) => other.bookingId),
      ['one', 'two'],
    )
  })
  it('never leaves two with one space at one time', () => {
    const some = (name: string) =>
      fc
        .array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }), fc.constantFrom('hall', 'kitchen')), {
          maxLength: 8,
        })
        .map((all) => all.map(([from, length, spaceId], at) => asked(`${name}${at}`, from, from + length, { spaceId })))
    fc.assert(
      fc.property(some('mine'), some('held'), some('other'), (mine, held, others) => {
        const { yes, giveWay } = settleYes(mine, held, others)
        const lost = new Set(giveWay.map(({ other }) => other))
        const clash = (a: Requested, b: Requested) => a.spaceId === b.spaceId && a.from < b.to && b.from < a.to
        assert.ok(yes.every((one) => !held.some((by) => clash(one, by))))
        assert.ok(others.every((other) => lost.has(other) === yes.some((one) => clash(one, other))))
      }),
    )
  })
})
