import type { Platform } from '../platform.ts'

/** What a check looks at. */
export interface CheckPlace {
  readonly platform: Platform
  /** Where PostgreSQL answers, as the owner of the tables: row-level security hides nothing from it. */
  readonly url: string
}

/** What a check looked at, so that one that saw nothing is seen, and in sentences what is wrong. */
export interface Findings {
  readonly looked: string
  readonly wrong: readonly string[]
}

/** One thing that must be so, whatever happens. It changes nothing. */
export interface Check {
  readonly name: string
  readonly run: (place: CheckPlace) => Promise<Findings>
}
