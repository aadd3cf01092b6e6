import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayNumber, parseDayNumber } from '../../../platform/day-number.ts'
import { parseNotation } from '../notation.ts'
import type { Validity } from './periods.rules.ts'
import type { CommitmentState, EvidenceDay } from './state.ts'
import { planOf, standingOn } from './state.rules.ts'

const fourYears: Validity = { from: parseDayNumber('2013-01-01'), to: parseDayNumber('2016-12-31') }
const on = (...days: string[]): EvidenceDay[] => days.map((day) => ({ on: parseDayNumber(day), quantity: 1 }))
const standing = (notation: string, day: string, evidence: readonly EvidenceDay[] = [], validity = fourYears) =>
  standingOn(planOf(parseNotation(notation), validity), evidence, parseDayNumber(day))

interface Case {
  readonly notation: string
  readonly day: string
  readonly evidence?: readonly EvidenceDay[]
  readonly state: CommitmentState
  readonly period?: string | null
  readonly expected?: number
  readonly found?: number
}

const cases: readonly Case[] = [
  // four a year
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=4',
    day: '2013-01-31',
    state: 'due',
    period: '2013',
    expected: 4,
    found: 0,
  },
  { notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=4', day: '2013-11-30', state: 'at_risk', period: '2013' },
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=4',
    day: '2013-12-31',
    state: 'broken',
    period: '2013',
    expected: 4,
    found: 0,
  },
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=4',
    day: '2013-12-31',
    evidence: on('2013-02-01', '2013-05-01', '2013-08-01', '2013-11-01'),
    state: 'kept',
    period: '2013',
    found: 4,
  },
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=4',
    day: '2014-02-28',
    evidence: on('2013-02-01', '2013-05-01', '2013-08-01'),
    state: 'broken',
    period: '2013',
    found: 3,
  },
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD>=4',
    day: '2013-12-31',
    evidence: on('2013-02-01', '2013-03-01', '2013-04-01', '2013-05-01', '2013-06-01'),
    state: 'kept',
    found: 5,
  },
  // every third month, each quarter, each half year
  {
    notation: 'FREQ=MONTHLY;INTERVAL=3;COUNT_PER_PERIOD>=1',
    day: '2013-03-31',
    state: 'broken',
    period: '2013-01/2013-03',
    expected: 1,
  },
  {
    notation: 'FREQ=QUARTERLY',
    day: '2013-06-30',
    evidence: on('2013-03-31', '2013-04-01'),
    state: 'kept',
    period: '2013-Q2',
  },
  {
    notation: 'FREQ=HALFYEARLY;COUNT_PER_PERIOD=1',
    day: '2016-12-31',
    evidence: on('2013-01-01', '2013-07-01', '2014-01-01', '2014-07-01', '2015-01-01', '2015-07-01', '2016-01-01'),
    state: 'broken',
    period: '2016-H2',
  },
  // months and weeks
  {
    notation: 'FREQ=MONTHLY;EXCEPT_BYMONTH=7',
    day: '2013-07-31',
    evidence: on('2013-01-02', '2013-02-02', '2013-03-02', '2013-04-02', '2013-05-02', '2013-06-02'),
    state: 'kept',
  },
  { notation: 'FREQ=MONTHLY', day: '2013-02-28', evidence: on('2013-01-02'), state: 'broken', period: '2013-02' },
  {
    notation: 'FREQ=WEEKLY;BYDAY=TU;TIME=09:00-15:00',
    day: '2013-01-03',
    state: 'due',
    period: '2013-W01',
    expected: 1,
  },
  { notation: 'FREQ=WEEKLY;BYDAY=TU', day: '2013-01-13', state: 'broken', period: '2013-W02' },
  {
    notation: 'FREQ=WEEKLY;COUNT_PER_PERIOD=2',
    day: '2013-01-13',
    evidence: on('2013-01-02', '2013-01-03', '2013-01-08'),
    state: 'broken',
    period: '2013-W02',
    expected: 2,
    found: 1,
  },
  { notation: 'FREQ=WEEKLY;INTERVAL=2;WEEKPARITY=EVEN', day: '2013-01-13', evidence: on('2013-01-09'), state: 'kept' },
  // named months and days of the year
  { notation: 'FREQ=YEARLY;BYMONTH=2,9', day: '2013-01-31', state: 'due', period: '2013-02' },
  { notation: 'FREQ=YEARLY;BYMONTH=2,9', day: '2013-02-28', state: 'broken', period: '2013-02', expected: 1 },
  { notation: 'FREQ=YEARLY;BYMONTH=2,9', day: '2013-08-31', evidence: on('2013-02-10'), state: 'kept' },
  {
    notation: 'DEADLINE=03-01,09-01;BOUND=BEFORE',
    day: '2013-09-01',
    evidence: on('2013-02-10'),
    state: 'broken',
    period: '2013-09-01',
  },
  { notation: 'FREQ=YEARLY;ON=04-01', day: '2014-04-01', evidence: on('2013-04-01', '2014-04-01'), state: 'kept' },
  // once
  { notation: 'DEADLINE=2014-06-30', day: '2014-06-29', state: 'at_risk' },
  { notation: 'DEADLINE=2014-06-30', day: '2014-01-01', state: 'due' },
  { notation: 'DEADLINE=2014-06-30', day: '2014-06-30', state: 'broken', period: '2014-06-30' },
  { notation: 'DEADLINE=2014-06-30', day: '2014-07-01', evidence: on('2014-06-30'), state: 'kept' },
  // money
  { notation: 'AMOUNT=20000 DKK/YEAR', day: '2013-12-31', state: 'broken', period: '2013', expected: 1 },
  { notation: 'PAYMENT=QUARTERLY;TIMING=IN_ARREARS', day: '2013-04-20', state: 'at_risk', period: '2013-Q1' },
  { notation: 'PAYMENT=QUARTERLY;TIMING=IN_ARREARS', day: '2013-05-02', state: 'broken', period: '2013-Q1' },
  {
    notation: 'PAYMENT=QUARTERLY;TIMING=IN_ARREARS',
    day: '2013-05-02',
    evidence: on('2013-04-15'),
    state: 'due',
    period: '2013-Q2',
  },
  // quantities
  {
    notation: 'QUANTITY>=12/YEAR unit=young people',
    day: '2013-12-31',
    evidence: [{ on: parseDayNumber('2013-05-01'), quantity: 12 }],
    state: 'kept',
    found: 12,
  },
  {
    notation: 'QUANTITY=12/WEEK unit=hours',
    day: '2013-01-13',
    evidence: [
      { on: parseDayNumber('2013-01-03'), quantity: 12 },
      { on: parseDayNumber('2013-01-08'), quantity: 7.5 },
    ],
    state: 'broken',
    found: 7.5,
  },
  // limits never ask for anything
  { notation: 'FREQ=YEARLY;COUNT_PER_PERIOD<=6', day: '2013-12-31', state: 'on_demand', period: '2013', found: 0 },
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD<=1',
    day: '2013-12-31',
    evidence: on('2013-02-01', '2013-03-01'),
    state: 'broken',
    period: '2013',
    found: 2,
  },
  // hedges
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=10;APPROX=true',
    day: '2013-12-31',
    evidence: on(...Array.from({ length: 9 }, (_, at) => `2013-0${at + 1}-02`)),
    state: 'kept',
    found: 9,
  },
  {
    notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=10',
    day: '2013-12-31',
    evidence: on(...Array.from({ length: 9 }, (_, at) => `2013-0${at + 1}-02`)),
    state: 'broken',
    found: 9,
  },
  // never a date, never judged
  { notation: 'FREQ=ON_DEMAND', day: '2016-12-31', state: 'on_demand', period: null },
  { notation: 'FREQ=AD_HOC', day: '2013-12-31', evidence: on('2013-02-01'), state: 'on_demand', found: 1 },
  { notation: 'FREQ=CONTINUOUS', day: '2013-12-31', state: 'unjudged', period: null },
  { notation: '', day: '2013-12-31', state: 'unjudged' },
  { notation: 'DEADLINE_REL=meeting-P8D', day: '2013-12-31', state: 'unjudged' },
  { notation: 'NOTICE>=P1M;FORM=WRITTEN', day: '2013-12-31', state: 'on_demand' },
  // before, within and after
  { notation: 'FREQ=YEARLY', day: '2012-12-31', state: 'waiting' },
  { notation: 'FREQ=WEEKLY;VALID=2014-01-01/..', day: '2013-12-31', state: 'waiting' },
  { notation: 'FREQ=YEARLY', day: '2017-01-01', state: 'ended' },
  // alternatives: any keeps it; several rules: all must
  { notation: 'FREQ=YEARLY | FREQ=QUARTERLY', day: '2013-12-31', evidence: on('2013-05-05'), state: 'kept' },
  { notation: 'FREQ=YEARLY + FREQ=QUARTERLY', day: '2013-12-31', evidence: on('2013-05-05'), state: 'broken' },
]

