import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Refused } from '../../../platform/refused.ts'
import type { SigningParty } from './signature.ts'
import { partSigningParties, requireSignable, withoutJoint } from './signature.rules.ts'

const now = Temporal.Instant.from('2026-11-21T12:00:00Z')
const party = (organisation: string, changes: Partial<SigningParty> = {}): SigningParty => ({
  organisationId: organisation,
  organisation,
  signature: null,
  askedAt: null,
  ...changes,
})
const signature = {
  organisationId: 'Fyret',
  organisation: 'Fyret',
  name: 'Ida Holt',
  post: 'projektkoordinator',
  documentHash: 'a',
  signedAt: now,
}
const names = (parties: readonly SigningParty[]) => parties.map(({ organisation }) => organisation)

describe('the parties of a version', () => {
  it('are parted in those that have confirmed and those that may be asked, a week after they last were', () => {
    const parted = partSigningParties(
      [
        party('Fyret', { signature }),
        party('Strand'),
        party('Dokken', { askedAt: now.subtract({ hours: 7 * 24 - 1 }) }),
        party('Molen', { askedAt: now.subtract({ hours: 7 * 24 }) }),
      ],
      now,
    )
    assert.deepEqual(names(parted.confirmed), ['Fyret'])
    assert.deepEqual(names(parted.missing), ['Strand', 'Dokken', 'Molen'])
    assert.deepEqual(names(parted.toAsk), ['Strand', 'Molen'])
  })

  it('leave out one named jointly where each it is made of is a party', () => {
    const parties = [party('Fyret'), party('Sundlyst'), party('Fyret og Sundlyst'), party('By- og Miljøforvaltningen')]
    assert.deepEqual(names(withoutJoint(parties)), ['Fyret', 'Sundlyst', 'By- og Miljøforvaltningen'])
    assert.deepEqual(names(withoutJoint([party('Fyret'), party('Fyret og Strand')])), ['Fyret', 'Fyret og Strand'])
  })
})

describe('what may be confirmed', () => {
  const day = Temporal.PlainDate.from('2026-11-21')
  const seen = { postId: 'p', documentHash: 'a' }
  const stands = { postId: 'p', documentHash: 'a', inForceDuring: { to: day } }
  const refusal = (changes: Partial<Parameters<typeof requireSignable>[1]>, on = day): string | null => {
    try {
      requireSignable(seen, { ...stands, ...changes }, on)
      return null
    } catch (error) {
      return error instanceof Refused ? error.code : 'broken'
    }
  }

  it('is the version seen, by whoever saw it, until its last day', () => {
    assert.equal(refusal({}), null)
    assert.equal(refusal({ inForceDuring: { to: null } }), null)
  })

  it('is refused in every other case', () => {
    assert.equal(refusal({ postId: null }), 'post_not_held_that_day')
    assert.equal(refusal({ postId: 'q' }), 'post_not_held_that_day')
    assert.equal(refusal({ documentHash: 'b' }), 'document_is_another')
    assert.equal(refusal({}, day.add({ days: 1 })), 'version_is_over')
  })
})
