import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findUnitNames } from './find-unit-names.ts'

const unit = (name: string) => ({ name, about: 'contacts.0.unit', source: null })
const text = (words: string) => ({ text: words, about: 'activities.a1.sections.0.text', source: null })
const names = (one: string, told: string): string[][] =>
  findUnitNames([unit(one)], [text(told)]).map((group) => group.map(({ name }) => name))

describe('units under several names', () => {
  it('asks about a unit whose name goes on differently', () => {
    assert.deepEqual(names('Kystrådgivningen Nord', 'Familier går til Kystrådgivning Havnen om tirsdagen.'), [
      ['Kystrådgivningen Nord', 'Kystrådgivning Havnen'],
    ])
  })

  it('takes a genitive for the same name', () => {
    assert.deepEqual(names('Kystrådgivningen Nord', 'Vi bruger Kystrådgivningen Nords køkken.'), [])
  })

  it('takes two names that share no more than an adjective for two units', () => {
    assert.deepEqual(names('Boligsocial Afdeling', 'Det drøftes på Boligsocialt Udvalg.'), [])
  })
})
