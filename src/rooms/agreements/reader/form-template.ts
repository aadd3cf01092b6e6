import type { PartyKind, SectionKind } from '../agreement-format.ts'

/** The stretches a filled form falls into, in the order the form prints them. */
export type FormPart =
  | 'cover'
  | 'contents'
  | 'preamble'
  | 'overall'
  | 'goals'
  | 'policyGoals'
  | 'sharedActivities'
  | 'parties'
  | 'frame'
  | 'coordination'
  | 'activities'
  | 'otherParties'
  | 'otherActivities'

/** Wordings that announce a part. Any of them will do; spelling, case, order and extra words may differ. */
export interface PartHeading {
  part: FormPart
  wordings: string[]
}

/** One question the form asks of every activity. A question that is `usual` is missed when it has no answer. */
export interface FormQuestion {
  kind: SectionKind
  /** What people call the question among themselves. */
  name: string
  wordings: string[]
  isUsual: boolean
}

/** Wordings that announce the parties of one kind. */
export interface PartyHeading {
  kind: PartyKind
  wordings: string[]
}

/**
 * A form as data: what its parts and questions are called. The reader knows no form of its own, so another
 * generation of agreements is read by writing another template.
 */
export interface FormTemplate {
  id: string
  /** What the document calls itself on its cover. */
  documentTitles: string[]
  parts: PartHeading[]
  questions: FormQuestion[]
  partyHeadings: PartyHeading[]
  /** Labels of a cell or line whose answer is an activity's name. */
  activityNameLabels: string[]
  /** Words that open the title of an activity inside another. */
  subActivityWords: string[]
  /** Instructions printed in the form that ask for nothing. */
  instructions: string[]
}
