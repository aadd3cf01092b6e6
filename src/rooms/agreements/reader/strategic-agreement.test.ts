import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { projectRoot } from '../../../platform/root.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { chooseTemplate } from './choose-template.ts'
import { openSource } from './open-source.ts'
import { readForm } from './read-form.ts'
import { formTemplates, sevenQuestions, strategicAgreement } from './templates.ts'

const sample = (name: string): string => readFileSync(join(projectRoot, 'samples/havneby', name), 'utf8')
const open = (text: string, name = 'aftale.txt') => openSource(new TextEncoder().encode(text), name)

const read = async (text: string, name?: string): Promise<AgreementDocument> => {
  const source = await open(text, name)
  return readForm(source, chooseTemplate(source.blocks, formTemplates))
}

const questions = new Set(strategicAgreement.questions.map(({ wordings }) => wordings[0]))

/** The sample as markdown, with a heading wherever the text has a line of its own for one. */
const asMarkdown = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      if (/^\d\. /.test(line) || line === 'Bilag' || line === 'Underskrifter') return `# ${line.replace(/^\d\. /, '')}`
      if (line.startsWith('Delaftale ')) return `## ${line}`
      if (line.startsWith('Aktivitet ')) return `### ${line}`
      return questions.has(line) || line === 'Delmål' ? `#### ${line}` : line
    })
    .join('\n')

const outline = ({ activities }: AgreementDocument): string[] =>
  activities.map(
    ({ id, role, title, sections }) => `${id} ${role} ${title}: ${sections.map(({ kind }) => kind).join(' ')}`,
  )

describe('choosing the template a document follows', () => {
  it('knows the strategic agreement by its headings', async () => {
    const { blocks } = await open(sample('strategisk-aftale.txt'))
    assert.equal(chooseTemplate(blocks, formTemplates), strategicAgreement)
    assert.equal(chooseTemplate(blocks, formTemplates.toReversed()), strategicAgreement)
  })

  for (const name of ['boern-unge-og-familie.txt', 'uddannelse-og-job.txt'])
    it(`knows the seven questions in ${name}`, async () => {
      const { blocks } = await open(sample(name))
      assert.equal(chooseTemplate(blocks, formTemplates), sevenQuestions)
      assert.equal(chooseTemplate(blocks, formTemplates.toReversed()), sevenQuestions)
    })

  it('takes the first where nothing tells', async () => {
    const { blocks } = await open('Referat af et møde om en cykelsti')
    assert.equal(chooseTemplate(blocks, formTemplates), formTemplates[0])
  })
})

describe('reading a strategic agreement', () => {
  let agreement: AgreementDocument
  before(async () => {
    agreement = await read(sample('strategisk-aftale.txt'))
  })
  const activity = (id: string) => agreement.activities.find((one) => one.id === id)

  it('finds the chapters, the sub-agreements and their activities, each with its answers', () => {
    const all = 'purpose content target_group success_criteria milestones responsible resources anchoring'
    assert.deepEqual(outline(agreement), [
      'a1 whole Samarbejdet som helhed: framework organisation interplay baseline evaluation resources revision',
      'a2 sub_agreement Uddannelse og livschancer: purpose sub_goals indicators',
      `a2.1 activity Lektiecafé i Rebslagergården: ${all.replace('milestones', 'milestones indicators')}`,
      `a2.2 activity Vejledning på vej: ${all}`,
      `a2.3 activity Fritidsjob til alle: focus_areas ${all}`,
      'a3 sub_agreement Beskæftigelse: purpose sub_goals',
      `a3.1 activity Åben jobrådgivning: ${all}`,
    ])
    assert.equal(agreement.template, 'strategic-agreement/1')
  })

  it('reads an activity named under two areas as one that serves both', () => {
    assert.deepEqual(
      agreement.activities.map(({ focusAreas }) => focusAreas.length),
      [2, 1, 1, 1, 2, 1, 1],
    )
    assert.deepEqual(activity('a2.3')?.focusAreas, ['Uddannelse og livschancer', 'Beskæftigelse'])
  })

  it('keeps what a second mention adds, and names the area it is mentioned under', async () => {
    const mention = 'Aktiviteten er beskrevet under delaftale 1.'
    const said = 'Målgruppe\n\nOgså unge voksne op til 25 år'
    const { activities } = await read(
      sample('strategisk-aftale.txt')
        .replace(mention, said)
        .replace(/^Indsatsområder\t.*\n/mu, ''),
    )
    const shared = activities.find(({ title }) => title === 'Fritidsjob til alle')
    assert.deepEqual(shared?.focusAreas, ['Uddannelse og livschancer', 'Beskæftigelse'])
    assert.equal(shared?.sections.filter(({ kind }) => kind === 'target_group').length, 2)
  })

  it('reads the head, the attachments and those who sign', () => {
    const { district, municipality, validDuring, signedOn, caseNumber, attachments, signatories } = agreement
    assert.deepEqual(
      { district, municipality, validDuring, signedOn, caseNumber },
      {
        district: 'Havneby',
        municipality: 'Sundstrand Kommune',
        validDuring: { from: '2026-08-01', to: '2030-07-31' },
        signedOn: '2026-06-18',
        caseNumber: '2026-011874',
      },
    )
    assert.equal(attachments.length, 5)
    assert.deepEqual(
      signatories.map(({ party, name }) => `${name}, ${party}`),
      [
        'Vibeke Ladegaard, Boligforeningen Fyret',
        'Torben Agerskov, Almenbolig Strand',
        'Pernille Skovgaard, Sundstrand Kommune',
      ],
    )
  })

  it('reads who is responsible, for whom, and what it costs', () => {
    const { contacts = [], ages, amounts = [], reservations = [] } = activity('a2.3') ?? {}
    assert.deepEqual(
      contacts.map(({ party, unit, post, holder }) => [party, unit, post, holder]),
      [['Social- og Arbejdsmarkedsforvaltningen', 'Jobcenter Sundstrand', 'Fritidsjobkonsulent', 'Rasmus Thorup']],
    )
    assert.deepEqual(ages, { from: 13, to: 17 })
    assert.deepEqual(
      amounts.map(({ amountOere, per, payer }) => [amountOere, per, payer]),
      [[1_500_000, 'year', 'Almenbolig Strand']],
    )
    assert.equal(reservations[0]?.until, '2028-12-31')
  })

  it('accounts for every line', () => {
    assert.deepEqual(agreement.trace.unmapped, [])
  })

  it('finds the same where real headings stand for the lines', async () => {
    const marked = await read(asMarkdown(sample('strategisk-aftale.txt')), 'aftale.md')
    assert.deepEqual(outline(marked), outline(agreement))
    assert.deepEqual(marked.attachments.length, 5)
  })

  it('asks about an answer the template usually has', async () => {
    const without = sample('strategisk-aftale.txt').replace(/^Milepæle\tSenest den 15. november.*\n/mu, '')
    const { questions: asked } = await read(without)
    const about = asked.find(({ text }) => text.includes('Vejledning på vej') && text.includes('milepæle'))
    assert.equal(about?.about, 'activities.a2.2.sections')
  })
})
