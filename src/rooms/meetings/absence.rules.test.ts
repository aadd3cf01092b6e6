import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { absencesIn } from './absence.rules.ts'

/** A meeting: `+Bølgen` somebody came for it, `-Bølgen` nobody did. */
const held = (...seats: readonly string[]) => ({
  parties: seats.map((seat) => ({ party: seat.slice(1), isRepresented: seat.startsWith('+') })),
})

const cases: readonly (readonly [what: string, meetings: ReturnType<typeof held>[], told: Record<string, number>])[] = [
  ['nothing was held', [], {}],
  ['one was missed', [held('-Bølgen')], {}],
  ['two in a row were missed', [held('-Bølgen', '+Skolen'), held('-Bølgen', '+Skolen')], { Bølgen: 2 }],
  ['somebody came in between', [held('-Bølgen'), held('+Bølgen'), held('-Bølgen')], {}],
  ['it came back', [held('-Bølgen'), held('-Bølgen'), held('+Bølgen')], {}],
  ['one of its two seats came', [held('-Bølgen', '+Bølgen'), held('-Bølgen')], {}],
  ['it was not asked in between', [held('-Bølgen'), held('+Skolen'), held('-Bølgen')], { Bølgen: 2 }],
  ['a seat of no party was missed', [held('-'), held('-')], {}],
  ['several were missed', [held('-A', '+B'), held('-A', '-B'), held('-A', '-B')], { A: 3, B: 2 }],
]

describe('a party nobody comes for', () => {
  for (const [what, meetings, told] of cases)
    it(`is told of from two meetings in a row: ${what}`, () =>
      assert.deepEqual(Object.fromEntries(absencesIn(meetings).map(({ party, inARow }) => [party, inARow])), told))
})
