import type { Day } from '../../../platform/day.ts'

/** What contacts are put together by: party, plan, unit, post or activity. */
export const groupings = ['party', 'plan', 'unit', 'post', 'activity'] as const

export type Grouping = (typeof groupings)[number]

/** Who holds a post on the day asked. What the reader may not see of them is null. */
export interface ContactHolder {
  readonly holderId: string
  readonly personId: string | null
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly provisional: boolean
  /** The day somebody last said that the entry is right, until the day asked; null = never. */
  readonly confirmedOn: Day | null
}

/** A post to call, with its names on the day asked. */
export interface Contact {
  readonly postId: string
  readonly title: string
  readonly organisationId: string
  readonly organisation: string
  readonly planId: string | null
  readonly plan: string | null
  readonly unitId: string | null
  readonly unit: string | null
  /** The agreement and the activity it stands under, where contacts are put together by activity. */
  readonly place: { readonly slug: string; readonly agreement: string; readonly activity: string | null } | null
  /** Null = nobody holds the post. */
  readonly holder: ContactHolder | null
}

/** What is asked of the list. */
export interface AskedContacts {
  readonly day: Day
  /** Whether the reader takes part, and so sees everybody; else what published agreements name. */
  readonly isWhole: boolean
  /** Folded words, each with the words that do as well: all must be found. Empty = everybody. */
  readonly words: readonly (readonly string[])[]
  readonly grouping: Grouping
  /** An agreement's address, or with a slash one of its activities: `havneby-job/a2`; '' = any. */
  readonly activity: string
  readonly from: number
  /** Null = all that are left. */
  readonly most: number | null
}

/** A stretch of the list, and how many there are in all. */
export interface ListedContacts {
  readonly contacts: readonly Contact[]
  readonly total: number
}
