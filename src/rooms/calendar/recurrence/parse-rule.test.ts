import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../../platform/refused.ts'
import { formatRule } from './format-rule.ts'
import { parseRule } from './parse-rule.ts'
import { recurrenceTexts } from './recurrence.texts.ts'
import { frequencies, skips } from './rule.ts'
import { rulesOf, starts } from './test-rules.ts'

const refusalOf = (text: string): Refused => {
  try {
    parseRule(text)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  return assert.fail(`${text} was taken`)
}

const refused: readonly [rule: string, reason: string][] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['RRULE:', 'empty'],
  ['hver tirsdag', 'bad_part'],
  ['FREQ', 'bad_part'],
  ['FREQ=', 'bad_part'],
  ['=DAILY', 'bad_part'],
  ['FREQ=DAILY;;COUNT=2', 'bad_part'],
  ['COUNT=2', 'no_frequency'],
  ['FREQ=FORTNIGHTLY', 'bad_value'],
  ['FREQ=DAILY; COUNT=2', 'unknown_part'],
  ['FREQ=YEARLY;BYEASTER=0', 'unknown_part'],
  ['FREQ=DAILY;X-COLOUR=RED', 'unknown_part'],
  ['FREQ=DAILY;FREQ=DAILY', 'part_twice'],
  ['FREQ=DAILY;COUNT=0', 'bad_value'],
  ['FREQ=DAILY;COUNT=-1', 'bad_value'],
  ['FREQ=DAILY;COUNT=two', 'bad_value'],
  ['FREQ=DAILY;COUNT=1.5', 'bad_value'],
  ['FREQ=DAILY;INTERVAL=0', 'bad_value'],
  ['FREQ=DAILY;INTERVAL=99999999999999999999', 'bad_value'],
  ['FREQ=DAILY;UNTIL=20260230', 'bad_value'],
  ['FREQ=DAILY;UNTIL=2026-02-03', 'bad_value'],
  ['FREQ=DAILY;UNTIL=20260203T250000', 'bad_value'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20260203', 'count_and_until'],
  ['FREQ=DAILY;BYHOUR=24', 'bad_value'],
  ['FREQ=DAILY;BYHOUR=-1', 'bad_value'],
  ['FREQ=DAILY;BYMINUTE=60', 'bad_value'],
  ['FREQ=DAILY;BYSECOND=61', 'bad_value'],
  ['FREQ=DAILY;BYHOUR=', 'bad_part'],
  ['FREQ=DAILY;BYHOUR=1,,2', 'bad_value'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'bad_value'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'bad_value'],
  ['FREQ=YEARLY;BYYEARDAY=0', 'bad_value'],
  ['FREQ=YEARLY;BYYEARDAY=-367', 'bad_value'],
  ['FREQ=YEARLY;BYWEEKNO=54', 'bad_value'],
  ['FREQ=YEARLY;BYMONTH=13', 'bad_value'],
  ['FREQ=YEARLY;BYMONTH=5L', 'bad_value'],
  ['FREQ=MONTHLY;BYDAY=0MO', 'bad_value'],
  ['FREQ=MONTHLY;BYDAY=54MO', 'bad_value'],
  ['FREQ=MONTHLY;BYDAY=MA', 'bad_value'],
  ['FREQ=MONTHLY;BYDAY=MO, TU', 'bad_value'],
  ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0', 'bad_value'],
  ['FREQ=WEEKLY;WKST=XX', 'bad_value'],
  ['FREQ=WEEKLY;BYDAY=2MO', 'ordinal_not_here'],
  ['FREQ=DAILY;BYDAY=-1FR', 'ordinal_not_here'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'ordinal_not_here'],
  ['FREQ=MONTHLY;BYWEEKNO=20', 'only_yearly'],
  ['FREQ=WEEKLY;BYMONTHDAY=13', 'not_here'],
  ['FREQ=DAILY;BYYEARDAY=1', 'not_here'],
  ['FREQ=MONTHLY;BYYEARDAY=1', 'not_here'],
  ['FREQ=YEARLY;BYWEEKNO=1;BYMONTHDAY=30', 'week_and_month_day'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'positions_alone'],
  ['FREQ=MONTHLY;SKIP=FORWARD', 'skip_alone'],
  ['RSCALE=HEBREW;FREQ=YEARLY', 'other_calendar'],
  ['RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=SIDEWAYS', 'bad_value'],
]

describe('reading a rule', () => {
  for (const [rule, reason] of refused) {
    it(`refuses "${rule}" and says why in both languages`, () => {
      const refusal = refusalOf(rule)
      assert.deepEqual([refusal.code, refusal.facts['reason']], ['not_a_rule', reason])
      for (const words of [recurrenceTexts.da, recurrenceTexts.en]) {
        assert.match(words.not_a_rule(refusal.facts), /^["»\p{L}].+\.$/su)
      }
    })
  }

  it('takes small letters, a plus, doubles, any order, RRULE: before and a semicolon after', () => {
    const plain = parseRule('RRULE:FREQ=MONTHLY;BYDAY=1MO,2TU;BYMONTH=1,3')
    const other = parseRule('bymonth=3,1,3;byday=+2tu,+1mo,1MO;freq=monthly;')
    assert.deepEqual(other, plain)
    assert.equal(formatRule(other), 'FREQ=MONTHLY;BYMONTH=1,3;BYDAY=1MO,2TU')
  })

  it('reads back every rule as it was written', () => {
    const bounds = fc.oneof(
      fc.record({ count: fc.integer({ min: 1, max: 1000 }), until: fc.constant(null) }),
      fc.record({
        count: fc.constant(null),
        until: fc.oneof(
          fc.constant(null),
          fc
            .tuple(starts, fc.constantFrom('day', 'wall', 'utc'))
            .map(([moment, kind]) =>
              kind === 'day' ? { ...moment, second: null } : { ...moment, isUtc: kind === 'utc' },
            ),
        ),
      }),
    )
    const rules = fc.constantFrom(...frequencies).chain((frequency) => rulesOf(frequency, 100))
    fc.assert(
      fc.property(rules, bounds, fc.constantFrom(...skips), (rule, bound, skip) => {
        const whole = { ...rule, ...bound, skip }
        assert.deepEqual(parseRule(formatRule(whole)), whole)
      }),
    )
  })

  it('takes or refuses any text, and never fails', () => {
    const pieces = fc.constantFrom('FREQ=', 'DAILY', 'BYDAY', ';', ',', '=', '-1', 'MO', 'UNTIL', '2026', 'Z', ' ', 'é')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((some) => some.join('')),
        ),
        (text) => {
          try {
            assert.equal(typeof parseRule(text).interval, 'number')
          } catch (error) {
            assert.ok(error instanceof Refused, text)
          }
        },
      ),
    )
  })
})
