import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JournalEvent } from './journal.ts'
import { longestTheme, proposedReferences, readTheme, wordsOfEvent } from './journal.rules.ts'

describe('what the program journalises', () => {
  const said: readonly (readonly [JournalEvent, string])[] = [
    [{ kind: 'source_received' }, 'in source Aftalens tekst modtaget som fil'],
    [{ kind: 'version_in_force', version: 2 }, 'own version Udgave 2 sat i kraft'],
    [
      { kind: 'version_in_force', version: 2, from: Temporal.PlainDate.from('2026-12-01') },
      'own version Udgave 2 sat i kraft fra 1. december 2026',
    ],
    [{ kind: 'version_confirmed', version: 2, organisation: 'Fyret' }, 'in version Fyret tiltrådte udgave 2'],
    [{ kind: 'confirmation_asked', version: 2, parties: 1 }, 'out version 1 part bedt om at tiltræde udgave 2'],
    [{ kind: 'parties_told', version: 2, parties: 3 }, 'out version 3 parter fik besked om udgave 2'],
    [{ kind: 'proposal_received', proposal: 4, organisation: 'Fyret' }, 'in proposal Ændringsforslag 4 fra Fyret'],
    [{ kind: 'proposal_received', proposal: 4, organisation: null }, 'in proposal Ændringsforslag 4 modtaget'],
    [{ kind: 'proposal_withdrawn', proposal: 4 }, 'in proposal Ændringsforslag 4 trukket tilbage'],
    [{ kind: 'proposal_put', proposal: 4 }, 'own proposal Ændringsforslag 4 sat på forummets dagsorden'],
    [{ kind: 'proposal_decided', proposal: 4, isAdopted: true }, 'own proposal Forummet vedtog ændringsforslag 4'],
    [{ kind: 'proposal_decided', proposal: 4, isAdopted: false }, 'own proposal Forummet afviste ændringsforslag 4'],
    [{ kind: 'notice_sent', group: 'Forum', meeting: 3 }, 'out notice Indkaldelse til 3. møde i Forum sendt'],
    [
      { kind: 'notice_moved', group: 'Forum', meeting: 3, on: Temporal.PlainDate.from('2026-12-01') },
      'out notice Besked om ny tid til 3. møde i Forum sendt: 1. december 2026',
    ],
    [{ kind: 'notice_withdrawn', group: 'Forum', meeting: 3 }, 'out notice Aflysning af 3. møde i Forum sendt'],
    [{ kind: 'agenda_sent', group: 'Forum', meeting: 3 }, 'out agenda Dagsorden til 3. møde i Forum sendt'],
  ]
  for (const [event, words] of said)
    it(`says "${words}"`, () => {
      const { direction, thing, theme } = wordsOfEvent(event)
      assert.equal(`${direction} ${thing} ${theme}`, words)
    })

  it('is cut where a name is too long for the journal', () => {
    const { theme } = wordsOfEvent({ kind: 'version_confirmed', version: 1, organisation: 'x'.repeat(400) })
    assert.equal(theme.length, longestTheme)
    assert.ok(theme.endsWith('…'))
  })
})

describe('a theme as typed', () => {
  it('is one line', () => {
    assert.equal(readTheme('  Brev om\n lokaler '), 'Brev om lokaler')
    assert.throws(() => readTheme(' \n '), { code: 'theme_needed' })
    assert.throws(() => readTheme('x'.repeat(longestTheme + 1)), { code: 'theme_too_long' })
  })
})

describe('the numbers read from a document', () => {
  it('are proposed until they are among the agreement’s own', () => {
    const document = { caseNumber: ' 2026-1 ', documentNumber: null }
    assert.deepEqual(proposedReferences(document, []), [{ kind: 'case_number', number: '2026-1' }])
    assert.deepEqual(proposedReferences(document, [{ kind: 'case_number', number: '2026-1' }]), [])
    assert.equal(proposedReferences(document, [{ kind: 'document_number', number: '2026-1' }]).length, 1)
  })
})
