import type { Actor } from '../actor.ts'
import type { TrailNames } from '../audit/trail-words.ts'

/** What the audit trail needs of the rooms that know people and posts; handed in by app.ts. */
export interface TrailDesk {
  /** The names of everyone and of every post, as far as the actor may see them. */
  listNames(actor: Actor): Promise<TrailNames>
}
