import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDayNumber } from '../../platform/day-number.ts'
import { Refused } from '../../platform/refused.ts'
import { isIsoDay, readEvidenceLines } from './replay-evidence.rules.ts'

const ids = new Set(['a1/k1', 'a1/k2'])
const validity = { from: parseDayNumber('2013-01-01'), to: parseDayNumber('2016-12-31') }
const row = (fields: object) => JSON.stringify({ commitment: 'a1/k1', on: '2014-03-02', quantity: 1, ...fields })

describe('evidence as JSON lines', () => {
  it('is read line by line, past empty lines, with a quantity of 1 where none is told', () => {
    const text = `\uFEFF${row({ quantity: 2.5 })}\r\n\r\n{"commitment":"a1/k1","on":"2013-01-01"}\n${row({ commitment: 'a1/k2' })}\n`
    assert.deepEqual(
      [...readEvidenceLines(text, ids, validity)],
      [
        [
          'a1/k1',
          [
            { on: parseDayNumber('2014-03-02'), quantity: 2.5 },
            { on: parseDayNumber('2013-01-01'), quantity: 1 },
          ],
        ],
        ['a1/k2', [{ on: parseDayNumber('2014-03-02'), quantity: 1 }]],
      ],
    )
    assert.equal(readEvidenceLines('', ids, validity).size, 0)
  })

  const refused: readonly (readonly [string, string, string, number])[] = [
    ['broken JSON', `${row({})}\n\n{"commitment":`, 'evidence_line_broken', 3],
    ['a list in place of an object', '[1]', 'evidence_line_lacks', 1],
    ['nothing but null', 'null', 'evidence_line_lacks', 1],
    ['no commitment', '{"on":"2014-01-01"}', 'evidence_line_lacks', 1],
    ['no day', '{"commitment":"a1/k1"}', 'evidence_line_lacks', 1],
    ['a quantity of 0', row({ quantity: 0 }), 'evidence_line_lacks', 1],
    ['a quantity below 0', row({ quantity: -3 }), 'evidence_line_lacks', 1],
    ['a quantity in words', row({ quantity: 'to' }), 'evidence_line_lacks', 1],
    ['a commitment that is unknown', `${row({})}\n${row({ commitment: 'a9/k1' })}`, 'evidence_of_unknown', 2],
    ['a day that does not exist', row({ on: '2014-02-29' }), 'evidence_not_a_day', 1],
    ['a moment in place of a day', row({ on: '2014-03-02T10:00' }), 'evidence_not_a_day', 1],
    ['a day before the agreement', row({ on: '2012-12-31' }), 'evidence_outside_agreement', 1],
    ['a day after it', row({ on: '2017-01-01' }), 'evidence_outside_agreement', 1],
  ]
  for (const [what, text, code, line] of refused)
    it(`is refused with its line: ${what}`, () => {
      const isTold = (error: unknown) => error instanceof Refused && error.code === code && error.facts['line'] === line
      assert.throws(() => readEvidenceLines(text, ids, validity), isTold)
    })

  it('knows the days that exist', () => {
    for (const day of ['2016-02-29', '2013-12-31', '2013-03-31']) assert.ok(isIsoDay(day))
    for (const day of ['2015-02-29', '2013-13-01', '2013-00-10', '2013-1-1', '', '20130101']) assert.ok(!isIsoDay(day))
  })
})
