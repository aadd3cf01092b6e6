/**
 * The agreement format `brobyg-agreement/1`: what the reader prints, and what import, export and revision speak.
 * Field names are fixed: add fields, never rename. What is missing is `null` or `[]`, never left out.
 * Days are ISO strings (`2012-11-29`), money is whole øre.
 */
export const agreementFormat = 'brobyg-agreement/1'

/** Where in the source a fact was read: 1-based lines, and the page where the source has pages. */
export interface SourcePlace {
  line: number
  toLine: number
  page: number | null
}

/** A span of days, both ends included; a missing end is open. */
export interface DaySpan {
  from: string | null
  to: string | null
}

export interface StatedGoal {
  text: string
  source: SourcePlace
}

/** What kind of party takes part. */
export const partyKinds = ['housing_organisation', 'department', 'association', 'club', 'other'] as const

export type PartyKind = (typeof partyKinds)[number]

/** A post and who holds it. `provisional` is true where the holder is marked "pt.". */
export interface Contact {
  party: string
  kind: PartyKind
  plan: string | null
  unit: string | null
  post: string | null
  holder: string | null
  provisional: boolean
  source: SourcePlace
}

/** A plan's money for the focus area. `amountOere` is null where the contract says there is none. */
export interface EconomicFrame {
  plan: string
  during: DaySpan | null
  amountOere: number | null
  text: string
  source: SourcePlace
}

/** Which of the template's questions a section answers. Kinds are added, never renamed. */
export const sectionKinds = [
  'purpose',
  'posts',
  'responsibilities',
  'economy',
  'venues',
  'anchoring',
  'revision',
  'framework',
  'organisation',
  'interplay',
  'baseline',
  'evaluation',
  'resources',
  'sub_goals',
  'activities',
  'content',
  'target_group',
  'success_criteria',
  'milestones',
  'indicators',
  'responsible',
  'focus_areas',
  'other',
] as const

export type SectionKind = (typeof sectionKinds)[number]

/**
 * One answer of the form. `text` has one paragraph or bullet a line; bullets begin with `• ` (deeper ones with
 * two spaces more before the sign).
 */
export interface AgreementSection {
  kind: SectionKind
  heading: string
  text: string
  source: SourcePlace
}

export interface AgreementVenue {
  name: string
  area: string | null
  source: SourcePlace
}

export interface AgreedAmount {
  amountOere: number
  per: string | null
  payer: string | null
  payee: string | null
  approximate: boolean
  text: string
  source: SourcePlace
}

/** A condition with a date and a consequence ("med forbehold for …"). */
export interface AgreementReservation {
  text: string
  until: string | null
  source: SourcePlace
}

/** What a promise is a promise of. */
export const commitmentKinds = [
  'meeting',
  'session',
  'presence',
  'payment',
  'planning',
  'staffing',
  'notice',
  'inform',
  'availability',
  'task',
] as const

export type CommitmentKind = (typeof commitmentKinds)[number]

/**
 * A promise as read. `id` is the activity's id, a slash and its number (`a3.1/k2`). `within` tells where its text stands:
 * the section's place in the activity's list and the offsets in that section's text (null for other activities).
 */
export interface ReadCommitment {
  id: string
  kind: CommitmentKind
  text: string
  owedBy: string[]
  owedTo: string[]
  notation: string
  within: { section: number; from: number; to: number } | null
  source: SourcePlace
}

/** What a stretch of answers is about: one activity, the sub-agreement of a focus area, or the cooperation as a whole. */
export const activityRoles = ['activity', 'sub_agreement', 'whole'] as const

export type ActivityRole = (typeof activityRoles)[number]

/**
 * A stretch of answers with what was read in them. An activity of a strategic agreement stands under the first sub-agreement
 * that names it; `focusAreas` are all it serves.
 */
export interface AgreedActivity {
  id: string
  parentId: string | null
  role: ActivityRole
  title: string
  focusAreas: string[]
  sections: AgreementSection[]
  contacts: Contact[]
  ages: { from: number | null; to: number | null } | null
  venues: AgreementVenue[]
  amounts: AgreedAmount[]
  reservations: AgreementReservation[]
  commitments: ReadCommitment[]
  source: SourcePlace
}

export interface OtherParty {
  name: string
  contact: string | null
  email: string | null
  source: SourcePlace
}

export interface OtherActivity {
  id: string
  title: string
  text: string
  validDuring: DaySpan | null
  commitments: ReadCommitment[]
  source: SourcePlace
}

export interface Footnote {
  mark: string
  text: string
  source: SourcePlace
}

/** What a person must settle: the reader never guesses silently. `about` names a field as a path (`activities.a3.contacts.0.post`). */
export interface ReaderQuestion {
  about: string
  text: string
  source: SourcePlace | null
}

/** A line of those who sign: the party, and who signed when where it says so. */
export interface Signatory {
  party: string
  name: string | null
  signedOn: string | null
  source: SourcePlace
}

export interface AgreementAttachment {
  title: string
  source: SourcePlace
}

export interface AgreementDocument {
  format: typeof agreementFormat
  /** The template it follows (`strategic-agreement/1`); null where none is known. */
  template: string | null
  source: { name: string; mediaType: string; sha256: string; lines: number }
  title: string | null
  municipality: string | null
  district: string | null
  leadParty: string | null
  focusArea: string | null
  signedOn: string | null
  caseNumber: string | null
  documentNumber: string | null
  validDuring: DaySpan | null
  preamble: string[]
  goals: StatedGoal[]
  policyGoals: StatedGoal[]
  contacts: Contact[]
  frames: EconomicFrame[]
  coordination: { forum: string | null; lead: Contact | null } | null
  activities: AgreedActivity[]
  otherParties: OtherParty[]
  otherActivities: OtherActivity[]
  attachments: AgreementAttachment[]
  signatories: Signatory[]
  footnotes: Footnote[]
  questions: ReaderQuestion[]
  trace: { lines: number; mapped: number; unmapped: number[] }
}
