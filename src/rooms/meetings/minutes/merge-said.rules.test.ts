import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { mergeSaid, writtenMeanwhile } from './merge-said.rules.ts'

const cases: readonly (readonly [
  what: string,
  base: string,
  mine: string,
  theirs: string,
  text: string,
  outcome: string,
])[] = [
  ['only one changed', 'A\nB', 'A\nB2', 'A\nB', 'A\nB2', 'merged'],
  ['each changed a line of their own', 'A\nB\nC', 'A1\nB\nC', 'A\nB\nC1', 'A1\nB\nC1', 'merged'],
  ['both wrote the same', 'A', 'A og B', 'A og B', 'A og B', 'merged'],
  [
    'both began on an empty box',
    '',
    'Vi starter i maj.',
    'Skolen er med.',
    'Skolen er med.\nVi starter i maj.',
    'merged',
  ],
  ['both wrote on after a line', 'A', 'A og B', 'A og C', 'A og C og B', 'merged'],
  [
    'words apart in one line',
    'Vi mødes den 3. maj på skolen',
    'Vi mødes den 4. maj på skolen',
    'Vi mødes den 3. maj på biblioteket',
    'Vi mødes den 4. maj på biblioteket',
    'merged',
  ],
  [
    'the same words in one line',
    'Vi mødes den 3. maj',
    'Vi mødes den 4. maj',
    'Vi mødes den 5. maj',
    `Vi mødes den 5. maj\n${writtenMeanwhile} Vi mødes den 4. maj`,
    'both',
  ],
  ['one took out what the other changed', 'A\nB', 'A\n', 'A\nB2', 'A\nB2', 'both'],
]

describe('two who write under one point at the same time', () => {
  for (const [what, base, mine, theirs, text, outcome] of cases)
    it(`lose nothing: ${what}`, () => assert.deepEqual(mergeSaid(base, mine, theirs), { text, outcome }))

  const line = fc
    .array(fc.constantFrom('og', 'maj', 'skolen', 'vi', 'ikke'), { minLength: 1, maxLength: 4 })
    .map((some) => some.join(' '))
  const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'))
  it('keep every line either of them added to a text the other left alone at its end', () => {
    fc.assert(
      fc.property(text, line, line, (base, mine, theirs) => {
        const merged = mergeSaid(base, `først ${mine}\n${base}`, `${base}\nsidst ${theirs}`)
        assert.ok(merged.text.includes(`først ${mine}`) && merged.text.includes(`sidst ${theirs}`), merged.text)
      }),
    )
  })

  it('lose no word either of them wrote anew', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const [m, t] = [`${mine} nytMit`, `${theirs} nytDit`]
        const merged = mergeSaid(base, m, t).text
        assert.ok(merged.includes('nytMit') && merged.includes('nytDit'), merged)
      }),
    )
  })

  it('are both heard where the texts are too long to compare word by word', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, at) => `${word}${at}\n`).join('')
    const { text: merged, outcome } = mergeSaid(long('a'), long('b'), long('c'))
    assert.equal(outcome, 'both')
    assert.ok(merged.includes('b3999') && merged.includes('c0'))
  })
})
