import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  freeStretches,
  inBoth,
  isWithin,
  mergeStretches,
  nearestSlots,
  nextSlot,
  type Stretch,
} from './stretches.rules.ts'

const minutes = 120
const stretch = fc
  .tuple(fc.integer({ min: 0, max: minutes }), fc.integer({ min: 0, max: minutes }))
  .map(([a, b]): Stretch => ({ from: Math.min(a, b), to: Math.max(a, b) }))
const some = fc.array(stretch, { maxLength: 8 })

/** Which minutes some stretches cover, one by one. */
const covered = (stretches: readonly Stretch[]): boolean[] =>
  Array.from({ length: minutes }, (_, minute) => stretches.some(({ from, to }) => from <= minute && minute < to))

const areApart = (stretches: readonly Stretch[]): boolean =>
  stretches.every(({ from, to }, at) => from < to && (at === 0 || (stretches[at - 1]?.to ?? 0) < from))

describe('stretches of time', () => {
  it('are merged without gaining or losing a minute', () => {
    fc.assert(
      fc.property(some, (given) => {
        const merged = mergeStretches(given)
        assert.deepEqual(covered(merged), covered(given))
        assert.ok(areApart(merged))
      }),
    )
  })
  it('are free where they are open and nobody holds them, minute by minute', () => {
    fc.assert(
      fc.property(some, some, (open, held) => {
        const [isOpen, isHeld] = [covered(open), covered(held)]
        const free = freeStretches(open, held)
        assert.deepEqual(
          covered(free),
          isOpen.map((yes, at) => yes && isHeld[at] !== true),
        )
        assert.ok(free.every(({ from, to }) => from < to))
      }),
    )
  })
  it('are in both where they are in each, minute by minute', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [a, b] = [covered(one), covered(other)]
        assert.deepEqual(
          covered(inBoth(mergeStretches(one), mergeStretches(other))),
          a.map((yes, at) => yes && b[at] === true),
        )
      }),
    )
  })
  it('give the first slot that is long enough, as trying every minute does', () => {
    fc.assert(
      fc.property(some, some, stretch, (open, held, wanted) => {
        fc.pre(wanted.from < wanted.to)
        const free = freeStretches(open, held)
        const length = wanted.to - wanted.from
        const fits = (from: number) => isWithin(free, { from, to: from + length })
        const first = Array.from({ length: minutes }, (_, minute) => minute).find(
          (minute) => minute >= wanted.from && fits(minute),
        )
        assert.equal(nextSlot(free, wanted)?.from, first)
      }),
    )
  })
  it('give as nearest slot one no other quarter is nearer than', () => {
    fc.assert(
      fc.property(some, some, stretch, (open, held, wanted) => {
        fc.pre(wanted.from < wanted.to)
        const free = freeStretches(open, held)
        const length = wanted.to - wanted.from
        const away = (from: number) => Math.abs(from - wanted.from)
        const slots = nearestSlots(free, wanted, 20)
        for (const slot of slots) assert.ok(isWithin(free, slot) && slot.to - slot.from === length)
        const quarters = Array.from({ length: minutes / 15 + 1 }, (_, at) => at * 15).filter((from) =>
          isWithin(free, { from, to: from + length }),
        )
        const nearest = Math.min(...quarters.map(away))
        const [best] = slots
        if (quarters.length > 0) assert.ok(best !== undefined && away(best.from) <= nearest)
      }),
    )
  })
})
