import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Refused } from '../../platform/refused.ts'
import type { AgreementDocument, ReadCommitment } from './agreement-format.ts'
import { sampleAgreement } from './documents/sample-agreement.ts'
import { applyCorrection, requireConfirmable, slugFor } from './draft.rules.ts'

const place = { line: 1, toLine: 1, page: null }
const promise = (text: string, from: number): ReadCommitment => ({
  id: 'a1/k1',
  kind: 'meeting',
  text,
  owedBy: [],
  owedTo: [],
  notation: '',
  within: { section: 0, from, to: from + text.length },
  source: place,
})
const withSection = (text: string, commitments: ReadCommitment[]): AgreementDocument => ({
  ...sampleAgreement,
  activities: [
    {
      id: 'a1',
      parentId: null,
      role: 'activity',
      focusAreas: [],
      title: 'Klubben',
      sections: [{ kind: 'responsibilities', heading: 'Ansvar', text, source: place }],
      contacts: [],
      ages: null,
      venues: [],
      amounts: [],
      reservations: [],
      commitments,
      source: place,
    },
  ],
})

describe('a correction', () => {
  it('finds the promises again where a text was corrected above them', () => {
    const document = withSection('Vi mødes hver uge.', [promise('Vi mødes hver uge.', 0)])
    const section = document.activities[0]?.sections[0]
    const became = { ...section, text: 'Kort sagt: Vi mødes hver uge.' }
    const corrected = applyCorrection(document, { path: 'activities.0.sections.0', was: section, became })
    assert.deepEqual(corrected.activities[0]?.commitments[0]?.within, { section: 0, from: 11, to: 29 })
  })

  it('leaves a promise without a place when its sentence is gone', () => {
    const document = withSection('Vi mødes hver uge.', [promise('Vi mødes hver uge.', 0)])
    const section = document.activities[0]?.sections[0]
    const became = { ...section, text: 'Vi mødes hver måned.' }
    const corrected = applyCorrection(document, { path: 'activities.0.sections.0', was: section, became })
    assert.equal(corrected.activities[0]?.commitments[0]?.within, null)
  })

  it('numbers a promise written by hand after the others, and places it in the text', () => {
    const document = withSection('Vi mødes hver uge. Vi spiser sammen.', [promise('Vi mødes hver uge.', 0)])
    const became = { ...promise('Vi spiser sammen.', 0), id: '', within: null }
    const corrected = applyCorrection(document, { path: 'activities.a1.commitments.+', was: undefined, became })
    const added = corrected.activities[0]?.commitments[1]
    assert.deepEqual([added?.id, added?.within], ['a1/k2', { section: 0, from: 19, to: 36 }])
  })
})

describe('confirming a draft', () => {
  const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

  it('asks for a title and a first day', () => {
    assert.throws(() => requireConfirmable({ ...sampleAgreement, title: ' ' }), refusedWith('draft_lacks_title'))
    assert.throws(() => requireConfirmable({ ...sampleAgreement, validDuring: null }), refusedWith('draft_lacks_dates'))
    const backwards = { ...sampleAgreement, validDuring: { from: '2026-01-01', to: '2025-12-31' } }
    assert.throws(() => requireConfirmable(backwards), refusedWith('draft_ends_before_it_begins'))
  })

  it('gives the agreement a readable address that is free', () => {
    const document = { ...sampleAgreement, district: 'Østre Havneby', focusArea: 'Børn, unge & familie' }
    assert.equal(slugFor(document, new Set()), 'oestre-havneby-boern-unge-familie')
    assert.equal(
      slugFor(document, new Set(['oestre-havneby-boern-unge-familie'])),
      'oestre-havneby-boern-unge-familie-2',
    )
    assert.equal(slugFor({ ...sampleAgreement, district: null, focusArea: null, title: '???' }, new Set()), 'aftale')
  })
})
