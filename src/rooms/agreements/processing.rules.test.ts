import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AgreedActivity, AgreementDocument, Contact, ReadCommitment } from './agreement-format.ts'
import { sampleAgreement } from './documents/sample-agreement.ts'
import { processingOf } from './processing.rules.ts'

const source = { line: 1, toLine: 1, page: null }

const contact = (party: string, kind: Contact['kind'], more: Partial<Contact> = {}): Contact => ({
  party,
  kind,
  plan: null,
  unit: null,
  post: null,
  holder: null,
  provisional: false,
  source,
  ...more,
})

const contacts = [
  contact('Boligforeningen Alpha og Boligselskabet Beta', 'housing_organisation', {
    plan: 'Broen',
    post: 'projektkoordinator',
  }),
  contact('Almenbolig Gamma', 'housing_organisation', { plan: 'Åen' }),
  contact('Børne- og Skoleforvaltningen', 'department', { unit: 'Fritidsklubben Molen', post: 'Leder' }),
]

const promise = (owedBy: string[], text: string, kind: ReadCommitment['kind'] = 'task'): ReadCommitment => ({
  id: 'a1/k1',
  kind,
  text,
  owedBy,
  owedTo: [],
  notation: '',
  within: null,
  source,
})

const activity = (
  commitments: ReadCommitment[],
  more: Partial<AgreedActivity> & { purpose?: string } = {},
): AgreedActivity => ({
  id: 'a1',
  parentId: null,
  role: 'activity',
  focusAreas: [],
  title: 'Aktiviteten',
  sections: [
    { kind: 'purpose', heading: 'Formål', text: more.purpose ?? 'Børn i alderen 8-15 kommer i klub.', source },
  ],
  contacts,
  ages: null,
  venues: [],
  amounts: [],
  reservations: [],
  commitments,
  source,
  ...more,
})

const read = (...activities: AgreedActivity[]) => {
  const document: AgreementDocument = {
    ...sampleAgreement,
    municipality: 'Prøve Kommune',
    contacts: [],
    otherParties: [{ name: 'Roklubben Vesterlund', contact: null, email: null, source }],
    activities,
  }
  return processingOf(document)
}

const first = (...activities: AgreedActivity[]) => {
  const [found] = read(...activities).activities
  if (found === undefined) throw new Error('No activity was read')
  return found
}

const rolesOf = (...commitments: ReadCommitment[]) => Object.fromEntries(first(activity(commitments)).roles)

describe('who is controller', () => {
  it('is the party that owes the promise; the departments of a municipality are one party', () => {
    assert.deepEqual(rolesOf(promise(['Fritidsklubben Molen'], 'holder åbent')), {
      'Boligforeningen Alpha': 'recipient',
      'Boligselskabet Beta': 'recipient',
      'Almenbolig Gamma': 'recipient',
      'Prøve Kommune': 'own',
      'Roklubben Vesterlund': 'none',
    })
  })

  it('is several jointly where they owe it together, as the two behind one plan do', () => {
    const roles = rolesOf(promise(['helhedsplanen Broen'], 'inviterer børnene'), promise(['Molen'], 'holder åbent'))
    assert.equal(roles['Boligforeningen Alpha'], 'joint')
    assert.equal(roles['Boligselskabet Beta'], 'joint')
    assert.equal(roles['Prøve Kommune'], 'own')
    assert.equal(roles['Almenbolig Gamma'], 'recipient')
  })

  it('is understood of posts, of all parties, and of parties outside the contacts', () => {
    assert.equal(rolesOf(promise(['projektkoordinator i Broen'], 'ringer'))['Boligforeningen Alpha'], 'joint')
    assert.equal(rolesOf(promise(['Parterne'], 'gør det'))['Almenbolig Gamma'], 'joint')
    assert.equal(rolesOf(promise(['Roklubben Vesterlund'], 'tager imod'))['Roklubben Vesterlund'], 'own')
  })

  it('does not follow from money, nor from where the parties only meet, unless that is all they do', () => {
    const meeting = promise(['Parterne'], 'mødes', 'meeting')
    const pays = promise(['Almenbolig Gamma'], 'betaler', 'payment')
    assert.equal(rolesOf(promise(['Molen'], 'holder åbent'), meeting, pays)['Almenbolig Gamma'], 'recipient')
    assert.equal(rolesOf(meeting)['Almenbolig Gamma'], 'joint')
  })

  it('is left to a person where the agreement names nobody it lists', () => {
    const { steps, roles } = first(activity([promise(['den, der indkalder'], 'skriver dagsorden')]))
    assert.deepEqual(steps[0]?.unsettled, ['den, der indkalder'])
    assert.ok(![...roles.values()].includes('own'))
  })
})

