import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAmounts } from './read-amounts.ts'
import { readReservations } from './read-reservations.ts'
import { type AnswerLine, answerText, appendLines } from './read-sections.ts'
import { readVenues } from './read-venues.ts'

const place = { line: 1, toLine: 1, page: null }
const lines = (...texts: string[]): AnswerLine[] => texts.map((text) => ({ text, bullet: 0, lead: null, place }))
const paragraph = (text: string) => ({ kind: 'paragraph', level: 0, text, emphasis: null, place }) as const
const item = (text: string) => ({ kind: 'item', level: 1, text, emphasis: null, place }) as const

describe('joining what a page break split', () => {
  it('goes on with a sentence that was cut, also in a bullet, and begins a new paragraph otherwise', () => {
    const before = appendLines([], [paragraph('Først.'), item('Hjælp til naboer med')], false)
    const after = appendLines(before, [paragraph('tunge ting.'), paragraph('Siden.')], true)
    assert.equal(answerText(after), 'Først.\n• Hjælp til naboer med tunge ting.\nSiden.')
    assert.equal(answerText(appendLines(lines('Slut.'), [paragraph('Nyt afsnit.')], true)), 'Slut.\nNyt afsnit.')
  })

  it('goes on with a name behind a "pt." and with a word cut at its hyphen', () => {
    assert.equal(answerText(appendLines(lines('Vært, pt.'), [paragraph('Ida Holt')], true)), 'Vært, pt. Ida Holt')
    assert.equal(answerText(appendLines(lines('Lokal bolig-'), [paragraph('forening')], true)), 'Lokal boligforening')
  })

  it('takes a dash between two days for what it is', () => {
    const split = [paragraph('Fra 1. juli 2031'), item('30. juni 2032.')]
    assert.equal(answerText(appendLines([], split, false)), 'Fra 1. juli 2031 – 30. juni 2032.')
  })
})

describe('reading venues', () => {
  const read = (...texts: string[]): string[] =>
    readVenues(lines(...texts)).map(({ name, area }) => (area === null ? name : `${name} @ ${area}`))

  it('gives every place of a sentence the area it opens with, and completes what the list leaves out', () => {
    assert.deepEqual(
      read(
        'I Kystby holdes kurserne i Kystby bibliotek, i Fyrets kælderlokaler i Molen og/eller Tangparken eller i Sundets mødelokaler i Havnens Gård.',
      ),
      [
        'Kystby bibliotek @ Kystby',
        'Fyrets kælderlokaler i Molen @ Kystby',
        'Fyrets kælderlokaler i Tangparken @ Kystby',
        'Sundets mødelokaler i Havnens Gård @ Kystby',
      ],
    )
  })

  it('cuts a bare list into its places', () => {
    assert.deepEqual(
      read("Bådhuset ved Molen, legepladsen, Salen i Fyret's lokaler, Kystens baner og diverse grønne områder."),
      [
        'Bådhuset ved Molen @ Molen',
        'legepladsen',
        "Salen i Fyret's lokaler",
        'Kystens baner',
        'diverse grønne områder',
      ],
    )
  })

  it('reads who lends a room, what is rented, and an address with its postcode', () => {
    assert.deepEqual(read('Der er også mulighed for, at Klub Nord stiller lokale til rådighed.'), [
      'lokale hos Klub Nord',
    ])
    assert.deepEqual(
      read('Foreningen har lov til brug af kælderen beliggende Th. Vestes Vej 12, 9999 Havneby, til kontor.'),
      ['kælderen beliggende Th. Vestes Vej 12, 9999 Havneby'],
    )
    assert.deepEqual(read('Mødet finder sted på torsdage i sundhedshuset, Havnegade 3, 9999 Havneby.'), [
      'sundhedshuset, Havnegade 3, 9999 Havneby',
    ])
  })

  it('reads two places from one with another in brackets, and two areas from one sentence', () => {
    assert.deepEqual(read('Klubben holder til i et kælderlokale i Molen (samt et skur på Tangvej).'), [
      'kælderlokale i Molen @ Molen',
      'et skur på Tangvej @ Tangvej',
    ])
    assert.deepEqual(read('I Molen holdes caféen i gården, og i Tangparken bruges fælleshuset.'), [
      'gården @ Molen',
      'fælleshuset @ Tangparken',
    ])
  })

  it('reads where somebody has a base', () => {
    assert.deepEqual(read('Holdet har base i Molens kælder.'), ['Molens kælder'])
  })

  it('reads no place from when, how or whether', () => {
    assert.deepEqual(read('Ingen.', 'Møderne holdes på skift efter aftale.', 'Det aftales fra gang til gang.'), [])
  })
})

