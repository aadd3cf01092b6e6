import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type {
  AgreedActivity,
  AgreementDocument,
  AgreementSection,
  Contact,
  ReadCommitment,
  SectionKind,
} from '../../agreements/index.ts'
import { readCommitments } from './read-commitments.ts'

const place = { line: 10, toLine: 10, page: null }

const contact = (party: string, plan: string | null, post: string | null, holder: string | null = null): Contact => ({
  party,
  kind: plan === null ? 'department' : 'housing_organisation',
  plan,
  unit: null,
  post,
  holder,
  provisional: true,
  source: place,
})

const twoPlans = [
  contact('Boligforeningen Fyret', 'Bølgen', 'Projektkoordinator', 'Ida Holt'),
  contact('Almenbolig Strand', 'Kajkanten', 'Sekretariatsleder'),
  contact('Kultur- og Idrætsforvaltningen', null, 'Daglig leder af Værftet'),
]

const onePlan = [
  contact('Boligforeningen Fyret', 'Bølgen', 'Projektkoordinator', 'Ida Holt'),
  contact('Boligforeningen Fyret', 'Bølgen', 'Ungemedarbejder'),
  contact('Børne- og Skoleforvaltningen', null, 'Pædagogisk leder af Juniorklubben Søstjernen', 'Nadia Rahimi'),
]

const section = (kind: SectionKind, text: string): AgreementSection => ({ kind, heading: kind, text, source: place })

const activity = (sections: AgreementSection[], contacts: Contact[]): AgreedActivity => ({
  id: 'a1',
  parentId: null,
  title: 'Sammen på kajen',
  sections,
  contacts,
  ages: null,
  venues: [],
  amounts: [],
  reservations: [],
  commitments: [],
  source: place,
})

const agreement = (activities: AgreedActivity[], more: Partial<AgreementDocument> = {}): AgreementDocument => ({
  format: 'brobyg-agreement/1',
  source: { name: 'havneby.txt', mediaType: 'text/plain', sha256: '', lines: 0 },
  title: null,
  municipality: 'Sundstrand Kommune',
  district: 'Havneby',
  leadParty: null,
  focusArea: null,
  signedOn: null,
  caseNumber: null,
  documentNumber: null,
  validDuring: null,
  preamble: [],
  goals: [],
  policyGoals: [],
  contacts: [],
  frames: [],
  coordination: null,
  activities,
  otherParties: [],
  otherActivities: [],
  footnotes: [],
  questions: [],
  trace: { lines: 0, mapped: 0, unmapped: [] },
  ...more,
})

const read = (kind: SectionKind, text: string, contacts = onePlan): ReadCommitment[] =>
  readCommitments(agreement([activity([section(kind, text)], contacts)])).activities[0]?.commitments ?? []

const first = (kind: SectionKind, text: string, contacts = onePlan): ReadCommitment => {
  const [commitment] = read(kind, text, contacts)
  assert.ok(commitment, `no promise in "${text}"`)
  return commitment
}

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
      'Bølgen og klubberne holder tre møder om året, og det går på skift, hvem der indkalder.',
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
    ['economy', 'Bølgen betaler 18.000 kr. om året.', 'payment', 'AMOUNT=18000 DKK/YEAR'],
    ['economy', 'Ophør varsles med en måned.', 'notice', 'NOTICE=P1M'],
    ['venues', 'Klubben stiller lokaler til rådighed for kurser.', 'availability', ''],
    ['venues', 'Åben lektiehjælp foregår i biblioteket en gang om ugen.', 'session', 'FREQ=WEEKLY;COUNT_PER_PERIOD=1'],
    ['anchoring', 'Klubben opsamler løbende erfaringer med holdet.', 'task', 'FREQ=CONTINUOUS'],
    ['revision', 'Ønsker en part aftalen ændret, forelægges det for Boligsocialt Forum.', 'inform', ''],
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

  it('judges what stands behind a semicolon for itself', () => {
    const [commitment] = read(
      'anchoring',
      'Timerne kræver nye midler; parterne tager stilling senest den 1. marts 2028.',
    )
    assert.equal(commitment?.text, 'parterne tager stilling senest den 1. marts 2028.')
  })
})

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
    ['Værkstedet drives af Fritidsklubben Molen.', ['Fritidsklubben Molen']],
    ['Der holdes møder mellem klubberne og Bølgen.', ['klubberne', 'helhedsplanen Bølgen']],
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
        text: 'Hvem betaler? „Prisen er aftalt til 5.000 kr.”',
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