describe('how a promise stands', () => {
  for (const { notation, day, evidence, state, ...shown } of cases) {
    it(`is ${state} on ${day} for ${notation || 'no term'} after ${evidence?.length ?? 0} pieces of evidence`, () => {
      const found = standing(notation, day, evidence)
      assert.equal(found.state, state, JSON.stringify(found))
      assert.deepEqual({ ...found, ...shown }, found)
    })
  }

  it('counts every state among its cases', () => {
    const states: readonly CommitmentState[] = [
      'kept',
      'due',
      'at_risk',
      'broken',
      'waiting',
      'on_demand',
      'unjudged',
      'ended',
    ]
    assert.deepEqual([...new Set(cases.map((one) => one.state))].toSorted(), states.toSorted())
  })

  it('asks a cut period for its share, rounded down, and at least one where half of it is left', () => {
    const validity: Validity = { from: parseDayNumber('2013-07-01'), to: parseDayNumber('2016-02-29') }
    assert.equal(standing('FREQ=YEARLY;COUNT_PER_PERIOD=4', '2013-12-31', [], validity).expected, 2)
    assert.equal(standing('FREQ=YEARLY', '2013-12-31', [], validity).expected, 1)
    const kept = on('2013-08-01', '2014-08-01', '2015-08-01')
    assert.equal(standing('FREQ=YEARLY', '2016-02-29', kept, validity).state, 'kept')
  })

  it('holds its weeks and days over clock changes, leap days and the end of the year', () => {
    const validity: Validity = { from: parseDayNumber('2015-12-28'), to: parseDayNumber('2017-01-01') }
    const everyMonday = Array.from({ length: 53 }, (_, week) => ({ on: validity.from + 7 * week, quantity: 1 }))
    for (const day of ['2016-02-29', '2016-03-27', '2016-10-30', '2016-12-31', '2017-01-01'])
      assert.equal(standing('FREQ=WEEKLY', day, everyMonday, validity).state, 'kept', day)
  })
})

