import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ItemKind } from '../agenda/agenda.ts'
import { newSuggestions, placeOf, type Suggestion, withLines } from './place-suggestions.rules.ts'

const point = (title: string, kind: ItemKind = 'standing', refId: string | null = null) => ({ title, kind, refId })
const suggestion = (kind: Suggestion['kind'], refId: string | null = null): Suggestion => ({
  kind,
  refId,
  words: { da: { title: '', body: '' }, en: { title: '', body: '' } },
  path: '',
})

const closing = [point('Næste møde'), point('Eventuelt')]

describe('what Brobyg puts on an agenda', () => {
  const cases: readonly (readonly [
    says: string,
    items: ReturnType<typeof point>[],
    kind: Suggestion['kind'],
    at: number,
  ])[] = [
    ['comes before what closes the meeting', [point('Siden sidst'), ...closing], 'promise', 1],
    [
      'comes after the standing point it belongs to',
      [point('Ønsker om ændring af aftalen'), point('Forankring'), ...closing],
      'proposal',
      1,
    ],
    [
      'comes after another of its kind',
      [point('F1', 'proposal', 'a'), point('Andet', 'proposed'), ...closing],
      'proposal',
      1,
    ],
    ['comes last where nothing closes the meeting', [point('Vores', 'proposed')], 'collision', 1],
    ['comes first on an empty agenda', [], 'collision', 0],
  ]
  for (const [says, items, kind, at] of cases) it(says, () => assert.equal(placeOf(items, kind), at))

  it('is put there once: one of its kind, or one for each thing', () => {
    const items = [point('Løfter', 'promise'), point('F1', 'proposal', 'a')]
    const wanted = [
      suggestion('promise'),
      suggestion('proposal', 'a'),
      suggestion('proposal', 'b'),
      suggestion('collision'),
    ]
    assert.deepEqual(
      newSuggestions(items, wanted).map(({ kind, refId }) => [kind, refId]),
      [
        ['proposal', 'b'],
        ['collision', null],
      ],
    )
  })

  it('adds the lines a text lacks', () => {
    assert.equal(withLines('Opfølgninger.\na', ['a', 'b']), 'Opfølgninger.\na\nb')
    assert.equal(withLines('', ['a']), 'a')
    assert.equal(withLines('a\nb', ['a', 'b']), 'a\nb')
  })
})