describe('footnotes and other activities', () => {
  it('takes a footnote that binds into the activity above it, without a place in a section', () => {
    const footnotes = [
      { mark: '1', text: 'Boligorganisationerne dækker 35 pct. af lønnen.', source: { ...place, line: 20 } },
      { mark: '2', text: 'Lønnen er skønnet efter 2024.', source: { ...place, line: 21 } },
    ]
    const [read] = readCommitments(agreement([activity([], onePlan)], { footnotes })).activities
    assert.deepEqual(
      read?.commitments.map(({ kind, within, source }) => [kind, within, source.line]),
      [['payment', null, 20]],
    )
  })

  it('takes who carries an activity that is only told of for its opening hours', () => {
    const otherActivities = [
      {
        id: 'o1',
        title: 'Lektiecafé',
        text: 'Caféen drives af Børnenes Nabohjælp. Der er åbent to gange om ugen.',
        validDuring: null,
        commitments: [],
        source: place,
      },
    ]
    const [read] = readCommitments(agreement([], { otherActivities })).otherActivities
    const opening = read?.commitments.at(-1)
    assert.deepEqual(
      [opening?.id.slice(0, 3), opening?.owedBy, opening?.notation, opening?.within],
      ['o1/', ['Børnenes Nabohjælp'], 'FREQ=WEEKLY;COUNT_PER_PERIOD=2', null],
    )
  })
})

describe('the line of the source', () => {
  it('is the paragraph’s own where the section has a line for each', () => {
    const text = 'Klubben er åben.\nBølgen betaler 500 kr. om året.'
    const lines = { ...section('economy', text), source: { line: 40, toLine: 41, page: 3 } }
    const [read] = readCommitments(agreement([activity([lines], onePlan)])).activities
    assert.deepEqual(read?.commitments.at(-1)?.source, { line: 41, toLine: 41, page: 3 })
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    'Bølgen',
    'klubben',
    'helhedsplanerne',
    'betaler',
    'indkalder',
    'afholdes',
    'der',
    'kan',
    'skal',
    'og',
    ',',
    '.',
    '\n',
    '• ',
    'hver uge',
    'møder',
    'har ansvaret for at',
    ':',
    '(',
    ')',
    'til',
    'mellem',
    'ved, at',
    'hvis',
    '500 kr.',
    'stiller',
    'lokaler',
    'til rådighed',
    'SUF',
    'er',
    'det',
    ';',
    'mødes',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 50 }).map((words) => words.join(' ')),
  )
  const kind = fc.constantFrom<SectionKind>(
    'purpose',
    'posts',
    'responsibilities',
    'economy',
    'venues',
    'anchoring',
    'revision',
    'other',
  )

  it('gives promises that stand where they say, with ids in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, text), { maxLength: 3 }), (parts) => {
        const sections = parts.map(([kind, words]) => section(kind, words))
        const [read] = readCommitments(agreement([activity(sections, twoPlans)])).activities
        let last = { section: 0, to: 0 }
        for (const [index, { id, text, within }] of (read?.commitments ?? []).entries()) {
          assert.equal(id, `a1/k${index + 1}`)
          assert.ok(within)
          assert.equal(sections[within.section]?.text.slice(within.from, within.to), text)
          assert.ok(within.section > last.section || (within.section === last.section && within.from >= last.to))
          last = within
        }
      }),
      { numRuns: 500 },
    )
  })

  it('leaves all but commitments and questions as they were', () => {
    const before = agreement([activity([section('economy', 'Bølgen betaler 500 kr.')], onePlan)])
    const copy = structuredClone(before)
    const after = readCommitments(before)
    assert.deepEqual(before, copy)
    assert.deepEqual({ ...after, activities: [], questions: [] }, { ...before, activities: [], questions: [] })
    assert.deepEqual(readCommitments(after).activities, after.activities)
  })

  it('is read to its end at great length', { timeout: 30_000 }, () => {
    for (const unit of [
      'Klubben betaler 500 kr. om året. ',
      'klubben og ',
      'Klubben, der ',
      '• mødes hver uge\n',
      'af klubben ',
      '(',
      'Indkalder til ',
      'Bølgen og ',
    ])
      assert.ok(Array.isArray(read('economy', unit.repeat(3000))))
  })
})
