import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDayNumber } from '../../../platform/day-number.ts'
import type { Shape } from './wheel.ts'
import { whenInWords } from './wheel-words.ts'

describe('when something falls, in words', () => {
  const cases: readonly (readonly [shape: Shape, from: string, to: string, da: string, en: string])[] = [
    ['stretch', '2026-03-01', '2026-03-31', 'marts', 'March'],
    ['window', '2026-04-01', '2026-06-30', 'april–juni', 'April–June'],
    ['stretch', '2026-06-11', '2026-06-20', '11.–20. juni', '11–20 June'],
    ['stretch', '2026-01-15', '2026-03-31', '15. januar – 31. marts', '15 January – 31 March'],
    ['stretch', '2028-02-01', '2028-02-29', 'februar', 'February'],
    ['stretch', '2026-12-01', '2026-12-31', 'december', 'December'],
    ['deadline', '2026-12-15', '2026-12-15', 'senest 15. december', 'by 15 December'],
    ['payment', '2026-03-31', '2026-03-31', '31. marts', '31 March'],
  ]
  for (const [shape, from, to, da, en] of cases)
    it(`says ${da}`, () => {
      const occurrence = {
        shape,
        from: parseDayNumber(from),
        to: parseDayNumber(to),
        period: null,
        state: 'due',
      } as const
      assert.deepEqual([whenInWords(occurrence, 'da'), whenInWords(occurrence, 'en')], [da, en])
    })
})