describe('reading amounts', () => {
  const read = (...texts: string[]): string[] =>
    readAmounts(lines(...texts), ['Fyret', 'Bølgen']).map(
      ({ amountOere, per, payer, payee, approximate }) =>
        `${approximate ? 'ca. ' : ''}${amountOere / 100} per ${per} ${payer ?? '?'} > ${payee ?? '?'}`,
    )

  it('tells what an amount is per, from before it, from behind it or from the sentence', () => {
    assert.deepEqual(read('Beløb pr. værksted: kr. 6.500,- inklusive materialer'), ['6500 per værksted ? > ?'])
    assert.deepEqual(read('Et kontingent koster 485 kr. om måneden.'), ['485 per month ? > ?'])
    assert.deepEqual(read('Parterne regner med årlige lønninger på 480.000,- kr.'), ['480000 per year ? > ?'])
    assert.deepEqual(read('Deltagerne giver ca. 90 kr./md. til mad.'), ['ca. 90 per month Deltagerne > ?'])
  })

  it('tells who pays whom, also when the sentence is turned or another sentence says it', () => {
    assert.deepEqual(read('Bølgen betaler også 12.000 kr. pr. år til Idræts- og Kulturforvaltningen for kurser.'), [
      '12000 per year Bølgen > Idræts- og Kulturforvaltningen',
    ])
    assert.deepEqual(read('Når det kniber, kan Bølgen dække en plads (den koster 640 kr månedligt).'), [
      '640 per month Bølgen > ?',
    ])
    assert.deepEqual(read('Udgifterne på 30.000,- kr. pr. kvartal afholdes af Socialforvaltningen.'), [
      '30000 per quarter Socialforvaltningen > ?',
    ])
    assert.deepEqual(
      read(
        'Fyret, 2025-2028 i alt ca.: 390.000 kr.',
        'Selskaberne betaler Kulturforvaltningen, når kvartalet er gået.',
      ),
      ['ca. 390000 per period Fyret > Kulturforvaltningen'],
    )
  })

  it('keeps the payer of a share apart from the whole it is a share of', () => {
    assert.deepEqual(
      read(
        'Løn i hele perioden: 3. mio. kr., hvoraf selskaberne skal dække 30 pct. svarende til 900.000 kr. eller 450.000,- kr. pr. helhedsplan.',
      ),
      ['3000000 per period ? > ?', '900000 per period selskaberne > ?', '450000 per helhedsplan selskaberne > ?'],
    )
    assert.deepEqual(
      read('Lønnen er 2.240.000 kr. i alt. Selskaberne dækker 35 pct. (13/37), svarende til 784.000 kr.'),
      ['2240000 per period ? > ?', '784000 per period Selskaberne > ?'],
    )
  })
})

describe('reading reservations', () => {
  it('joins the sentences of one reservation and takes its day', () => {
    const [found, ...others] = readReservations(
      lines('Aftenvagten er midlertidigt finansieret indtil 2027¹. Resten står med forbehold for, at fonden siger ja.'),
    )
    assert.deepEqual(others, [])
    assert.equal(found?.until, '2027-12-31')
    assert.equal(found?.isYearOnly, true)
    assert.match(found?.text ?? '', /^Aftenvagten .* siger ja\.$/u)
  })

  it('reads what lapses when something does not happen in time', () => {
    assert.deepEqual(
      readReservations(lines('Gives der ikke tilladelse inden 1. juni 2031, bortfalder aftalen.')).map(
        ({ until }) => until,
      ),
      ['2031-06-01'],
    )
    assert.deepEqual(readReservations(lines('Kommer der ikke nok, ringer værten rundt.')), [])
  })

  it('leaves the day open where none is told', () => {
    assert.deepEqual(
      readReservations(lines('Turen sejles med forbehold for, at båden bliver malet. Ellers intet.')).map(
        (one) => one.until,
      ),
      [null],
    )
    assert.deepEqual(readReservations(lines('Parterne mødes efter behov.')), [])
  })
})
