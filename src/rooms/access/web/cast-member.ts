/** Someone who may be chosen at the sign-in desk while Brobyg is tried out. */
export interface CastMember {
  readonly personId: string
  readonly name: string
  /** The organisation they are listed under. */
  readonly organisation: string
  /** Their posts in words; the organisation only where it is another. */
  readonly posts: string
  readonly introduction: string | null
}
