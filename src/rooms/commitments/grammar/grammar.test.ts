import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { formatNotation, parseNotation } from '../notation.ts'
import { grammar } from './grammar.ts'
import { readTerms, readTokens } from './read-terms.ts'
import { meanAgreement, readLabelledPhrases } from './score.ts'
import { tokenise } from './tokens.ts'

const notationOf = (phrase: string): string => formatNotation(readTerms(phrase))

const learned = new URL('../../../../../shared/phrases/learn.tsv', import.meta.url)
const own = new URL('phrases.tsv', import.meta.url)

describe('each rule of the grammar', () => {
  for (const rule of grammar) {
    for (const [phrase, notation] of rule.examples) {
      it(`reads ${rule.name}: "${phrase}"`, () => assert.equal(notationOf(phrase), notation))
    }
  }

  it('has a name of its own', () => {
    assert.equal(new Set(grammar.map((rule) => rule.name)).size, grammar.length)
  })
})

describe('the grammar as a whole', () => {
  it('agrees with our own phrases', () => {
    const phrases = readLabelledPhrases(own)
    assert.ok(phrases.length >= 150)
    for (const kind of ['A', 'B']) {
      const mean = meanAgreement(
        phrases.filter((phrase) => phrase.kind === kind),
        notationOf,
      )
      assert.ok(mean >= 0.9, `kind ${kind}: ${mean.toFixed(3)}`)
    }
  })

  const missing = existsSync(learned) ? false : 'the learned phrases are not here'
  it('agrees with the phrases it was learned from', { skip: missing }, () => {
    const mean = meanAgreement(readLabelledPhrases(learned), notationOf)
    assert.ok(mean >= 0.95, mean.toFixed(3))
  })

  it('says nothing where nothing can be measured', () => {
    for (const phrase of [
      '',
      '   ',
      'Parterne vil styrke samarbejdet om børn og unge',
      'Kommunen stiller lokaler til rådighed',
      'Kurser for unge i alderen 13-17 år',
      'Kontaktperson: tlf. 33 66 11 22',
      'Se side 14-16',
    ]) {
      assert.equal(notationOf(phrase), '', phrase)
    }
  })

  it('never turns "efter behov" into a date or a count', () => {
    const verbs = fc.constantFrom('Der afholdes møder', 'Gruppen kan indkaldes', 'Planen revideres', 'Støtte ydes')
    const need = fc.constantFrom('efter behov', 'ved behov', 'når der er behov for det', 'hvis behovet opstår')
    fc.assert(
      fc.property(verbs, need, (verb, when) => {
        assert.equal(notationOf(`${verb} ${when}.`), 'FREQ=ON_DEMAND')
      }),
    )
  })

  it('reads what stands on both sides of "efter behov" without mixing it in', () => {
    const rules = readTerms('Der holdes to møder om året. Derudover mødes parterne efter behov.')
    assert.deepEqual(
      rules.map((rule) => formatNotation([rule])),
      ['FREQ=YEARLY;COUNT_PER_PERIOD=2', 'FREQ=ON_DEMAND'],
    )
  })
})

describe('the place of a rule in its phrase', () => {
  it('spans the words it was read from', () => {
    const phrase = 'Styregruppen, som kommunen leder, mødes mindst fire gange årligt i rådhuset.'
    const [rule] = readTerms(phrase)
    assert.equal(phrase.slice(rule?.from, rule?.to), 'mindst fire gange årligt')
  })

  it('is within the phrase, and holds its terms, whatever is read', () => {
    const piece = fc.constantFrom(
      'møde',
      'fire',
      'om året',
      'senest',
      '14 dage',
      'før',
      'kl. 9-15',
      'mandag',
      'kr. 5.000,-',
      '1. januar 2013',
      '½',
      'ca.',
      'op til',
      '.',
      ',',
      'hver',
      '–',
      'é',
      '\n',
      '(',
      '7',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const phrase = pieces.join(' ')
        for (const rule of readTerms(phrase)) {
          assert.ok(rule.from >= 0 && rule.from < rule.to && rule.to <= phrase.length)
          for (const term of rule.terms) assert.ok(term.from >= rule.from && term.to <= rule.to)
        }
      }),
    )
  })
})

describe('any text at all', () => {
  it('is read without failing, into notation that can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const notation = notationOf(text)
        assert.equal(formatNotation(parseNotation(notation)), notation)
      }),
    )
  })

  it('takes looks at tokens in proportion to its length', () => {
    const looksPerToken = (piece: string, times: number): number => {
      const tokens = tokenise(piece.repeat(times))
      readTokens(tokens)
      return tokens.looks / tokens.length
    }
    for (const piece of [
      'mindst fire møder om året og ',
      'den ',
      '1. ',
      '2-',
      'hver ',
      'senest ',
      'over ',
      'offentlige og ',
      '.',
      '9999999 ',
      'møde og møde, ',
      'mandag, ',
    ]) {
      const short = looksPerToken(piece, 200)
      const long = looksPerToken(piece, 6400)
      assert.ok(long <= short * 1.1, `"${piece}": ${short.toFixed(0)} looks a token, then ${long.toFixed(0)}`)
    }
  })
})

describe('the two real contracts', () => {
  const contracts = [
    {
      name: 'valby-boern-unge-familie',
      terms: [
        'QUANTITY<=6/YEAR unit=workshops per=area',
        'AMOUNT=5000 DKK per=workshop',
        'QUANTITY=12/WEEK unit=hours',
        'AMOUNT=20000 DKK/YEAR',
        'AMOUNT=518 DKK/MONTH',
        'FREQ=MONTHLY;INTERVAL=3;COUNT_PER_PERIOD>=1',
        'FREQ=YEARLY;COUNT_PER_PERIOD=3;ROTATION=convenor',
        'FREQ=WEEKLY;COUNT_PER_PERIOD=2;QUANTITY=7.5/WEEK unit=hours per=plan;APPROX=true',
        'PAYMENT=QUARTERLY;TIMING=IN_ARREARS',
        'NOTICE=P1M',
        'VALID=../2014',
        'FREQ=YEARLY;SEASON=LATE_SPRING,LATE_AUTUMN',
        'FREQ=YEARLY;BYMONTH=2,9',
      ],
    },
    {
      name: 'valby-uddannelse-beskaeftigelse',
      terms: [
        'AMOUNT=1386235 DKK;VALID=2013/2016',
        'FREQ=HALFYEARLY;COUNT_PER_PERIOD=1',
        'FREQ=WEEKLY;COUNT_PER_PERIOD=1;BYDAY=TU;TIME=09:00-15:00;QUANTITY=2 unit=job consultants',
        'FREQ=AD_HOC',
        'FREQ=WEEKLY;COUNT_PER_PERIOD=3',
        'VALID=2012-07-01/2014-06-30',
      ],
    },
  ]
  for (const { name, terms } of contracts) {
    const path = new URL(`../../../../../shared/contracts/${name}.txt`, import.meta.url)
    const missing = existsSync(path) ? false : 'the contracts are not here'
    it(`give their terms: ${name}`, { skip: missing }, () => {
      const text = readFileSync(path, 'utf8').replaceAll(/<[^>]+>/g, ' . ')
      const read = new Set(text.split('\n').flatMap((line) => readTerms(line).map((rule) => formatNotation([rule]))))
      assert.deepEqual(
        terms.filter((term) => !read.has(term)),
        [],
      )
    })
  }
})
