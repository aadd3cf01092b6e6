/** A post a version names, in one of its activities or, where that is empty, over all of it. */
export interface NamedPost {
  readonly postId: string
  readonly organisationId: string
  readonly planId: string | null
  readonly activityId: string
  readonly isLead: boolean
  readonly title: string
  readonly organisation: string
  readonly plan: string | null
  readonly unit: string | null
}
