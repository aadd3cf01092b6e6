import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../../platform/language.ts'
import { generatedRule } from './generated-notation.ts'
import { termInWords } from './term-in-words.ts'

const written = (rules: readonly string[][]): string => rules.map((terms) => terms.join(';')).join(' + ')

describe('the words of a term', () => {
  it('are there for every notation, and carry nothing of its signs', () => {
    fc.assert(
      fc.property(
        fc.array(generatedRule, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...languages),
        (rules, language) => {
          const words = termInWords(written(rules), language)
          assert.ok(words !== null && words.trim() === words && words !== '', written(rules))
          assert.doesNotMatch(words, /[=;]\S|_|undefined|null|NaN| {2}|, ?,/, written(rules))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('change with every term that is taken away', () => {
    fc.assert(
      fc.property(generatedRule, fc.constantFrom(...languages), (terms, language) => {
        const whole = termInWords(terms.join(';'), language)
        for (const term of terms) {
          const without = terms.filter((other) => other !== term).join(';')
          assert.notEqual(termInWords(without, language), whole, `${term} in ${terms.join(';')}`)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('are the words of one or the other where there are alternatives', () => {
    fc.assert(
      fc.property(generatedRule, generatedRule, (first, second) => {
        const [one, other] = [termInWords(first.join(';'), 'da'), termInWords(second.join(';'), 'da')]
        assert.equal(termInWords(`${first.join(';')} | ${second.join(';')}`, 'da'), `${one} eller ${other}`)
      }),
    )
  })

  it('never fail, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          generatedRule.map((terms) => terms.join(';').slice(1)),
        ),
        (text) => {
          for (const language of languages) assert.notEqual(termInWords(text, language), '')
        },
      ),
      { numRuns: 1000 },
    )
  })
})
