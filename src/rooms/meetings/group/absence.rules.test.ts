import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { absencesIn } from './absence.rules.ts'

/** A meeting: `+Havnen` somebody came for it, `-Havnen` nobody did. */
const held = (...seats: readonly string[]) => ({
  parties: seats.map((seat) => ({ party: seat.slice(1), isRepresented: seat.startsWith('+') })),
})

const cases: readonly (readonly [
  what: string,
  meetings: ReturnType<typeof held>[],
  told: Readonly<Record<string, number>>,
])[] = [
  ['nothing was held', [], {}],
  ['one was missed', [held('-Havnen')], {}],
  ['two in a row were missed', [held('-Havnen', '+Skolen'), held('-Havnen', '+Skolen')], { Havnen: 2 }],
  ['somebody came in between', [held('-Havnen'), held('+Havnen'), held('-Havnen')], {}],
  ['it came back', [held('-Havnen'), held('-Havnen'), held('+Havnen')], {}],
  ['one of its two seats came', [held('-Havnen', '+Havnen'), held('-Havnen')], {}],
  ['it was not asked in between', [held('-Havnen'), held('+Skolen'), held('-Havnen')], { Havnen: 2 }],
  ['a seat of no party was missed', [held('-'), held('-')], {}],
  ['several were missed', [held('-A', '+B'), held('-A', '-B'), held('-A', '-B')], { A: 3, B: 2 }],
]

describe('a party nobody comes for', () => {
  for (const [what, meetings, told] of cases)
    it(`is told of from two meetings in a row: ${what}`, () =>
      assert.deepEqual(Object.fromEntries(absencesIn(meetings).map(({ party, inARow }) => [party, inARow])), told))
})
