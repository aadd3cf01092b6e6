import type { Platform } from '../platform.ts'

/** What a check looks at. */
export interface CheckPlace {
  readonly platform: Platform
  /** Where PostgreSQL answers, as the owner of the tables: row-level security hides nothing from it. */
  readonly url: string
}

/** What a check came to. */
export interface Findings {
  /** What it looked at, so that one that saw nothing is seen; null = it could not be made here. */
  readonly looked: string | null
  /** In sentences, what is wrong. */
  readonly wrong: readonly string[]
  /** Why it could not be made. */
  readonly reason?: string
}

/** One thing that must be so, whatever happens. It changes nothing. */
export interface Check {
  readonly name: string
  readonly run: (place: CheckPlace) => Promise<Findings>
}
