import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testTrail } from './test-trail.ts'
import { tellEntry } from './trail-words.ts'

const person = '01890000-0000-7000-8000-000000000001'
const unit = '01890000-0000-7000-8000-0000000000ab'
const names = { people: new Map([[person, 'Ida Holt']]), posts: new Map() }

const told = (facts: object, language: 'da' | 'en') => {
  const entry = testTrail(1).lanes[0]?.[0]
  assert.ok(entry)
  return tellEntry({ ...entry, facts: JSON.stringify(facts) }, names, language).facts
}

describe('the facts of an entry', () => {
  it('tell days and moments as they are written, people by name, and other ids by their end', () => {
    assert.match(told({ from: '2026-12-01' }, 'da'), /: 1\. december 2026$/)
    assert.match(told({ from: '2026-12-01' }, 'en'), /: 1 December 2026$/)
    assert.match(told({ from: '2026-11-21T12:00:00Z' }, 'da'), /: 21\. november 2026 kl\. 13\.00$/)
    assert.match(told({ parent: person }, 'da'), /: Ida Holt$/)
    assert.match(told({ parent: unit }, 'da'), /: nr\. …000000ab$/)
    assert.match(told({ activity: 'a3.1' }, 'da'), /: a3\.1$/)
  })
})
