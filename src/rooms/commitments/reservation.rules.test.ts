import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDayNumber } from '../../platform/day-number.ts'
import { holdBackOf, promisesHangingOn, reservationsOf } from './reservation.rules.ts'

const promise = (id: string, text: string, owedBy: string[] = []) => ({ id, text, owedBy, owedTo: [] })

const promises = [
  promise('a1.1/k1', 'Byvejlederen holder åbent hver tirsdag.'),
  promise('a1.1/k2', 'Biblioteket stiller et lokale til rådighed.', ['Biblioteket']),
  promise('a1.1/k3', 'Holder tre møder om året.', ['By-vejleder i Havneplanen']),
  promise('a1.1/k4', 'Ungevejlederen deltager i møderne.'),
  promise('a1.1/k5', 'Den udgående medarbejder ringer på hos nye familier.'),
  promise('a1.1/k6', 'Parterne stiller med en medarbejder hver.'),
]

describe('what hangs on a reservation', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Byvejlederen er finansieret indtil 2026. Denne del sker med forbehold for flere midler.', ['a1.1/k1']],
    ['Ungevejlederens stilling er foreløbig bevilget til sommeren.', ['a1.1/k4']],
    ['Samarbejdet med biblioteket sker med forbehold for, at indsatsen forlænges.', promises.map(({ id }) => id)],
    ['Indsatsen er betinget af, at puljen fortsætter.', promises.map(({ id }) => id)],
    ['Med forbehold for, at biblioteket flytter.', ['a1.1/k2']],
    ['Den udgående medarbejder er ansat med forbehold for en bevilling.', ['a1.1/k5']],
    ['Bussen er lejet indtil udgangen af 2026.', []],
  ]
  for (const [reservation, hanging] of cases)
    it(`is ${hanging.length} promises for "${reservation}"`, () => {
      assert.deepEqual(promisesHangingOn(reservation, promises), hanging)
    })

  it('counts the promises of an activity below the one that has the reservation, and of no other', () => {
    const [reserved] = reservationsOf(
      [{ id: 'a1', reservations: [{ text: 'Projektet sker med forbehold.', until: null, source: { line: 3 } }] }],
      [...promises, promise('a11/k1', 'Andet.')],
    )
    assert.deepEqual(
      reserved?.promises,
      promises.map(({ id }) => id),
    )
  })
})

describe('what a reservation holds back', () => {
  it('is everything after its day until somebody settles it', () => {
    assert.deepEqual(holdBackOf('2026-12-31', null), {
      waitsAfter: parseDayNumber('2026-12-31'),
      settledOn: null,
      endsAfter: null,
    })
  })

  it('is nothing once it goes on, and everything after the day it ended', () => {
    const settledOn = '2027-01-15'
    assert.equal(holdBackOf('2026-12-31', { outcome: 'goes_on', endedOn: null, settledOn }).endsAfter, null)
    const ended = holdBackOf('2026-12-31', { outcome: 'ended', endedOn: '2026-12-31', settledOn })
    assert.equal(ended.endsAfter, parseDayNumber('2026-12-31'))
  })
})
