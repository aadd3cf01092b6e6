/** What in a text can tell who a person is. */
export type FindingKind =
  | 'name'
  | 'known_person'
  | 'initials_with_age'
  | 'age_with_place'
  | 'relation'
  | 'address'
  | 'cpr'
  | 'phone'
  | 'mail'

/** A place in a text that tells who a person is, and wording that would not. Positions in UTF-16 units. */
export interface Finding {
  readonly kind: FindingKind
  readonly at: number
  readonly length: number
  /** Danish, as the texts are. */
  readonly suggestion: string
}
