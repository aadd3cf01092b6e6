import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  findTerm,
  formatNotation,
  formatRule,
  inCanonicalOrder,
  operators,
  parseNotation,
  termKeys,
} from './notation.ts'
import type { Rule, Term } from './notation.ts'

const words = fc.stringMatching(/^[A-Za-z0-9.,:/%()æøå-]{1,12}( [a-z]{1,8})?$/)

const anyTerm: fc.Arbitrary<Term> = fc.record(
  {
    key: fc.constantFrom(...termKeys),
    op: fc.constantFrom(...operators),
    value: words,
    unit: fc.option(words),
    per: fc.option(words),
    from: fc.constant(0),
    to: fc.constant(0),
  },
  { noNullPrototype: true },
)

const terms = fc.array(anyTerm, { minLength: 1, maxLength: 5 })

const anyRule: fc.Arbitrary<Rule> = fc.record(
  {
    terms,
    alternatives: fc.array(terms, { maxLength: 2 }),
    from: fc.constant(0),
    to: fc.constant(0),
  },
  { noNullPrototype: true },
)

describe('the notation', () => {
  it('comes back as it was after being written and read', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 4 }), (rules) => {
        assert.deepEqual(parseNotation(formatNotation(rules)), rules)
      }),
    )
  })

  it('writes units and recipients behind the value', () => {
    const [rule] = parseNotation('QUANTITY<=6/YEAR unit=workshops per=area')
    assert.deepEqual(rule === undefined ? null : findTerm(rule, 'QUANTITY'), {
      key: 'QUANTITY',
      op: '<=',
      value: '6/YEAR',
      unit: 'workshops',
      per: 'area',
      from: 0,
      to: 0,
    })
  })

  it('keeps rules and alternatives apart', () => {
    const rules = parseNotation('FREQ=YEARLY | FREQ=QUARTERLY + BYDAY=TH;TIME=13:00-18:00')
    assert.equal(rules.length, 2)
    assert.deepEqual(rules.map(formatRule), ['FREQ=YEARLY | FREQ=QUARTERLY', 'BYDAY=TH;TIME=13:00-18:00'])
  })

  it('keeps an operator and a bar inside a value', () => {
    const text = 'FREQ=ON_DEMAND;TRIGGER=chair|members>=1/3'
    assert.equal(formatNotation(parseNotation(text)), text)
  })

  it('has no rules for the empty text', () => {
    assert.deepEqual(parseNotation(''), [])
    assert.equal(formatNotation([]), '')
  })

  it('refuses what is not notation', () => {
    for (const text of ['fire møder', 'FREQ', 'FREQ=', 'SOMETIMES=1', '=1', 'FREQ=YEARLY;;COUNT_PER_PERIOD=1']) {
      assert.throws(() => parseNotation(text), SyntaxError, text)
    }
  })

  it('puts terms in the order of the keys', () => {
    const [rule] = parseNotation('APPROX=true;COUNT_PER_PERIOD=4;FREQ=YEARLY')
    assert.deepEqual(
      inCanonicalOrder(rule?.terms ?? []).map((term) => term.key),
      ['FREQ', 'COUNT_PER_PERIOD', 'APPROX'],
    )
  })
})
