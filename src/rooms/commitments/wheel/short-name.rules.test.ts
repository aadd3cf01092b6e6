import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CommitmentKind } from '../../agreements/index.ts'
import { shortName, shortTitle } from './short-name.rules.ts'

describe('the short name of a promise', () => {
  const cases: readonly (readonly [text: string, kind: CommitmentKind, name: string])[] = [
    ['holder to uddannelsesaftener om året, i januar og september', 'session', 'Uddannelsesaftener'],
    ['Klubberne holder tre koordineringsmøder om året', 'meeting', 'Koordineringsmøder'],
    ['arrangerer en jobmesse på kajen', 'session', 'Jobmesse'],
    ['Medarbejderne evaluerer rådgivningen én gang i kvartalet', 'planning', 'Evaluering'],
    ['mødes hver tirsdag eftermiddag', 'meeting', 'Ordet'],
    ['betaler til værkstedets undervisning', 'payment', 'Ordet'],
    ['', 'task', 'Ordet'],
  ]
  for (const [text, kind, name] of cases)
    it(`is ${name} for "${text}"`, () => assert.equal(shortName(text, kind, 'ordet'), name))

  it('leaves out what explains an activity', () => {
    assert.equal(shortTitle('Bro til sundhed (alle områder)'), 'Bro til sundhed')
    assert.equal(shortTitle('På besøg – værksteder i gårdene'), 'På besøg')
    assert.equal(shortTitle('Fritidsjob'), 'Fritidsjob')
  })
})
