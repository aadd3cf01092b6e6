import assert from 'node:assert/strict'
import type {
  AgreedActivity,
  AgreementDocument,
  AgreementSection,
  Contact,
  ReadCommitment,
  SectionKind,
} from '../../agreements/index.ts'
import { readCommitments } from './read-commitments.ts'

export const place = { line: 10, toLine: 10, page: null }

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

export const twoPlans = [
  contact('Boligforeningen Fyret', 'Bølgen', 'Projektkoordinator', 'Ida Holt'),
  contact('Almenbolig Strand', 'Kajkanten', 'Sekretariatsleder'),
  contact('Kultur- og Idrætsforvaltningen', null, 'Daglig leder af Værftet'),
]

export const onePlan = [
  contact('Boligforeningen Fyret', 'Bølgen', 'Projektkoordinator', 'Ida Holt'),
  contact('Boligforeningen Fyret', 'Bølgen', 'Ungemedarbejder'),
  contact('Børne- og Skoleforvaltningen', null, 'Pædagogisk leder af Juniorklubben Søstjernen', 'Nadia Rahimi'),
]

export const section = (kind: SectionKind, text: string): AgreementSection => ({
  kind,
  heading: kind,
  text,
  source: place,
})

export const activity = (sections: AgreementSection[], contacts: Contact[]): AgreedActivity => ({
  id: 'a1',
  parentId: null,
  role: 'activity',
  focusAreas: [],
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

export const agreement = (activities: AgreedActivity[], more: Partial<AgreementDocument> = {}): AgreementDocument => ({
  format: 'brobyg-agreement/1',
  template: null,
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
  attachments: [],
  signatories: [],
  footnotes: [],
  questions: [],
  trace: { lines: 0, mapped: 0, unmapped: [] },
  ...more,
})

/** The promises of one section of a made-up activity. */
export const read = (kind: SectionKind, text: string, contacts = onePlan): ReadCommitment[] =>
  readCommitments(agreement([activity([section(kind, text)], contacts)])).activities[0]?.commitments ?? []

/** The first promise of a section that has one. */
export const first = (kind: SectionKind, text: string, contacts = onePlan): ReadCommitment => {
  const [commitment] = read(kind, text, contacts)
  assert.ok(commitment, `no promise in "${text}"`)
  return commitment
}
