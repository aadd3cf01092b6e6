import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SectionKind } from '../../agreements/index.ts'
import { read } from './havneby-agreement.ts'

describe('what promises nothing', () => {
  for (const [kind, text] of [
    ['purpose', 'Målet er, at flere børn hver uge går til sport.'],
    ['purpose', 'Det forventes, at området bliver tryggere hvert år.'],
    ['purpose', 'Samarbejdet skal sikre en koordineret indsats for de unge.'],
    ['purpose', 'Helhedsplanen arbejder tæt sammen med klubberne.'],
    ['purpose', 'Klubben er en del af kommunens drift.'],
    ['purpose', 'Målene med samarbejdet er:\n• At klubberne mødes hver måned\n• At planen henviser unge'],
    ['responsibilities', 'Møderne skal styrke netværket i bydelen.'],
    ['responsibilities', 'Følgegruppen består af:\n• Klubben\n• Bølgen'],
    ['responsibilities', 'Konkrete aktiviteter kunne være:\n• Fælles ture\n• Temaaftener'],
    ['responsibilities', 'Se mere om klubben på side 12.'],
    ['responsibilities', 'Koordinering\nDette kan foregå sammen med andre.'],
    ['responsibilities', 'Skolen skal ikke deltage i møderne.'],
    ['anchoring', 'Gennem arbejdet forankres viden om klubbens tilbud hos udsatte beboere.'],
    ['anchoring', 'Indsatsen sker med forbehold for, at midlerne forlænges.'],
    ['anchoring', 'Et fast hold kan være en mulighed, hvis der findes penge.'],
    ['anchoring', 'Hvis det går godt, vil der blive arbejdet for at gøre holdet fast.'],
    ['venues', 'Holdene træner i skolens hal og i boldburet.'],
    ['posts', 'Projektkoordinatoren mødes hver uge med klubben.'],
    ['revision', 'Boligsocialt Forum i Havneby'],
    ['economy', 'Et kontingent koster 485 kr. om måneden.'],
  ] as [SectionKind, string][])
    it(`finds no promise in "${text.replaceAll('\n', ' / ')}"`, () => assert.deepEqual(read(kind, text), []))
})

