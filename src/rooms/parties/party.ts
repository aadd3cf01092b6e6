import type { Day } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'

export type OrganisationId = Id<'organisation'>
export type PlanId = Id<'plan'>
export type AreaId = Id<'area'>
export type PostId = Id<'post'>
export type PersonId = Id<'person'>

export type OrganisationKind = 'housing_organisation' | 'department' | 'association' | 'club' | 'other'

/** A post to register: who it belongs to, and who holds it from a day, where the agreement says so. */
export interface PostToRegister {
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly plan: string | null
  readonly unit: string | null
  readonly title: string
  readonly holder: { readonly name: string; readonly email: string | null; readonly introduction: string | null } | null
  readonly provisional: boolean
}

/** What a post may do beside its part in agreements. `administrator`: sets the partnership up. `data_protection`: sees that data is guarded. */
export type Duty = 'administrator' | 'data_protection'

/** A post as someone holds it on a day. */
export interface HeldPost {
  readonly postId: string
  readonly organisationId: string
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly organisation: string
  readonly plan: string | null
  readonly unit: string | null
  /** What its organisation, plan and unit have been called or are called too. */
  readonly otherNames: readonly string[]
  readonly introduction: string | null
  readonly from: Day
}

/** A person, told apart from others of the name by their posts and whether a mail address is known. */
export interface KnownPerson {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  /** "projektkoordinator, Bølgen · …", of all time. */
  readonly posts: string
}

/** A post that somebody may be invited to. */
export interface PostChoice {
  readonly postId: string
  readonly title: string
  readonly organisation: string
  readonly plan: string | null
  readonly unit: string | null
}

/** The post in words: "projektkoordinator, Bølgen". */
export const postWords = (post: Pick<HeldPost, 'title' | 'organisation' | 'plan'>): string =>
  `${post.title}, ${post.plan ?? post.organisation}`

/** Several posts in words, each once however it is spelled: ["projektkoordinator, Bølgen", …]. */
export const distinctPostWords = (posts: readonly Pick<HeldPost, 'title' | 'organisation' | 'plan'>[]): string[] => [
  ...new Map(posts.map((post) => [postWords(post).toLowerCase(), postWords(post)])).values(),
]

/** The whole post in words, so that no two are told the same: "projektkoordinator, Bølgen, Boligforeningen Fyret". */
export const wholePostWords = ({ title, unit, plan, organisation }: Omit<PostChoice, 'postId'>): string =>
  [title, unit, plan, organisation].filter((part) => part !== null).join(', ')
