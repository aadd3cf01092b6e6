import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SectionKind } from '../../agreements/index.ts'
import { activity, agreement, first, place, read, section, twoPlans } from './havneby-agreement.ts'
import { readCommitments } from './read-commitments.ts'

describe('who owes', () => {
  for (const [text, owedBy] of [
    ['Helhedsplanen betaler for maden.', ['helhedsplanen Bølgen']],
    ['Helhedsplanens ungemedarbejder deltager i møderne.', ['Ungemedarbejder i Bølgen']],
    [
      'Bølgens ungemedarbejder og projektkoordinator deltager i møderne.',
      ['Ungemedarbejder i Bølgen', 'Projektkoordinator i Bølgen'],
    ],
    ['Koordinatoren indkalder til møderne.', ['Projektkoordinator i Bølgen']],
    ['Pædagogisk leder, Nadia Rahimi indsamler erfaringer.', ['Pædagogisk leder']],
    ['BSF faciliterer møderne.', ['Børne- og Skoleforvaltningen (BSF)']],
    ['QXF faciliterer møderne.', ['QXF']],
    ['Endvidere henviser klubben unge til værkstedet.', ['klubben']],
    ['Pt. er det helhedsplanen, der indkalder.', ['helhedsplanen Bølgen']],
    ['Det er helhedsplanens opgave at finde lokaler.', ['helhedsplanen Bølgen']],
    ['Helhedsplanens ansvar er at skabe kontakt.', ['helhedsplanen Bølgen']],
    ['Klubben er forpligtet til at deltage i møderne.', ['Klubben']],
    ['Bølgens lokaler benyttes hver onsdag.', ['helhedsplanen Bølgen']],
    ['Det påhviler klubben at indhente børneattester.', ['klubben']],
    ['Ansvaret for maden ligger hos Bølgen.', ['helhedsplanen Bølgen']],
    ['Tovholderrollen går på skift mellem klubben og Bølgen.', ['klubben', 'helhedsplanen Bølgen']],
    ['Klubberne skiftes til at være vært for møderne.', ['Klubberne']],
    ['Projektkoordinatoren er tovholder på aktiviteten.', ['Projektkoordinator i Bølgen']],
    ['Dagsorden udsendes af tovholder.', ['tovholder']],
    ['Værkstedet drives af Fritidsklubben Molen.', ['Fritidsklubben Molen']],
    ['Der holdes møder mellem klubberne og Bølgen.', ['klubberne', 'helhedsplanen Bølgen']],
    ['Mødrene vælger selv en bestyrelse.', ['Mødrene']],
    ['Ungemedarbejderen i Bølgen indkalder til et møde hver uge.', ['Ungemedarbejderen i Bølgen']],
    ['Den Lange Kaj sender en oversigt til klubberne.', ['Den Lange Kaj']],
    ['De unge maler huset hvert forår.', ['De unge']],
    ['Værkstedet passes af pigerne selv.', ['pigerne']],
    ['Den, der indkalder, laver dagsorden.', ['den, der indkalder']],
    ['Kaffe og kage leveres en time før mødet af den, der er vært.', ['den, der er vært']],
    ['Mødeledelsen går på skift mellem klubberne.', ['klubberne']],
    ['Klubbens leder sender en oversigt til Bølgen.', ['Klubbens leder']],
    ['Pigeholdet mødes tirsdage kl. 17.', ['Pigeholdet']],
    ['Klubberne, der ligger ved havnen, samt skolerne inviterer til fest.', ['Klubberne']],
  ] as [string, string[]][])
    it(`finds ${owedBy.join(' and ')} in "${text}"`, () =>
      assert.deepEqual(first('responsibilities', text).owedBy, owedBy))

  it('takes each plan for "the plans"', () => {
    assert.deepEqual(first('responsibilities', 'Helhedsplanerne rekrutterer børn.', twoPlans).owedBy, [
      'helhedsplanen Bølgen',
      'helhedsplanen Kajkanten',
    ])
  })

  it('keeps "the plan" as written where the activity has two', () => {
    assert.deepEqual(first('responsibilities', 'Helhedsplanen rekrutterer børn.', twoPlans).owedBy, ['Helhedsplanen'])
  })

  it('takes the owner from the lead-in, then from the heading', () => {
    assert.deepEqual(first('responsibilities', 'Værftet står for:\n• Indkøb af maling', twoPlans).owedBy, ['Værftet'])
    const items = read('responsibilities', 'BSF\n• Deltager i festen hvert år\nHelhedsplan\n• Skaffer mad til festen')
    assert.deepEqual(
      items.map(({ owedBy }) => owedBy),
      [['Børne- og Skoleforvaltningen (BSF)'], ['helhedsplanen Bølgen']],
    )
  })

  it('takes the owner from a label before a colon, or from "X’s opgaver" above', () => {
    const labelled = read(
      'responsibilities',
      'Opgaverne er som følger:\n• Bølgen: mad og lokaler\n• Klubben: bolde og net',
    )
    assert.deepEqual(
      labelled.map(({ owedBy }) => owedBy),
      [['helhedsplanen Bølgen'], ['Klubben']],
    )
    assert.deepEqual(first('responsibilities', 'Klubbens opgaver\n• Rekruttere deltagere').owedBy, ['Klubben'])
  })

  it('takes no one who is only given the use of a place', () => {
    const { owedBy, owedTo } = first('venues', 'Biblioteket har en sal. Lokalerne kan lånes gratis af foreningerne.')
    assert.deepEqual([owedBy, owedTo], [['Biblioteket'], ['foreningerne']])
  })

  it('takes who calls the meetings for meetings that name nobody', () => {
    const [meeting] = read(
      'responsibilities',
      'Der afholdes fire årlige møder. Ungemedarbejderen indkalder til møderne.',
    )
    assert.deepEqual(meeting?.owedBy, ['Ungemedarbejder i Bølgen'])
  })

  it('takes the one who lends for the one who is lent', () => {
    assert.deepEqual(first('responsibilities', 'En medarbejder fra Fritidsklubben Molen udlånes til klubben.').owedBy, [
      'Fritidsklubben Molen',
    ])
  })

  it('takes all parties where nobody is named, and asks only where it is worth it', () => {
    const document = readCommitments(
      agreement([
        activity(
          [
            section('responsibilities', 'Der skal arbejdes på en kalender.'),
            section('economy', 'Prisen er aftalt til 5.000 kr.'),
          ],
          twoPlans,
        ),
      ]),
    )
    const everyone = ['helhedsplanen Bølgen', 'helhedsplanen Kajkanten', 'Kultur- og Idrætsforvaltningen']
    assert.deepEqual(
      document.activities[0]?.commitments.map(({ owedBy }) => owedBy),
      [everyone, everyone],
    )
    assert.deepEqual(document.questions, [
      {
        about: 'activities.a1.commitments.a1/k2.owedBy',
        text: 'Hvem betaler? »Prisen er aftalt til 5.000 kr.«',
        source: place,
      },
    ])
  })
})

describe('to whom', () => {
  for (const [kind, text, owedTo] of [
    ['economy', 'Bølgen betaler Familiehuset Sundstrand kvartalsvis bagud.', ['Familiehuset Sundstrand']],
    ['economy', 'Bølgen betaler 9.000 kr. til Børne- og Skoleforvaltningen.', ['Børne- og Skoleforvaltningen']],
    ['responsibilities', 'Klubben orienterer helhedsplanen om nye hold.', ['helhedsplanen Bølgen']],
    ['responsibilities', 'Ungemedarbejderen skal orienteres om nye hold.', ['Ungemedarbejder i Bølgen']],
    ['responsibilities', 'Der er åben rådgivning for områdets beboere hver uge.', ['områdets beboere']],
    ['responsibilities', 'Bølgen indkalder klubben til et årligt møde.', ['klubben']],
  ] as [SectionKind, string, string[]][])
    it(`finds ${owedTo.join(' and ')} in "${text}"`, () => assert.deepEqual(first(kind, text).owedTo, owedTo))
})