describe('any promise', () => {
  const notation = fc.constantFrom(...cases.map((one) => one.notation).filter((one) => !one.includes('<=')))
  const dayIn = fc.integer({ min: dayNumber(2013, 1, 1), max: dayNumber(2016, 12, 31) })
  const evidenceOn = (days: readonly number[]) =>
    days.toSorted((a, b) => a - b).map((day) => ({ on: day, quantity: 1 }))

  it('is never broken by evidence that is added', () => {
    fc.assert(
      fc.property(notation, dayIn, fc.array(dayIn, { maxLength: 60 }), dayIn, (text, day, days, added) => {
        const plan = planOf(parseNotation(text), fourYears)
        const before = standingOn(plan, evidenceOn(days), day)
        const after = standingOn(plan, evidenceOn([...days, added]), day)
        if (before.state !== 'broken') assert.notEqual(after.state, 'broken')
        assert.ok(after.lacking.length <= before.lacking.length)
      }),
    )
  })

  it('stands on a past day as it stood, whatever is dated later', () => {
    fc.assert(
      fc.property(notation, dayIn, fc.array(dayIn, { maxLength: 60 }), (text, day, days) => {
        const plan = planOf(parseNotation(text), fourYears)
        const known = days.filter((one) => one <= day)
        assert.deepEqual(standingOn(plan, evidenceOn(days), day), standingOn(plan, evidenceOn(known), day))
      }),
    )
  })

  it('is kept at the end when each day has its evidence', () => {
    const everyDay = evidenceOn(
      Array.from({ length: fourYears.to - fourYears.from + 1 }, (_, at) => fourYears.from + at),
    )
    fc.assert(
      fc.property(notation, (text) => {
        const { state } = standingOn(planOf(parseNotation(text), fourYears), everyDay, fourYears.to)
        assert.ok(['kept', 'on_demand', 'unjudged'].includes(state) || text.includes('QUANTITY'), `${text}: ${state}`)
      }),
    )
  })
})
