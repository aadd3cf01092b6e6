import type { DaySpan } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Id } from '../../../platform/id.ts'

export type DataSubjectId = Id<'data_subject'>
export type ConsentId = Id<'consent'>

/** Somebody the cooperation works for: a resident, a child, a young person or a guardian. They have no account. */
export interface DataSubject {
  readonly dataSubjectId: string
  /** A given name, or whatever they want to be called. */
  readonly called: string
  /** null = of age. */
  readonly birthMonth: Temporal.PlainYearMonth | null
  readonly mail: string | null
  readonly phone: string | null
  readonly registeredPostId: string | null
  readonly registeredAt: Temporal.Instant
}

/** Who is a guardian of a child, from a day to a day. */
export interface Guardianship {
  readonly guardianshipId: string
  readonly childId: string
  readonly guardianId: string
  readonly holdsCustody: boolean
  readonly during: DaySpan
}

export type GivenHow = 'paper' | 'spoken' | 'signed_link'

/** What one giver answered. Withdrawn without having been given = they said no. */
export interface ConsentAnswer {
  readonly giverId: string
  readonly givenOn: Day | null
  readonly withdrawnOn: Day | null
  readonly how: GivenHow
}

/** Whom a consent lets into the circle: a post or an organisation, which shares or receives. */
export interface CircleMember {
  readonly postId: string | null
  readonly organisationId: string | null
  readonly side: 'shares' | 'receives'
}

/** What may be shared about somebody, with whom, for what, until when. */
export interface Consent {
  readonly consentId: string
  readonly dataSubjectId: string
  readonly consentPurpose: string
  readonly purpose: string
  readonly isMaterial: boolean
  readonly during: { readonly from: Day; readonly to: Day }
  readonly dataKinds: readonly string[]
  readonly answers: readonly ConsentAnswer[]
  readonly circle: readonly CircleMember[]
  readonly recordedPostId: string | null
  readonly recordedAt: Temporal.Instant
}

/** A word a municipality may add to: a kind of data, or a purpose. */
export interface ListedWord {
  readonly code: string
  readonly da: string
  readonly en: string
}
