import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { capOf, unitPriceOf } from './promised-terms.ts'
import {
  comingSeasons,
  freeStarts,
  hasRoomFor,
  lateWindows,
  quotasOf,
  weeksOf,
  weeksWithin,
  yearsOf,
} from './season.rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const counted = (areaId: string, isHeld = false, year = 2027) => ({
  seriesId: `${areaId}-${isHeld}`,
  title: 'x',
  areaId,
  year,
  startsAt: at('2027-05-03T13:00Z'),
  endsAt: at('2027-05-05T15:00Z'),
  isHeld,
})

describe('what a promise gives', () => {
  it('is read from its notation, in both ways it is written', () => {
    assert.deepEqual(capOf('QUANTITY<=5/YEAR unit=prøveværksteder per=area'), {
      cap: 5,
      isPerArea: true,
      unit: 'prøveværksteder',
    })
    assert.deepEqual(capOf('FREQ=YEARLY;COUNT_PER_PERIOD<=6 per=area'), { cap: 6, isPerArea: true, unit: null })
    assert.equal(capOf('QUANTITY<=4/YEAR unit=workshops')?.isPerArea, false)
  })
  it('is nothing where there is no most, or no year', () => {
    for (const notation of ['', 'QUANTITY>=5/YEAR', 'QUANTITY<=6 unit=workshops per=area', 'FREQ=ON_DEMAND'])
      assert.equal(capOf(notation), null, notation)
  })
  it('costs what is told by the same word, or the only thing that is not told by time; else nobody knows', () => {
    const amount = (amountOere: number, per: string | null) => ({ amountOere, per, text: '' })
    assert.equal(unitPriceOf([amount(650_000, 'prøveværksted')], 'prøveværksteder')?.amountOere, 650_000)
    assert.equal(unitPriceOf([amount(1, 'year'), amount(500_000, 'workshop')], 'værksteder')?.amountOere, 500_000)
    assert.equal(unitPriceOf([amount(1, 'barn'), amount(2, 'workshop')], 'workshops')?.amountOere, 2)
    assert.equal(unitPriceOf([amount(1, 'barn'), amount(2, 'workshop')], null), null)
    assert.equal(unitPriceOf([amount(1, 'year'), amount(2, null)], 'workshops'), null)
  })
})

describe('a season', () => {
  it('is a half of a year, the next four of them', () => {
    assert.deepEqual(
      comingSeasons(day('2026-11-21')).map(({ from, half }) => `${half} ${from.toString()}`),
      ['autumn 2026-07-01', 'spring 2027-01-01', 'autumn 2027-07-01', 'spring 2028-01-01'],
    )
    assert.equal(comingSeasons(day('2026-06-30'))[0]?.half, 'spring')
    assert.equal(comingSeasons(day('2026-12-31'))[0]?.to.toString(), '2026-12-31')
  })
  it('usually lies late in it', () => {
    const [spring, ...more] = lateWindows({ from: day('2027-01-01'), to: day('2027-06-30') })
    assert.deepEqual([spring?.from.toString(), spring?.to.toString(), more.length], ['2027-05-03', '2027-06-20', 0])
    assert.equal(lateWindows({ from: day('2027-05-10'), to: day('2027-06-30') }).length, 0)
  })
  it('counts its weeks as ISO does', () => {
    assert.equal(weeksOf(2026, 1, 1).from.toString(), '2025-12-29')
    assert.equal(weeksOf(2026, 53, 53).to.toString(), '2027-01-03')
  })
  it('may cross the new year, with the windows of both', () => {
    const winter = { from: day('2026-10-01'), to: day('2027-06-30') }
    assert.deepEqual(yearsOf(winter), [2026, 2027])
    assert.deepEqual(
      lateWindows(winter).map(({ half, from }) => `${half} ${from.toString()}`),
      ['autumn 2026-10-19', 'spring 2027-05-03'],
    )
    const said = (first: number, last: number) => {
      const { from, to } = weeksWithin(winter, first, last)
      return `${from.toString()}/${to.toString()}`
    }
    assert.equal(said(45, 10), '2026-11-02/2027-03-14')
    assert.equal(said(18, 24), '2027-05-03/2027-06-20')
    assert.equal(said(43, 49), '2026-10-19/2026-12-06')
    const spring = { from: day('2027-01-01'), to: day('2027-06-30') }
    assert.equal(weeksWithin(spring, 53, 24).from.toString(), '2026-12-28')
  })
  it('counts each year for itself', () => {
    const limits = { cap: 1, isPerArea: true, priceOere: 650_000n }
    const used = [counted('a', true, 2026), counted('a', false, 2027)]
    const in2026 = quotasOf({ year: 2026, areaIds: ['a'] }, used, limits)
    assert.deepEqual([in2026[0]?.used, in2026[0]?.heldOere], [1, 650_000n])
    assert.equal(hasRoomFor({ year: 2027, areaId: 'a' }, used, limits), false)
    assert.equal(hasRoomFor({ year: 2028, areaId: 'a' }, used, limits), true)
  })
  it('counts number and money down, in each area or in all', () => {
    const used = [counted('a', true), counted('a'), counted('b')]
    const limits = { cap: 3, isPerArea: true, priceOere: 650_000n }
    const [a, b] = quotasOf({ year: 2027, areaIds: ['a', 'b'] }, used, limits)
    assert.deepEqual([a?.used, a?.held, a?.usedOere, a?.capOere, a?.heldOere], [2, 1, 1_300_000n, 1_950_000n, 650_000n])
    assert.equal(b?.used, 1)
    assert.deepEqual(
      quotasOf({ year: 2027, areaIds: ['a', 'b'] }, used, { ...limits, isPerArea: false }).map((one) => one.used),
      [3],
    )
    assert.equal(quotasOf({ year: 2027, areaIds: ['a'] }, used, { ...limits, priceOere: null })[0]?.usedOere, null)
  })
  it('has room for one more until the number is used, and none where nobody knows it', () => {
    const limits = { cap: 2, isPerArea: true, priceOere: null }
    assert.equal(hasRoomFor({ year: 2027, areaId: 'a' }, [counted('a'), counted('b')], limits), true)
    assert.equal(hasRoomFor({ year: 2027, areaId: 'a' }, [counted('a'), counted('a', true)], limits), false)
    assert.equal(
      hasRoomFor({ year: 2027, areaId: 'a' }, [counted('a'), counted('b')], { ...limits, isPerArea: false }),
      false,
    )
    assert.equal(hasRoomFor({ year: 2027, areaId: 'a' }, [], { ...limits, cap: null }), false)
  })
})

describe('days that are free', () => {
  const fit = { days: 3, fromMinute: 900, toMinute: 1050 }
  const weeks = { from: day('2027-05-03'), to: day('2027-05-23') }
  const starts = (taken: { from: Temporal.Instant; to: Temporal.Instant }[], after = '2026-11-21') =>
    freeStarts(weeks, fit, taken, day(after)).map(String)

  it('are school days running, one start a week', () => {
    // Ascension Day is 6 May, Whit Monday 17 May.
    assert.deepEqual(starts([]), ['2027-05-03', '2027-05-10', '2027-05-18'])
  })
  it('leave out what holds the place, and what is past', () => {
    assert.deepEqual(starts([{ from: at('2027-05-04T14:00Z'), to: at('2027-05-04T16:00Z') }])[0], '2027-05-10')
    assert.deepEqual(starts([{ from: at('2027-05-04T16:00Z'), to: at('2027-05-04T18:00Z') }])[0], '2027-05-03')
    assert.deepEqual(starts([], '2027-05-10'), ['2027-05-11', '2027-05-18'])
  })
})