describe('what is processed', () => {
  const promises = [promise(['Molen'], 'holder åbent')]
  const kinds = (purpose: string, more: Partial<AgreedActivity> = {}) => first(activity(promises, { purpose, ...more }))

  it('is only work contacts where the agreement asks for no more', () => {
    assert.deepEqual(kinds('Børn og unge kommer i klub.').data, ['work_contact'])
  })

  it('is a child, its guardian and its wish where somebody follows the child', () => {
    const { data, subjects } = kinds('Frivillige følger et barn til foreningen.', { ages: { from: 8, to: 15 } })
    assert.deepEqual(data, ['work_contact', 'child_name', 'guardian_contact', 'wish', 'volunteer'])
    assert.deepEqual(
      subjects.map(({ kind }) => kind),
      ['children', 'parents', 'volunteers', 'staff'],
    )
    assert.deepEqual(subjects[0]?.ages, { from: 8, to: 15 })
  })

  it('is nobody, only counts, where the agreement is anonymous', () => {
    assert.deepEqual(kinds('Rådgivningen er anonym. Rådgiveren følger beboere videre.').data, [
      'work_contact',
      'counts',
    ])
  })

  it('is young people and their jobs in a scheme of jobs', () => {
    const { data, subjects } = kinds('Unge får et fritidsjob.', { ages: { from: 13, to: 17 } })
    assert.deepEqual([data.includes('job'), subjects[0]?.kind], [true, 'young'])
  })

  it('is grown-ups where no child is spoken of', () => {
    assert.deepEqual(kinds('Medarbejderen følger beboere til den første samtale.').data, [
      'work_contact',
      'resident_name',
      'wish',
    ])
  })

  it('takes ages and purpose from the activity above where it has none itself', () => {
    const above = activity([], { purpose: 'Unge mødes.', ages: { from: 13, to: 17 } })
    const below = activity(promises, { id: 'a1.1', parentId: 'a1', sections: [], ages: null })
    const found = first(above, below)
    assert.deepEqual([found.purpose?.quote, found.subjects[0]?.ages], ['Unge mødes.', { from: 13, to: 17 }])
  })
})

describe('what is quoted', () => {
  it('is whole sentences of the purpose, and says where it goes on', () => {
    const sentence =
      'Det er en sætning om børn, kl. 15.30 og senere, som er lang nok til at fylde en del af linjen her.'
    const long = Array.from({ length: 6 }, () => sentence).join(' ')
    const purpose = first(activity([promise(['Molen'], 'x')], { purpose: long })).purpose
    assert.equal(purpose?.isWhole, false)
    assert.ok(long.startsWith(purpose?.quote ?? '?'))
    assert.match(purpose?.quote ?? '', /her\.$/)
    assert.ok((purpose?.quote.length ?? 0) <= 320)
    assert.deepEqual(first(activity([promise(['Molen'], 'x')], { purpose: sentence })).purpose, {
      quote: sentence,
      isWhole: true,
    })
  })

  it('is what the agreement says of deleting, and nothing where it says nothing', () => {
    const text = 'fører ingen lister og sletter kontaktoplysninger senest et år efter forløbet'
    assert.deepEqual(first(activity([promise(['Molen'], text), promise(['Molen'], 'holder åbent')])).deletion, [text])
    assert.deepEqual(first(activity([promise(['Molen'], 'holder åbent')])).deletion, [])
  })
})

describe('an activity without promises of its own', () => {
  it('is no processing', () => {
    assert.deepEqual(read(activity([])).activities, [])
  })
})
