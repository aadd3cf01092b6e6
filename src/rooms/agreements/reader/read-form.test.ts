import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../../platform/refused.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { openSource } from './open-source.ts'
import { readForm } from './read-form.ts'
import { formWithHeadings, formWithTables } from './sample-forms.ts'
import { sevenQuestions } from './templates.ts'

const read = async (text: string, name = 'aftale.txt'): Promise<AgreementDocument> =>
  readForm(await openSource(new TextEncoder().encode(text), name), sevenQuestions)

describe('reading a filled form', () => {
  it('reads the cover, the preamble and the overall part', async () => {
    const agreement = await read(formWithTables)
    const { title, municipality, district, leadParty, focusArea, signedOn, caseNumber, documentNumber } = agreement
    assert.deepEqual(
      { title, municipality, district, leadParty, focusArea, signedOn, caseNumber, documentNumber },
      {
        title: 'KONTRAKT OM BOLIGSOCIALT SAMARBEJDE I HAVNEBY',
        municipality: 'Sundstrand Kommune',
        district: 'Havneby',
        leadParty: 'By- og Miljøforvaltningen',
        focusArea: 'Tryghed og trivsel',
        signedOn: '2030-12-03',
        caseNumber: '2030-001234',
        documentNumber: '2030-005678',
      },
    )
    assert.deepEqual(agreement.validDuring, { from: '2031-01-01', to: '2034-12-31' })
    assert.deepEqual(
      agreement.goals.map((goal) => goal.text),
      ['At beboerne kender hinanden.', 'At stierne er oplyste.'],
    )
    assert.deepEqual(
      agreement.policyGoals.map((goal) => goal.text),
      ['Trygge gader'],
    )
    assert.deepEqual(
      agreement.contacts.map((contact) => contact.holder),
      ['Ida Holt', 'Per Lund'],
    )
    assert.deepEqual(
      agreement.frames.map(({ plan, amountOere }) => [plan, amountOere]),
      [
        ['Bølgen', 125000000],
        ['Kajen', null],
      ],
    )
    assert.equal(agreement.coordination?.forum, 'Boligsocialt Forum i Havneby')
    assert.equal(agreement.coordination?.lead?.holder, 'Cille Vedel')
    assert.equal(agreement.preamble.length, 1)
  })

  it('joins rows, headings, sentences and names that page breaks and footnotes cut', async () => {
    const [vagter] = (await read(formWithTables)).activities
    assert.deepEqual(
      vagter?.sections.map(({ kind, text }) => [kind, text.split('\n').at(-1)]),
      [
        ['purpose', 'Unge på 15-18 år går ture ved Tangparken.'],
        ['posts', '• Børne- og ungeforvaltningen Medarbejder fra Ungdomsgården'],
        ['responsibilities', 'Planen sendes rundt til alle beboere.'],
        ['economy', 'Fyret betaler 12.000 kr. årligt til Kulturforvaltningen.'],
        ['anchoring', 'Beboerne overtager vagterne ved Tangpaken.'],
        ['revision', 'Boligsocialt Forum i Havneby'],
      ],
    )
    assert.match(vagter?.sections[4]?.heading ?? '', /forankres i boligorganisation og\/eller kommune\?$/u)
    assert.deepEqual(
      vagter?.contacts.map(({ party, plan, unit, post, holder }) => [party, plan, unit, post, holder]),
      [
        ['Fyret', 'Bølgen', null, 'Vagtkoordinator', 'Ida Holt'],
        ['Fyret', 'Bølgen', null, 'Vært', 'Bo Dam'],
        ['Børne- og ungeforvaltningen', null, 'Ungdomsgården', 'Medarbejder', null],
      ],
    )
  })

  it('gives a footnote to the activity that refers to it', async () => {
    const agreement = await read(formWithTables)
    assert.deepEqual(
      agreement.footnotes.map((note) => note.mark),
      ['1'],
    )
    const [vagter, molen] = agreement.activities
    assert.deepEqual(
      vagter?.amounts.map((amount) => amount.amountOere),
      [1200000, 100000000, 35000000],
    )
    assert.deepEqual(
      vagter?.reservations.map((one) => one.until),
      ['2032-12-31'],
    )
    assert.deepEqual(molen?.amounts, [])
  })

  it('numbers activities inside others below them', async () => {
    const { activities, otherParties, otherActivities } = await read(formWithTables)
    assert.deepEqual(
      activities.map(({ id, parentId, title }) => [id, parentId, title]),
      [
        ['a1', null, 'Aftenvagter'],
        ['a1.1', 'a1', 'Vagter ved molen'],
      ],
    )
    assert.deepEqual(
      otherParties.map(({ name, contact, email }) => [name, contact, email]),
      [['Havnens Venner', 'Jens Ole Krag', 'jok@venner.example']],
    )
    assert.deepEqual(
      otherActivities.map(({ id, title, validDuring }) => [id, title, validDuring]),
      [['o1', 'Strikkeklub', { from: '2031-05-01', to: '2033-04-30' }]],
    )
  })

  it('asks about everything it is unsure of', async () => {
    const { questions } = await read(formWithTables)
    const about = questions.map((question) => question.about)
    for (const expected of [
      'activities',
      'frames.0.amountOere',
      'coordination.lead.post',
      'activities.a1.contacts.0.post',
      'activities.a1.contacts.2.party',
      'activities.a1.sections.4.text',
      'activities.a1.amounts.2.amountOere',
      'activities.a1.reservations.0.until',
      'activities.a1.1.sections',
      'trace.unmapped',
    ]) {
      assert.ok(about.includes(expected), `${expected} is not among ${about.join(', ')}`)
    }
    assert.match(questions.find((one) => one.about.endsWith('amounts.2.amountOere'))?.text ?? '', /351\.351,35/u)
    assert.ok(questions.every((question) => question.text.length < 260))
  })

  it('accounts for every line that says something', async () => {
    const { trace } = await read(formWithTables)
    const telling = formWithTables.split('\n').filter((line) => /[\p{L}\d]/u.test(line)).length
    assert.equal(trace.mapped + trace.unmapped.length, telling)
    assert.deepEqual(
      trace.unmapped.map((line) => formWithTables.split('\n')[line - 1]),
      ['KAJ VED KAJ'],
    )
  })
})

