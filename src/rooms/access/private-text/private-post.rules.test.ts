import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findPersons } from './person-free.rules.ts'

const marked = (text: string): string[] =>
  findPersons(text, { knownNames: [] }).map(({ at, length }) => text.slice(at, at + length))

describe('somebody told by a trade or a post', () => {
  it('is marked where something of their own befalls them', () => {
    assert.deepEqual(marked('Dirigenten har fået en blodprop.'), ['Dirigenten'])
    assert.deepEqual(marked('Klubbens natteravn har fået konstateret kræft.'), ['natteravn'])
    assert.deepEqual(marked('Der er rygter om en lærer, der har skrevet til elever.'), ['lærer'])
    assert.deepEqual(marked('Præsten skal skilles.'), ['Præsten'])
    assert.deepEqual(marked('I aftes blev den lokale tjener overfaldet.'), ['tjener'])
  })

  it('is let be at work', () => {
    for (const text of [
      'Entreprenøren har lovet at rydde op.',
      'Sekretæren sender dagsordenen ud.',
      'Hvordan hjælper vi en lærer, der bliver truet?',
      'Klublederen fortæller om misbrug.',
      'Computeren er stjålet, og kælderen er brændt.',
    ])
      assert.deepEqual(marked(text), [], text)
  })
})
