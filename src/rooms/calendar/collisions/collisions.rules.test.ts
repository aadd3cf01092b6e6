import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { seriesKinds } from '../series.ts'
import { agesOf, collisionOf, collisionsOf, countAges, findPairs, inPairs } from './collisions.rules.ts'
import type { Gathering, GatheringTime, NearAreas } from './gathering.ts'
import { proposeSlots } from './proposals.rules.ts'

const club = (facts: Partial<Gathering> = {}): Gathering => ({
  seriesId: 'club',
  kind: 'sport',
  ageFrom: 9,
  ageTo: 12,
  areaId: 'north',
  venueId: 'hall',
  ...facts,
})

const time = (from: number, to: number, facts: Partial<Gathering> = {}): GatheringTime => ({
  gathering: club(facts),
  from,
  to,
})

const nowhere: NearAreas = new Map()
const bridged: NearAreas = new Map([
  ['north', new Set(['south'])],
  ['south', new Set(['north'])],
])

describe('two times', () => {
  const other = { seriesId: 'other', venueId: 'court' }

  it('collide by the ages they share, the minutes, and twice where they are of one kind', () => {
    const found = collisionOf(time(960, 1080), time(1020, 1140, { ...other, ageFrom: 11, ageTo: 15 }), nowhere)
    assert.deepEqual([found?.ages, found?.weight], [2, 2 * (60 + 15) * 2])
    const unlike = collisionOf(time(960, 1080), time(1020, 1140, { ...other, kind: 'creative' }), nowhere)
    assert.equal(unlike?.weight, 4 * 75)
  })
  it('collide when there is no time to get from one place to the other, and not at one place', () => {
    assert.ok(collisionOf(time(960, 1020), time(1030, 1100, other), nowhere))
    assert.equal(collisionOf(time(960, 1020), time(1035, 1100, other), nowhere), undefined)
    assert.equal(collisionOf(time(960, 1020), time(1020, 1100, { ...other, venueId: 'hall' }), nowhere), undefined)
  })
  it('do not collide for other ages, far away, or as times of one activity', () => {
    const at = (facts: Partial<Gathering>, near = nowhere) => collisionOf(time(960, 1080), time(960, 1080, facts), near)
    assert.equal(at({ ...other, ageFrom: 13, ageTo: 17 }), undefined)
    assert.equal(at({ ...other, areaId: 'south' }), undefined)
    assert.ok(at({ ...other, areaId: 'south' }, bridged))
    assert.ok(at({ ...other, areaId: null }))
    assert.equal(at({}), undefined)
  })
  it('count children alone: adults, and advice for all ages, gather none', () => {
    assert.equal(countAges(agesOf(club({ ageFrom: null, ageTo: null }))), 18)
    assert.equal(countAges(agesOf(club({ ageFrom: 18, ageTo: null }))), 0)
    assert.equal(countAges(agesOf(club({ ageFrom: 16, ageTo: 99 }))), 2)
    assert.equal(countAges(agesOf(club({ kind: 'counselling', ageFrom: null, ageTo: null }))), 0)
  })
})

const areas = ['north', 'south', 'east', null] as const
const someTime = fc
  .record({
    seriesId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: fc.constantFrom(...seriesKinds),
    ages: fc.option(fc.tuple(fc.nat(20), fc.nat(20)), { nil: null }),
    areaId: fc.constantFrom(...areas),
    venueId: fc.constantFrom('hall', 'court', null),
    from: fc.nat(3000),
    length: fc.integer({ min: 5, max: 300 }),
  })
  .map(({ from, length, ages, ...facts }) => {
    const [a, b] = ages ?? [null, null]
    const ageFrom = a === null || b === null ? null : Math.min(a, b)
    const ageTo = a === null || b === null ? null : Math.max(a, b)
    return { gathering: { ...facts, ageFrom, ageTo }, from, to: from + length }
  })

describe('all pairs of many times', () => {
  it('are those that comparing each with each finds, with the same weight', () => {
    fc.assert(
      fc.property(fc.array(someTime, { maxLength: 25 }), (times) => {
        const each = times.flatMap((one, at) =>
          times.slice(at + 1).flatMap((other) => collisionOf(one, other, bridged) ?? []),
        )
        assert.deepEqual(findPairs(times, bridged), inPairs(each))
      }),
    )
  })
  it('are in the same order however the times came, also where two weigh the same', () => {
    const times = [
      time(1119, 1124, { seriesId: 'a', venueId: 'hall' }),
      time(1119, 1124, { seriesId: 'b', venueId: 'court' }),
      time(875, 1124, { seriesId: 'd', venueId: null }),
    ]
    const pairs = findPairs(times, nowhere).map(({ oneId, otherId }) => `${oneId}${otherId}`)
    assert.deepEqual(pairs, ['ab', 'ad', 'bd'])
    assert.deepEqual(
      findPairs(times.toReversed(), nowhere).map(({ oneId, otherId }) => `${oneId}${otherId}`),
      pairs,
    )
  })
  it('of one activity with all others are found in the sorted list as by comparing with each', () => {
    fc.assert(
      fc.property(fc.array(someTime, { maxLength: 5 }), fc.array(someTime, { maxLength: 25 }), (mine, theirs) => {
        const times = mine.map((one) => ({ ...one, gathering: { ...one.gathering, seriesId: 'mine' } }))
        const sorted = theirs.toSorted((a, b) => a.from - b.from)
        const each = times.flatMap((one) => sorted.flatMap((other) => collisionOf(one, other, bridged) ?? []))
        assert.deepEqual(inPairs(collisionsOf(times, sorted, bridged)), inPairs(each))
      }),
    )
  })
})

describe('another moment for an activity', () => {
  const day = 1440
  const mine = [0, 7, 14].map((week) => time(week * day + 960, week * day + 1080, { seriesId: 'new' }))
  const rival = [0, 7, 14].map((week) =>
    time(week * day + 960, week * day + 1080, { seriesId: 'rival', venueId: null }),
  )

  it('is the nearest hour of the same weekdays, then the same hour of another, where nothing collides and the place is free', () => {
    assert.deepEqual(proposeSlots(mine, { others: rival, near: nowhere, free: null }), [
      { days: 0, minutes: 150 },
      { days: 0, minutes: -150 },
      { days: 1, minutes: 0 },
      { days: -1, minutes: 0 },
    ])
  })
  it('is never one of which a single time collides or has no place', () => {
    const free = [{ from: -day, to: 10 * day }]
    assert.deepEqual(proposeSlots(mine, { others: rival, near: nowhere, free }), [])
    fc.assert(
      fc.property(fc.array(someTime, { maxLength: 20 }), (times) => {
        const others = times.toSorted((a, b) => a.from - b.from)
        const [first] = mine
        assert.ok(first)
        for (const { days, minutes } of proposeSlots([first], { others, near: bridged, free: null })) {
          const by = days * day + minutes
          const moved: GatheringTime[] = [{ ...first, from: first.from + by, to: first.to + by }]
          assert.deepEqual(collisionsOf(moved, others, bridged), [])
        }
      }),
    )
  })
})
