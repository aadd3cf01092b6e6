import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { maySwap, rotationOn, type RotationEvent, type TurnTaker, unevenness } from './rotation.rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const start = day('2025-01-01')
const taker = (memberId: string, position: number, from = start, to: Temporal.PlainDate | null = null): TurnTaker => ({
  memberId,
  position,
  from,
  to,
})
const three = [taker('a', 0), taker('b', 1), taker('c', 2)]
const turn = (memberId: string, on = start): RotationEvent => ({ kind: 'turn', memberId, otherId: null, on })
const skip = (memberId: string, on = start): RotationEvent => ({ kind: 'skip', memberId, otherId: null, on })
const swap = (memberId: string, otherId: string): RotationEvent => ({ kind: 'swap', memberId, otherId, on: start })

describe('taking turns to call the meetings', () => {
  it('follows the order round after round', () => {
    assert.deepEqual(rotationOn(three, [], start).queue, ['a', 'b', 'c'])
    assert.deepEqual(rotationOn(three, [turn('a')], start).queue, ['b', 'c'])
    assert.deepEqual(rotationOn(three, [turn('a'), turn('b'), turn('c')], start).queue, ['a', 'b', 'c'])
  })

  it('begins with the one the agreement names', () => {
    assert.deepEqual(rotationOn(three, [], start, 'b').queue, ['b', 'c', 'a'])
  })

  it('gives who skips the next turn, and nobody two because of it', () => {
    const { queue, turns } = rotationOn(three, [skip('a'), turn('b')], start)
    assert.deepEqual(queue, ['a', 'c'])
    assert.deepEqual(Object.fromEntries(turns), { a: 0, b: 1, c: 0 })
  })

  it('forgives who cannot all round', () => {
    const { queue, turns } = rotationOn(three, [skip('a'), turn('b'), skip('a'), turn('c'), skip('a')], start)
    assert.deepEqual(queue, ['a', 'b', 'c'])
    assert.deepEqual(Object.fromEntries(turns), { a: 1, b: 1, c: 1 })
  })

  it('lets two change places within a round, and not across rounds', () => {
    const swapped = rotationOn(three, [swap('a', 'c')], start)
    assert.deepEqual(swapped.queue, ['c', 'b', 'a'])
    assert.equal(maySwap(rotationOn(three, [turn('a')], start), 'a', 'b'), false)
    assert.equal(maySwap(swapped, 'a', 'b'), true)
  })

  it('gives a turn back when the meeting is called off', () => {
    const returned: RotationEvent = { kind: 'returned', memberId: 'a', otherId: null, on: start }
    assert.deepEqual(rotationOn(three, [turn('a'), returned], start).queue, ['a', 'b', 'c'])
    const late = rotationOn(three, [turn('a'), turn('b'), turn('c'), { ...returned, memberId: 'c' }], start)
    assert.equal(late.queue[0], 'c')
  })

  it('lets a newcomer in at the end, owing nothing', () => {
    const later = day('2026-01-01')
    const four = [...three, taker('d', 3, later)]
    const before = [turn('a'), turn('b'), turn('c'), turn('a'), turn('b'), turn('c'), turn('a')]
    const { queue, turns } = rotationOn(four, before, later)
    assert.deepEqual(queue, ['b', 'c', 'd'])
    assert.equal(turns.get('d'), 2)
  })

  it('forgets who has left', () => {
    const gone = [taker('a', 0, start, day('2025-06-30')), taker('b', 1), taker('c', 2)]
    assert.deepEqual(rotationOn(gone, [], day('2025-07-01')).queue, ['b', 'c'])
  })

  it('never lets two differ by more than one, whatever is skipped, swapped, called off, joined or left', () => {
    const step = fc.record({
      act: fc.constantFrom('turn', 'turn', 'turn', 'skip', 'swap', 'returned'),
      with: fc.nat({ max: 5 }),
      days: fc.nat({ max: 40 }),
    })
    const comings = fc.array(fc.tuple(fc.nat({ max: 700 }), fc.option(fc.nat({ max: 700 }))), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(comings, fc.array(step, { maxLength: 60 }), (people, steps) => {
        const takers = people.map(([from, stays], at) =>
          taker(
            `m${at}`,
            at,
            start.add({ days: at === 0 ? 0 : from }),
            stays === null || at === 0 ? null : start.add({ days: from + stays }),
          ),
        )
        const events: RotationEvent[] = []
        let on = start
        let lastTurn: string | null = null
        for (const { act, with: other, days } of steps) {
          on = on.add({ days })
          const rotation = rotationOn(takers, events, on)
          const [first] = rotation.queue
          assert.ok(first !== undefined, 'somebody always has the turn')
          const otherId = rotation.queue[other % rotation.queue.length] ?? first
          if (act === 'turn') events.push({ kind: 'turn', memberId: first, otherId: null, on })
          else if (act === 'skip') events.push({ kind: 'skip', memberId: first, otherId: null, on })
          else if (act === 'swap' && maySwap(rotation, first, otherId))
            events.push({ kind: 'swap', memberId: first, otherId, on })
          else if (act === 'returned' && lastTurn !== null && rotation.turns.has(lastTurn))
            events.push({ kind: 'returned', memberId: lastTurn, otherId: null, on })
          lastTurn = act === 'turn' ? first : null
          const after = rotationOn(takers, events, on)
          assert.ok(unevenness(after) <= 1, `uneven after ${JSON.stringify(events)}`)
        }
      }),
      { numRuns: 400 },
    )
  })
})
