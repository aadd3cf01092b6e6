import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayNumber } from '../../../platform/day-number.ts'
import { formatNotation, frequencies, operators, parseNotation, type Rule, type Term, termKeys } from '../notation.ts'
import { inOrderOfDays } from './fulfil.rules.ts'
import { reasonInWords } from './state-words.ts'
import { planOf, standingOn } from './state.rules.ts'
import { troublesIn } from './term-trouble.rules.ts'
import { tracePeriods } from './trace.rules.ts'

const validity = { from: dayNumber(2013, 1, 1), to: dayNumber(2016, 12, 31) }
const days = validity.to - validity.from + 1

const values = fc.oneof(
  fc.constantFrom<string>(...frequencies),
  fc.constantFrom(
    '1',
    '0',
    '4',
    '-1',
    '2..4',
    '4..2',
    '1e308',
    '12/WEEK',
    '3/YEAR',
    '600/2013',
    '7.5/DAY',
    '5000 DKK/X',
  ),
  fc.constantFrom(
    '2014',
    '2014-06',
    '2014-13',
    '2014-02-30',
    '2012-12(END)',
    '2015-06(MIDDLE)',
    '03-01,09-01',
    '99-99',
  ),
  fc.constantFrom('MO', 'TU,TH', '1TU', 'LAST_WORKDAY', '2,9', '13', 'LATE_SPRING,WINTER', 'ODD', 'EVEN', 'IN_ARREARS'),
  fc.constantFrom(
    '2014/2015',
    '2015/2014',
    '../..',
    '2010/2011',
    '2013-02-30/..',
    '140%',
    'P1M',
    'true',
    'meeting-P8D',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/[;+|<>=]|^\s|\s$| /.test(text)),
)
const term: fc.Arbitrary<Term> = fc.record({
  key: fc.constantFrom(...termKeys),
  op: fc.constantFrom(...operators),
  value: values,
  unit: fc.constantFrom(null, 'hours', 'workshops', 'children'),
  per: fc.constantFrom(null, 'area', 'workshop', 'plan', 'project period'),
  from: fc.constant(0),
  to: fc.constant(0),
})
const terms = fc.array(term, { minLength: 1, maxLength: 6 })
const rule: fc.Arbitrary<Rule> = fc.record({
  terms,
  alternatives: fc.array(terms, { maxLength: 2 }),
  from: fc.constant(0),
  to: fc.constant(0),
})
const rules = fc.array(rule, { maxLength: 3 })
const kind = fc.constantFrom('meeting', 'payment', 'staffing', 'availability', 'task')
const day = fc.integer({ min: validity.from - 400, max: validity.to + 400 })
const piece = fc.record({ on: day, quantity: fc.constantFrom(1, 2, 0.5, 7.5, 20_000) })

describe('whatever the notation', () => {
  it('gives a state with its reason in words, and never throws', () => {
    fc.assert(
      fc.property(rules, kind, fc.array(piece, { maxLength: 30 }), day, (written, promised, evidence, asked) => {
        const plan = planOf(written, validity, promised)
        const done = inOrderOfDays(evidence)
        const standing = standingOn(plan, done, asked)
        assert.ok(Number.isFinite(standing.expected) && Number.isFinite(standing.found), JSON.stringify(standing))
        assert.ok(reasonInWords(standing, 'da').endsWith('.'))
        tracePeriods(plan, done, asked)
        troublesIn(written, validity, promised)
        assert.deepEqual(parseNotation(formatNotation(written)).length, written.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('has no more periods than the agreement has days, in order of days, each of them within it', () => {
    fc.assert(
      fc.property(rules, kind, (written, promised) => {
        for (const { periods } of planOf(written, validity, promised).ways.flat()) {
          assert.ok(periods.length <= days)
          for (const [at, period] of periods.entries()) {
            assert.ok(period.from >= validity.from && period.to <= validity.to && period.from <= period.to)
            assert.ok(period.due >= period.to && period.from >= (periods[at - 1]?.from ?? 0))
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('does not look at the order in which evidence was written down', () => {
    fc.assert(
      fc.property(rules, kind, fc.array(piece, { maxLength: 30 }), day, (written, promised, evidence, asked) => {
        const plan = planOf(written, validity, promised)
        const forth = standingOn(plan, inOrderOfDays(evidence), asked)
        assert.deepEqual(standingOn(plan, inOrderOfDays(evidence.toReversed()), asked), forth)
      }),
    )
  })

  it('looks at twice the evidence in twice the steps', () => {
    const steps = (notation: string, count: number): number => {
      let looked = 0
      const evidence = Array.from({ length: count }, (_, at) => ({
        get on() {
          looked += 1
          return validity.from + Math.floor((days * at) / count)
        },
        quantity: 1,
      }))
      standingOn(planOf(parseNotation(notation), validity), evidence, validity.to)
      return looked
    }
    for (const notation of ['FREQ=WEEKLY', 'FREQ=YEARLY;COUNT_PER_PERIOD=4', 'PAYMENT=MONTHLY;TIMING=IN_ARREARS'])
      assert.ok(steps(notation, 20_000) <= 2.1 * steps(notation, 10_000), notation)
  })
})
