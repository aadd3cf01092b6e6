import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { splitClauses } from './clauses.ts'

const textsOf = (section: string): string[] => splitClauses(section).map(({ text }) => text)

describe('splitting a section into clauses', () => {
  it('ends a sentence at its full stop', () => {
    assert.deepEqual(textsOf('Klubben holder åbent. Planen inviterer! Kommer alle?'), [
      'Klubben holder åbent.',
      'Planen inviterer!',
      'Kommer alle?',
    ])
  })

  for (const sentence of [
    'Klubben tilbyder bl.a. Kajakpolo og fodbold.',
    'Det koster ca. 500 kr. om året, inkl. Udstyr.',
    'Lederen, pt. Karla Krage, og P. T. Lund står for mødet.',
    'Rådgivningen er åben kl. 9.00-15.30 fra den 1. januar 2026.',
    'Lederen arbejder 9 t/ugen indtil den 3. Maj.',
    'Lokalet ligger på Th. Storms Vej 4, 1. sal.',
    'Mødet holdes mhp. Planlægning, evt. Sammen med f.eks. Klubben, fx. Til påske.',
    'Udgiften er 2. mio. kr., hvoraf planen dækker 40 pct. (15/37) svarende til 800.000 kr.',
    'Projektet ligger ved Gl. Havn ift. Naboerne mv.',
    'De mødes p.t. Tirsdag, hhv. Onsdag.',
  ])
    it(`keeps "${sentence}" whole`, () => assert.deepEqual(textsOf(sentence), [sentence]))

  it('ends a sentence after an abbreviation that a new sentence follows', () => {
    assert.deepEqual(textsOf('Der er spil, mad mv. Klubben betaler 500 kr. Planen betaler resten.'), [
      'Der er spil, mad mv.',
      'Klubben betaler 500 kr.',
      'Planen betaler resten.',
    ])
  })

  it('tells a year and a short word at the end of a sentence from an ordinal and an initial', () => {
    assert.deepEqual(textsOf('Det begyndte i 2024. Alle deltager i. Ingen er udenfor.'), [
      'Det begyndte i 2024.',
      'Alle deltager i.',
      'Ingen er udenfor.',
    ])
  })

  it('ends a sentence where the blank after the full stop was lost, but not inside an address', () => {
    assert.deepEqual(textsOf('De mødes hver uge.Planen indkalder. Se www.havneby.Example/klub.'), [
      'De mødes hver uge.',
      'Planen indkalder.',
      'Se www.havneby.Example/klub.',
    ])
  })

  it('joins a line in lower case to the unfinished line above it', () => {
    assert.deepEqual(textsOf('Klubben samler hvert år\nerfaringer op.\n• sørge for bolde og\nnet'), [
      'Klubben samler hvert år\nerfaringer op.',
      'sørge for bolde og\nnet',
    ])
  })
})

describe('lists in a section', () => {
  const section = [
    'Klubben har ansvaret for at',
    '• holde træning hver tirsdag',
    '• skaffe bolde. De opbevares i hallen.',
    'Planerne står for:',
    '• Kontakt til familierne',
    '  • også dem på Kajen',
    'Koordinering',
    'Alle mødes efter behov.',
  ].join('\n')

  it('takes the words above the bullets as their lead-in', () => {
    assert.deepEqual(
      splitClauses(section).map(({ kind, text, leadIn }) => [kind, text, leadIn]),
      [
        ['lead_in', 'Klubben har ansvaret for at', null],
        ['item', 'holde træning hver tirsdag', 'Klubben har ansvaret for at'],
        ['item', 'skaffe bolde.', 'Klubben har ansvaret for at'],
        ['sentence', 'De opbevares i hallen.', 'Klubben har ansvaret for at'],
        ['lead_in', 'Planerne står for:', null],
        ['lead_in', 'Kontakt til familierne', 'Planerne står for:'],
        ['item', 'også dem på Kajen', 'Kontakt til familierne'],
        ['sentence', 'Alle mødes efter behov.', null],
      ],
    )
  })

  it('takes a short line that stands alone as the heading of what follows', () => {
    assert.equal(splitClauses(section).at(-1)?.heading, 'Koordinering')
    assert.deepEqual(
      splitClauses('BKF\n• Klubben deltager.\nHelhedsplanen:\n• Planen inviterer.').map(
        ({ heading, leadIn }) => heading ?? leadIn,
      ),
      ['BKF', 'Helhedsplanen'],
    )
  })

  it('finds a heading whose line break was lost', () => {
    const [clause] = splitClauses('Koordinering Der holdes møder hver måned.')
    assert.deepEqual([clause?.heading, clause?.text], ['Koordinering', 'Der holdes møder hver måned.'])
  })

  it('takes the paragraphs after a colon as items while they are no sentences', () => {
    const clauses = splitClauses(
      'Planerne betaler:\nBrisen, 2025-2028 i alt ca. 90.000 kr.\nLæ, 80.000 kr.\nDer betales bagud.',
    )
    assert.deepEqual(
      clauses.map(({ kind }) => kind),
      ['lead_in', 'item', 'item', 'sentence'],
    )
  })

  it('takes no bullet into the list of a paragraph that closed before it', () => {
    const clauses = splitClauses('Planen står for:\n• mad\nKlubben er åben.\n• Der er altid te.')
    assert.equal(clauses.at(-1)?.leadIn, null)
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    'Klubben',
    ' ',
    '. ',
    '\n',
    '• ',
    '  • ',
    'bl.a.',
    ':',
    'har ansvaret for at',
    '1. ',
    'kr.',
    ')',
    '"',
    '…',
    'å',
    '-',
    '(',
    'K. ',
    '5.000',
  )
  const section = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  )

  it('gives clauses that stand where they say, in order, with something in them', () => {
    fc.assert(
      fc.property(section, (text) => {
        let last = 0
        for (const clause of splitClauses(text)) {
          assert.equal(text.slice(clause.from, clause.to), clause.text)
          assert.ok(clause.from >= last && clause.text.trim() === clause.text && clause.text !== '')
          last = clause.to
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is read to its end at great length, whatever it is made of', { timeout: 20_000 }, () => {
    const long = new Map([
      ['a. ', 1],
      ['. ', 100_000],
      ['.', 1],
      ['• a\n', 100_000],
      ['a:\n', 100_000],
      ['(', 1],
      [') ', 1],
      ['Han er bl.a. her. ', 100_000],
      ['X står for:\n• a\n', 200_000],
      ['\n', 0],
      ['a\n', 1],
      ['A\n', 1],
    ])
    for (const [unit, count] of long)
      assert.equal(splitClauses(unit.repeat(100_000)).length, count, JSON.stringify(unit))
  })
})
