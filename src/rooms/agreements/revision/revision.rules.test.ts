import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { carryClauses, likeness, type StandingClause } from './carry-clauses.rules.ts'
import { mergedText, mergeTexts } from './merge-texts.rules.ts'
import { diffWords, matchesOf } from './word-diff.rules.ts'

const words = fc.array(fc.constantFrom('møder', 'tre', 'fire', 'årligt', ' ', 'på', 'skift', ',', '.', 'kr', '5'), {
  maxLength: 24,
})
const text = words.map((some) => some.join(''))

/** The longest common row of words by the plain table, to hold the quick way against. */
const longestRow = (one: readonly string[], other: readonly string[]): number => {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const word of one) {
    const next = [0]
    for (const [at, known] of other.entries())
      next.push(word === known ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

describe('the words changed between two texts', () => {
  it('give both texts back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = diffWords(before, after)
        const without = (kind: string) => stretches.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('')
        assert.deepEqual([without('added'), without('removed')], [before, after])
      }),
    )
  })

  it('are as few as can be', () => {
    fc.assert(fc.property(words, words, (one, other) => matchesOf(one, other).length === longestRow(one, other)))
  })

  it('are told as a person would', () => {
    assert.deepEqual(diffWords('Der holdes tre møder årligt.', 'Der holdes fire møder årligt, på skift.'), [
      { kind: 'same', text: 'Der holdes ' },
      { kind: 'removed', text: 'tre' },
      { kind: 'added', text: 'fire' },
      { kind: 'same', text: ' møder årligt' },
      { kind: 'added', text: ', på skift' },
      { kind: 'same', text: '.' },
    ])
  })
})

describe('two changes to one text', () => {
  it('are put together where they touch different words', () => {
    const merged = mergeTexts(
      'Tre møder årligt i Bådhuset.',
      'Fire møder årligt i Bådhuset.',
      'Tre møder årligt i Værftet.',
    )
    assert.equal(mergedText(merged), 'Fire møder årligt i Værftet.')
  })

  it('stand side by side where they touch the same words differently', () => {
    const merged = mergeTexts('Tre møder årligt.', 'Fire møder årligt.', 'To møder årligt.')
    assert.equal(mergedText(merged), null)
    assert.deepEqual(merged[0], { kind: 'conflict', base: 'Tre', mine: 'Fire', theirs: 'To' })
  })

  it('lose nobody’s words, and need nobody where one side changed nothing', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        assert.equal(mergedText(mergeTexts(base, mine, base)), mine)
        assert.equal(mergedText(mergeTexts(base, base, theirs)), theirs)
        assert.equal(mergedText(mergeTexts(base, mine, mine)), mine)
        const side = (take: 'mine' | 'theirs') =>
          mergeTexts(base, mine, theirs)
            .map((piece) => (piece.kind === 'agreed' ? piece.text : piece[take]))
            .join('')
        for (const [own, told] of [
          [mine, side('mine')],
          [theirs, side('theirs')],
        ] as const)
          for (const { kind, text: added } of diffWords(base, own))
            if (kind === 'added') assert.ok(told.includes(added))
      }),
    )
  })
})

describe('clauses from version to version', () => {
  const clause = (clauseId: string, said: string, position: number, activityId = 'a1'): StandingClause => ({
    clauseId,
    activityId,
    section: 0,
    position,
    text: said,
  })
  let made = 0
  const newId = () => `new${(made += 1)}`

  it('keep who they are when moved, changed a little, or joined by others', () => {
    const before = [
      clause('k1', 'Klubberne holder tre møder om året.', 0),
      clause('k2', 'Helhedsplanen betaler lokalet.', 1),
      clause('k3', 'Parterne taler sammen efter behov.', 2),
    ]
    const after = [
      { ...clause('', 'Helhedsplanen betaler lokalet.', 0) },
      { ...clause('', 'Klubberne holder fire møder om året.', 1) },
      { ...clause('', 'Roklubben låner en båd ud.', 2) },
    ].map(({ activityId, section, position, text: said }) => ({ activityId, section, position, text: said }))
    assert.deepEqual(
      carryClauses(before, after, newId).map(({ clauseId }) => clauseId.replace(/\d/, '')),
      ['k', 'k', 'new'],
    )
    assert.deepEqual(
      carryClauses(before, after, newId)
        .slice(0, 2)
        .map(({ clauseId }) => clauseId),
      ['k2', 'k1'],
    )
  })

  it('never share an identity, and an unchanged version keeps every one', () => {
    const clauses = fc.array(fc.record({ said: text, activity: fc.constantFrom('a1', 'a2') }), { maxLength: 8 })
    fc.assert(
      fc.property(clauses, clauses, (old, young) => {
        const before = old.map(({ said, activity }, at) => clause(`k${at}`, said, at, activity))
        const after = young.map(({ said, activity }, at) => clause('', said, at, activity))
        const ids = carryClauses(before, after, newId).map(({ clauseId }) => clauseId)
        assert.equal(new Set(ids).size, ids.length)
        assert.deepEqual(carryClauses(before, before, newId), before)
      }),
    )
  })

  it('are alike by the letters they share', () => {
    assert.equal(likeness('tre møder', 'tre møder'), 1)
    assert.ok(likeness('tre møder om året', 'fire møder om året') > 0.5)
    assert.ok(likeness('tre møder om året', 'roklubben låner en båd') < 0.3)
  })
})
