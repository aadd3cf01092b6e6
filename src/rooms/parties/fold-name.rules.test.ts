import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { clonedDatabase } from '../../platform/database/test-database.ts'
import { runSqlAsOwner } from '../../platform/database/test-sql.ts'
import { foldName, isOneSlipAway, partsKept, soughtWords, wordsMeant } from './fold-name.rules.ts'

describe('a folded name', () => {
  const own = clonedDatabase()

  for (const [name, folded] of [
    ['Østerby', 'oesterby'],
    ['Oesterby', 'oesterby'],
    ['ØSTERBY', 'oesterby'],
    ['Aase Åkjær', 'aase aakjaer'],
    ['A\u030ase', 'aase'],
    ['Børne- og Skoleforvaltningen', 'boerne og skoleforvaltningen'],
    ['André Müller-Strauß', 'andre muller strauss'],
    ['  B.U.F. ', 'b u f'],
    ['Łukasz', 'ukasz'],
    ['', ''],
  ] as const)
    it(`is the same however it is spelled: ${JSON.stringify(name)}`, () => assert.equal(foldName(name), folded))

  it('is the same in the database', async () => {
    const letters = [..."abcxyzABCXYZæøåÆØÅöäéèüßÉÖÄ0189 -.,'\u0301\u030a\u00a0İıŁσ"]
    const names = fc.sample(fc.string({ unit: fc.constantFrom(...letters), maxLength: 24 }), { numRuns: 400, seed: 7 })
    const listed = names.map((name, place) => `(${place}, '${name.replaceAll("'", "''")}')`).join(', ')
    const rows = await runSqlAsOwner<{ folded: string }>(
      own.url,
      `select "${own.database.schema}".fold_name(name) as folded from (values ${listed}) n (place, name) order by place`,
    )
    assert.deepEqual(
      rows.map(({ folded }) => folded),
      names.map(foldName),
    )
  })

  it('is looked for by at most six words, each once', () => {
    assert.deepEqual(soughtWords(' Søren  søren, leder '), ['soeren', 'leder'])
    assert.equal(soughtWords('a b c d e f g h').length, 6)
    assert.deepEqual(soughtWords('% _ !'), [])
  })
})

describe('a misspelt word', () => {
  const known = ['projektkoordinator', 'skovgaard', 'soeren', 'leder', 'lederen', 'ida', 'oestergaard', 'vestergaard']

  for (const [typed, meant] of [
    ['projektkordinator', ['projektkoordinator']],
    ['porjekt', ['projektkoordinator']],
    ['skovgard', ['skovgaard']],
    ['soren', ['soeren']],
    ['ledr', ['leder', 'lederen']],
    ['oestergard', ['oestergaard']],
    ['xyzxyz', []],
    ['ica', []],
  ] as const)
    it(`may mean the known words one slip away, the shortest first: ${typed}`, () =>
      assert.deepEqual(wordsMeant(typed, known), meant))

  it('is one slip away from itself with a letter changed, left out, put in or swapped, and no further', () => {
    const letter = fc.constantFrom(...'abcde')
    const word = fc.string({ unit: letter, minLength: 4, maxLength: 9 })
    fc.assert(
      fc.property(word, fc.nat(), letter, (right, place, other) => {
        const at = place % right.length
        assert.ok(isOneSlipAway(right.slice(0, at) + right.slice(at + 1), right))
        assert.ok(isOneSlipAway(right.slice(0, at) + other + right.slice(at), right))
        assert.ok(isOneSlipAway(right.slice(0, at) + other + right.slice(at + 1), right))
        const swapped = right.slice(0, at) + (right[at + 1] ?? '') + (right[at] ?? '') + right.slice(at + 2)
        assert.ok(isOneSlipAway(swapped, right))
        assert.ok(!isOneSlipAway(`${right}xx`, right))
        assert.ok(!isOneSlipAway(`x${right.slice(1, -1)}x`, right))
      }),
    )
  })

  it('keeps its beginning or its end in whatever it may mean', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 4, maxLength: 8 })
    let meant = 0
    fc.assert(
      fc.property(word, word, (typed, right) => {
        const parts = partsKept(typed)
        if (parts === null || wordsMeant(typed, [right]).length === 0) return
        meant += 1
        assert.ok(right.startsWith(parts.beginning) || right.includes(parts.end), `${typed} ${right}`)
      }),
      { numRuns: 20_000 },
    )
    assert.ok(meant > 100, `${meant}`)
    assert.equal(partsKept('ica'), null)
  })
})
