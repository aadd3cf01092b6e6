import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayNumber } from '../../../platform/day-number.ts'
import { packLanes } from './lanes.rules.ts'
import { layWheel, monthTurns, radii } from './lay-wheel.rules.ts'
import { ringsOf } from './rings.rules.ts'
import { type TriedPromise, triedDay, wheelPromise } from './sample-wheel.ts'
import { layoutWords } from './wheel-words.ts'
import { wheelTexts } from './wheel.texts.ts'
import type { LaidWheel } from './wheel-layout.ts'
import type { WheelPromise } from './wheel.ts'

const notations: readonly TriedPromise[] = [
  { notation: 'FREQ=QUARTERLY;COUNT_PER_PERIOD=1' },
  { notation: 'FREQ=HALFYEARLY;COUNT_PER_PERIOD=1', kind: 'session' },
  { notation: 'FREQ=YEARLY;BYMONTH=1,8', kind: 'planning' },
  { notation: 'FREQ=YEARLY;SEASON=WINTER', kind: 'session' },
  { notation: 'FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9,10' },
  { notation: 'AMOUNT=7500 DKK/QUARTER', kind: 'payment' },
  { notation: 'DEADLINE=12-15', kind: 'inform' },
  { notation: 'DATE=2026-06(MIDDLE)' },
  { notation: 'FREQ=WEEKLY;BYDAY=TU' },
  { notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=3' },
]

const promisesOf = (picks: readonly { readonly notation: number; readonly ring: number }[]): WheelPromise[] =>
  picks.flatMap(({ notation, ring }, at) => {
    const tried = notations[notation]
    return tried === undefined ? [] : [wheelPromise(at + 1, tried, `Indsats ${ring}`)]
  })

const lay = (promises: readonly WheelPromise[]): LaidWheel =>
  layWheel(ringsOf(promises, 'focus_area', wheelTexts.da), 2026, triedDay, layoutWords('focus_area', 'da'))

/** What is wrong with a layout; nothing, it is to be hoped. */
const faultsOf = ({ rings, centre }: LaidWheel): string[] => {
  const faults: string[] = []
  let edge = radii.rings + 1e-6
  for (const ring of rings) {
    if (ring.outer > edge) faults.push(`ring ${ring.ring.name} lies over the one outside it`)
    edge = ring.inner
    let lower = ring.outer
    for (const lane of ring.lanes) {
      let last = -1
      for (const { band } of lane) {
        if (band.from < last) faults.push('two pieces of a lane overlap')
        if (band.from < 0 || band.to > 1 || band.to <= band.from) faults.push('a piece leaves the year')
        if (band.outer > lower + 1e-6 || band.inner < ring.inner) faults.push('a lane leaves its place')
        last = band.to
      }
      lower = Math.min(lower, ...lane.map(({ band }) => band.inner))
    }
  }
  if (centre < radii.leastCentre - 10) faults.push('the middle is too small for the year')
  return faults
}

const timesIn = (promises: readonly WheelPromise[]): string[] =>
  promises
    .flatMap(({ number, occurrences }) => occurrences.map(({ shape, from }) => `${number} ${shape} ${from}`))
    .toSorted()

const timesLaid = ({ rings }: LaidWheel): string[] =>
  rings
    .flatMap(({ lanes }) => lanes.flat())
    .flatMap(({ happenings }) => happenings)
    .map(({ promise, occurrence }) => `${promise.number} ${occurrence.shape} ${occurrence.from}`)
    .toSorted()

const runningIn = (promises: readonly WheelPromise[]): number[] =>
  promises.filter(({ rhythms }) => rhythms.length > 0).map(({ number }) => number)

const runningLaid = ({ rings }: LaidWheel): number[] =>
  rings
    .flatMap(({ opening }) => (opening.rhythms?.promises ?? []).map(({ number }) => number))
    .toSorted((a, b) => a - b)

describe('laying out the wheel', () => {
  const picks = (most: number) =>
    fc.array(fc.record({ notation: fc.nat(notations.length - 1), ring: fc.nat(8) }), { maxLength: most })

  it('lets nothing overlap and shows everything exactly once, however much there is', () => {
    fc.assert(
      fc.property(picks(60), (some) => {
        const promises = promisesOf(some)
        const wheel = lay(promises)
        assert.deepEqual(faultsOf(wheel), [])
        assert.deepEqual(timesLaid(wheel), timesIn(promises))
        assert.deepEqual(runningLaid(wheel), runningIn(promises))
      }),
      { numRuns: 60 },
    )
  })

  for (const count of [0, 1, 500])
    it(`holds a year of ${count} things`, () => {
      const promises = promisesOf(
        Array.from({ length: count }, (_, at) => ({ notation: at % notations.length, ring: at % 3 })),
      )
      const wheel = lay(promises)
      assert.deepEqual(faultsOf(wheel), [])
      assert.deepEqual(timesLaid(wheel), timesIn(promises))
      assert.deepEqual(runningLaid(wheel), runningIn(promises))
      assert.equal(wheel.rings.length, Math.min(count, 3))
    })

  it('writes a name where there is room, else the number of its row', () => {
    const [roomy, tight] = [3, 40].map((count) => {
      const wheel = lay(promisesOf(Array.from({ length: count }, (_, at) => ({ notation: 2, ring: at }))))
      return wheel.rings.flatMap(({ lanes }) => lanes.flat()).map(({ writing }) => writing?.text)
    })
    assert.ok(
      roomy?.every((text) => text?.startsWith('Fællesmøde')),
      String(roomy),
    )
    assert.ok(tight?.every((text) => text === undefined || text.length > 0))
  })

  it('shows the hand of today only in its own year', () => {
    const rings = ringsOf(promisesOf([{ notation: 0, ring: 0 }]), 'focus_area', wheelTexts.da)
    const words = layoutWords('focus_area', 'da')
    const hand = layWheel(rings, 2026, triedDay, words).hand ?? 0
    assert.equal(Math.floor(hand * 365), triedDay - dayNumber(2026, 1, 1))
    assert.equal(layWheel(rings, 2025, triedDay, words).hand, null)
  })

  it('gives each month its days', () => {
    const days = monthTurns(2028).map(({ from, to }) => Math.round((to - from) * 366))
    assert.deepEqual(days, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  })
})

describe('packing lanes', () => {
  const things = fc.array(
    fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 40 })).map(([from, width]) => ({ from, to: from + width })),
  )

  it('uses no more lanes than lie over each other somewhere', () => {
    fc.assert(
      fc.property(things, (some) => {
        const lanes = packLanes(some)
        assert.equal(lanes.flat().length, some.length)
        for (const lane of lanes)
          for (const [at, one] of lane.entries()) assert.ok(at === 0 || (lane[at - 1]?.to ?? 0) <= one.from)
        const deepest = Math.max(
          0,
          ...some.map(({ from }) => some.filter((one) => one.from <= from && one.to > from).length),
        )
        assert.equal(lanes.length, deepest)
      }),
    )
  })
})
