/** Someone who may be chosen at the sign-in desk while Brobyg is tried out. */
export interface CastMember {
  readonly personId: string
  readonly name: string
  readonly onBehalfOf: string
  readonly introduction: string | null
}