describe('reading the same form written another way', () => {
  it('reads questions that are headings, parties and frames that are tables, and short names of questions', async () => {
    const agreement = await read(formWithHeadings, 'aftale.md')
    assert.equal(agreement.district, 'Nordø')
    assert.equal(agreement.focusArea, 'Naboskab')
    assert.deepEqual(
      agreement.contacts.map(({ party, post, holder }) => [party, post, holder]),
      [
        ['Boligselskabet Klit', 'Projektleder', 'Ida Holt'],
        ['Socialforvaltningen', 'Afdelingschef', 'Bo Dam'],
      ],
    )
    assert.deepEqual(
      agreement.frames.map(({ plan, amountOere }) => [plan, amountOere]),
      [['Klitten', 250000000]],
    )
    assert.deepEqual(
      agreement.activities.map(({ title, sections }) => [title, sections.map((section) => section.kind).join(' ')]),
      [
        ['Fællesspisning', 'purpose responsibilities venues revision'],
        ['Loppemarked', 'purpose economy'],
      ],
    )
  })

  it('takes titles that are all numbered alike for activities side by side', async () => {
    const numbered = formWithHeadings
      .replace('Fællesspisning', '4.1 Fællesspisning')
      .replace('Loppemarked', '4.2 Loppemarked')
    const { activities } = await read(numbered, 'aftale.md')
    assert.deepEqual(
      activities.map(({ title, parentId }) => [title, parentId]),
      [
        ['Fællesspisning', null],
        ['Loppemarked', null],
      ],
    )
  })

  it('begins another activity where a question is asked again without a title', async () => {
    const cut = formWithTables.replace(/^Delaktivitet: Vagter ved molen\t\n/mu, '')
    const { activities, questions } = await read(cut)
    assert.deepEqual(
      activities.map((activity) => activity.title),
      ['Aftenvagter', ''],
    )
    assert.ok(questions.some((question) => question.about === 'activities.a2.title'))
  })
})

describe('reading a form with nothing but line ends between its parts', () => {
  it('cuts the headings from what stands below them', async () => {
    const tight = formWithTables.replace(/\n{2,}/gu, '\n')
    const agreement = await read(tight)
    assert.equal(agreement.focusArea, 'Tryghed og trivsel')
    assert.deepEqual(
      agreement.frames.map((frame) => frame.amountOere),
      [125000000, null],
    )
    assert.deepEqual(
      agreement.contacts.map((contact) => contact.holder),
      ['Ida Holt', 'Per Lund'],
    )
    assert.equal(agreement.coordination?.lead?.holder, 'Cille Vedel')
  })
})

describe('documents that are not the form', () => {
  const isRefusal = (error: unknown): boolean => error instanceof Refused && error.code === 'source_not_an_agreement'

  it('refuses a text about something else', async () => {
    const recipe = 'Boller i karry\n\nFormål\n\nMad til fire.\n\nIndhold\n\nKød, løg og karry.\n\nØkonomi\n\nBilligt.\n'
    await assert.rejects(read(recipe), isRefusal)
  })

  it('reads or refuses any lines of the form in any order, and always accounts for its lines', async () => {
    const pieces = [
      ...formWithTables.split('\n'),
      ...formWithHeadings.split('\n'),
      '\t',
      'pt.',
      'kr. ,-',
      '¹',
      '• •',
      '(',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), async (lines) => {
        const text = lines.join('\n')
        try {
          const { trace } = await read(text)
          assert.ok(trace.mapped + trace.unmapped.length <= trace.lines)
        } catch (error) {
          assert.ok(error instanceof Refused, String(error))
        }
      }),
      { numRuns: 150 },
    )
  })
})
