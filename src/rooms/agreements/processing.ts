/** Whose data an activity needs, as its ages and its words tell. */
export type SubjectKind = 'children' | 'young' | 'children_and_young' | 'parents' | 'volunteers' | 'residents' | 'staff'

/** Kinds of data. `counts`: heads are counted, and nobody is written down. */
export type DataKind =
  | 'work_contact'
  | 'child_name'
  | 'guardian_contact'
  | 'resident_name'
  | 'wish'
  | 'job'
  | 'counts'
  | 'volunteer'

export interface DataSubjects {
  readonly kind: SubjectKind
  readonly ages: { readonly from: number | null; readonly to: number | null } | null
}

/** What a party is to an activity: controller alone for what it does itself, jointly for what several do together, or only told. */
export type PartyRole = 'own' | 'joint' | 'recipient' | 'none'

/** Something a party promised to do, and who is controller for it. */
export interface ProcessingStep {
  readonly text: string
  readonly controllers: readonly string[]
  /** Names in the agreement that stand for no party it lists: a person must settle who that is. */
  readonly unsettled: readonly string[]
}

/** An activity of an agreement as a processing of personal data. */
export interface ProcessingActivity {
  readonly id: string
  readonly title: string
  /** The first sentences of its purpose, word for word; null where the agreement states none. */
  readonly purpose: { readonly quote: string; readonly isWhole: boolean } | null
  readonly subjects: readonly DataSubjects[]
  readonly data: readonly DataKind[]
  readonly steps: readonly ProcessingStep[]
  readonly roles: ReadonlyMap<string, PartyRole>
  /** What the agreement itself says of deleting, word for word. */
  readonly deletion: readonly string[]
}

/** The processing activities of one agreement, and its parties in the order it names them. */
export interface AgreementProcessing {
  readonly parties: readonly string[]
  readonly activities: readonly ProcessingActivity[]
}