describe('what promises', () => {
  for (const [kind, text, promised, notation] of [
    [
      'responsibilities',
      'Bølgen og klubberne holder tre møder om året, og parterne skiftes til at indkalde.',
      'meeting',
      'FREQ=YEARLY;COUNT_PER_PERIOD=3;ROTATION=convenor',
    ],
    [
      'responsibilities',
      'Ungemedarbejderen deltager i møder med klubben minimum hver tredje måned.',
      'meeting',
      'FREQ=MONTHLY;INTERVAL=3;COUNT_PER_PERIOD>=1',
    ],
    ['responsibilities', 'Der afholdes møder efter behov.', 'meeting', 'FREQ=ON_DEMAND'],
    ['responsibilities', 'Løbende sparringsmøder mellem klubben og Bølgen.', 'meeting', 'FREQ=CONTINUOUS'],
    [
      'responsibilities',
      'Der er åben rådgivning hver torsdag kl. 10-14.',
      'session',
      'FREQ=WEEKLY;BYDAY=TH;TIME=10:00-14:00',
    ],
    [
      'responsibilities',
      'En sundhedsplejerske er til stede i huset to dage om ugen.',
      'presence',
      'FREQ=WEEKLY;COUNT_PER_PERIOD=2',
    ],
    [
      'responsibilities',
      'Koordinatoren ansættes 15 timer om ugen fra den 1. februar 2025.',
      'staffing',
      'QUANTITY=15/WEEK unit=hours;VALID=2025-02-01/..',
    ],
    ['responsibilities', 'Klubben orienterer Bølgen om nye hold.', 'inform', ''],
    ['responsibilities', 'Parterne planlægger sæsonen sammen.', 'planning', ''],
    ['purpose', 'Klubben vil henvise unge til værkstedet.', 'task', ''],
    [
      'purpose',
      'Arbejdet foregår ved, at en medarbejder fra Fritidsklubben Molen udlånes til Bådhuset en gang om ugen.',
      'staffing',
      'FREQ=WEEKLY;COUNT_PER_PERIOD=1',
    ],
    [
      'purpose',
      'Alle parter, der har børn som arbejde, mødes én gang årligt.',
      'meeting',
      'FREQ=YEARLY;COUNT_PER_PERIOD=1',
    ],
    ['purpose', 'I særlige tilfælde kan helhedsplanen finansiere en plads.', 'availability', ''],
    ['economy', 'Turen må højst koste 90 kr. pr. deltager.', 'payment', 'AMOUNT<=90 DKK per=participant'],
    ['responsibilities', 'Værkstedet holder lukket i skolernes ferie.', 'session', ''],
    [
      'responsibilities',
      'Koordinatoren kan kontaktes på alle hverdage.',
      'availability',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    ],
    ['responsibilities', 'Afbud meldes hurtigst muligt.', 'inform', 'DEADLINE=ASAP'],
    ['responsibilities', 'Klubben rekrutterer 8 mentorer.', 'staffing', 'QUANTITY=8 unit=mentors'],
    ['responsibilities', 'Koordinatoren og klubben taler sammen hver tredje uge.', 'meeting', 'FREQ=WEEKLY;INTERVAL=3'],
    ['responsibilities', 'Klubben udlåner kajakker efter behov.', 'availability', 'FREQ=ON_DEMAND'],
    ['responsibilities', 'Klubben tilbyder kurser i mødeledelse.', 'session', ''],
    ['responsibilities', 'Pigerne på 10-12 år spiller hver onsdag.', 'session', 'FREQ=WEEKLY;BYDAY=WE'],
    ['economy', 'Bølgen betaler 18.000 kr. om året.', 'payment', 'AMOUNT=18000 DKK/YEAR'],
    ['economy', 'Ophør varsles med en måned.', 'notice', 'NOTICE=P1M'],
    ['venues', 'Klubben stiller lokaler til rådighed for kurser.', 'availability', ''],
    ['venues', 'Åben lektiehjælp foregår i biblioteket en gang om ugen.', 'session', 'FREQ=WEEKLY;COUNT_PER_PERIOD=1'],
    ['anchoring', 'Klubben opsamler løbende erfaringer med holdet.', 'task', 'FREQ=CONTINUOUS'],
    ['revision', 'Ønsker en part aftalen ændret, forelægges det for Boligsocialt Forum.', 'inform', ''],
    ['anchoring', 'Kompetencerne forankres hos de frivillige.', 'task', ''],
    ['revision', 'Aftalen kan opsiges af parterne.', 'notice', ''],
  ] as [SectionKind, string, string, string][])
    it(`reads ${promised} with "${notation}" in "${text}"`, () => {
      const commitments = read(kind, text)
      assert.deepEqual(
        commitments.map((commitment) => [commitment.kind, commitment.notation, commitment.text]),
        [[promised, notation, text]],
      )
    })

  it('takes every item under words of duty, and never the words themselves', () => {
    const items = read('responsibilities', 'Bølgen har ansvaret for at\n• skaffe bolde\n• passe hallen')
    assert.deepEqual(
      items.map(({ text }) => text),
      ['skaffe bolde', 'passe hallen'],
    )
  })

  it('takes what a list offers as one', () => {
    const offers = read('purpose', 'Klubben kan blandt andet tilbyde\n• en fast aften for piger\n• kurser')
    assert.deepEqual(
      offers.map(({ kind, text }) => [kind, text]),
      [['availability', 'Klubben kan blandt andet tilbyde']],
    )
  })

  it('takes a lead-in that promises something itself', () => {
    const [commitment] = read(
      'anchoring',
      'Koordinationsgruppen forestår den løbende planlægning og består af:\n• Klubben\n• Bølgen',
    )
    assert.deepEqual([commitment?.kind, commitment?.owedBy], ['planning', ['Koordinationsgruppen']])
  })

  it('cuts a sentence in two where its halves promise different things', () => {
    const text =
      'Boligorganisationerne betaler Familiehuset kvartalsvis bagud, og samarbejdet kan ophøre efter drøftelse i gruppen.'
    assert.deepEqual(
      read('economy', text).map((commitment) => [commitment.kind, commitment.text]),
      [
        ['payment', 'Boligorganisationerne betaler Familiehuset kvartalsvis bagud'],
        ['notice', 'samarbejdet kan ophøre efter drøftelse i gruppen.'],
      ],
    )
  })

  it('keeps a sentence whole where the second half has no act of its own', () => {
    assert.equal(
      read('responsibilities', 'Bølgen indkalder klubben til et årligt møde og inviterer naboerne.').length,
      1,
    )
  })

  it('cuts before a verb whose subject stands in the first half, where both halves are measured', () => {
    const text = 'Bølgen rekrutterer 12 guider hvert år og mødes med dem hver anden uge.'
    assert.deepEqual(
      read('responsibilities', text).map(({ kind, owedBy }) => [kind, owedBy]),
      [
        ['staffing', ['helhedsplanen Bølgen']],
        ['meeting', ['helhedsplanen Bølgen']],
      ],
    )
  })

  it('judges what stands measured behind a state for itself', () => {
    const [commitment] = read('revision', 'Aftalen gælder i to år og genforhandles senest 3 måneder før udløb.')
    assert.deepEqual([commitment?.kind, commitment?.text], ['planning', 'genforhandles senest 3 måneder før udløb.'])
  })

  it('judges what stands behind a semicolon for itself', () => {
    const [commitment] = read(
      'anchoring',
      'Timerne kræver nye midler; parterne tager stilling senest den 1. marts 2028.',
    )
    assert.equal(commitment?.text, 'parterne tager stilling senest den 1. marts 2028.')
  })
})
