import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findQuestion, findParts } from './find-parts.ts'
import { findUnitNames } from './find-unit-names.ts'
import { findMisspelt, findVariants } from './find-variants.ts'
import { bestLikeness, editDistance, foldText } from './match-words.ts'
import { sevenQuestions } from './templates.ts'

const kindOf = (heading: string): string | undefined => findQuestion(heading, sevenQuestions)?.question.kind

describe('matching headings tolerantly', () => {
  it('finds the question behind other spelling, order, case and length', () => {
    assert.equal(kindOf('HVILKE EVENTUELLE LOKALITETER BENYTTES TIL INDSATSEN?'), 'venues')
    assert.equal(kindOf('Lokaler og andre fysiske rammer'), 'venues')
    assert.equal(kindOf('Rollefordeling og ansvar'), 'responsibilities')
    assert.equal(kindOf('Hvordan understoetter aktiviteten indsatsomraadets overordnede maal?'), 'purpose')
    assert.equal(kindOf('Hvordan skal aktivitet, samarbejde og metodeudvikling forankres?'), 'anchoring')
    assert.equal(kindOf('4. Økonomi:'), 'economy')
    assert.equal(kindOf('Revison af aftalen'), 'revision')
    assert.equal(kindOf('Medarbejderfunktioner og kontaktpersoner'), 'posts')
  })

  it('finds no question in a title', () => {
    for (const title of [
      'Fremskudt rådgivning',
      'Bro til motion',
      'Klubberne og gaden',
      'Økonomi- og gældsrådgivning for unge familier',
    ]) {
      assert.equal(kindOf(title), undefined, title)
    }
  })

  it('tells the parts of the form apart by their first word', () => {
    const heading = (text: string) =>
      findParts(
        [{ kind: 'heading', level: 2, text, emphasis: null, place: { line: 1, toLine: 1, page: null } }],
        sevenQuestions,
      )[0]?.part
    assert.equal(heading('Aktiviteter/Netværk under indsatsområdet - Kultur'), 'activities')
    assert.equal(heading('Øvrige aktiviteter under indsatsområdet – Kultur'), 'otherActivities')
    assert.equal(heading('Øvrige parter, der er involveret i indsatsområdet'), 'otherParties')
    assert.equal(
      heading('Aktiviteter som kommune og boligorganisationer samarbejder om under indsatsområdet?'),
      'sharedActivities',
    )
  })

  it('folds Danish letters, however they are typed', () => {
    assert.equal(foldText('Indsatsområdet'), foldText('INDSATSOMRAADET'))
    assert.equal(foldText('økonomi'), foldText('oekonomi'))
  })

  it('measures a distance that is even, and none to itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        assert.equal(editDistance(a, a, 3), 0)
        assert.equal(Math.min(editDistance(a, b, 3), 4), Math.min(editDistance(b, a, 3), 4))
        assert.ok(bestLikeness([a], b) >= 0 && bestLikeness([a], b) <= 1)
      }),
    )
  })
})

describe('finding one thing under several names', () => {
  const groups = (...names: string[]): string[][] =>
    findVariants(names.map((name) => ({ name, about: '', source: null }))).map((group) => group.map((one) => one.name))

  it('groups departments, plans and organisations written differently', () => {
    assert.deepEqual(groups('Børne- og Ungdomsforvaltningen', 'Socialforvaltningen', 'Børn og Ungeforvaltningen'), [
      ['Børne- og Ungdomsforvaltningen', 'Børn og Ungeforvaltningen'],
    ])
    assert.deepEqual(groups('Kyst-samarbejdet', 'Kyst Samarbejdet'), [['Kyst-samarbejdet', 'Kyst Samarbejdet']])
    assert.deepEqual(groups('Sundlyst', 'Sundlyst Havneby'), [['Sundlyst', 'Sundlyst Havneby']])
  })

  it('keeps apart what differs in more than writing', () => {
    assert.deepEqual(groups('Klub Nord', 'Klub Syd', 'Fyret', 'Fyret og Sundlyst', 'Bølgen', 'bølgen'), [])
  })

  it('finds the odd spelling of a name that is usual elsewhere, and no mere endings', () => {
    const texts = [
      'Vi mødes i Tangparken.',
      'Alle i Tangparken ved det.',
      'Kurset holdes i Tangpaken.',
      'Nu i Tangparkens gård.',
    ]
    assert.deepEqual(findMisspelt(texts), [{ odd: 'Tangpaken', usual: 'Tangparken' }])
  })

  it('finds a unit under the names that contacts and texts give it, and no mere reference', () => {
    const at = { about: '', source: null }
    const units = ['Kystrådgivningscenter Nord', 'Team Syd'].map((name) => ({ name, ...at }))
    const texts = [
      'Kystrådgivningscentret hjælper.',
      'Kystrådgivningscenteret Vest/Øst (KVØ) og Kystrådgivningcenter Nord åbner. Team Øst.',
    ]
    assert.deepEqual(
      findUnitNames(
        units,
        texts.map((text) => ({ text, ...at })),
      ).map((names) => names.map((one) => one.name)),
      [['Kystrådgivningscenter Nord', 'Kystrådgivningscenteret Vest/Øst (KVØ)', 'Kystrådgivningcenter Nord']],
    )
  })
})
