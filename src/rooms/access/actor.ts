import type { Day } from '../../platform/day.ts'
import type { Relation } from './relation.ts'

/**
 * Who is acting, on which day, on behalf of which post they hold that day. A visitor has no person; someone signed in who holds no post
 * any more has a person and no post. The words in `onBehalfOf` are the post ("projektkoordinator, Bølgen").
 */
export interface Actor {
  readonly personId: string | null
  readonly name: string | null
  readonly postId: string | null
  readonly onBehalfOf: string | null
  readonly day: Day | null
  /** What the actor is wherever they look; what they are to one agreement is asked there. */
  readonly relations: ReadonlySet<Relation>
  /** The request this is part of, as the log and the audit trail tell it. */
  readonly requestId?: string | null
}

const byItself = (personId: string | null, name: string | null, relations: readonly Relation[]): Actor => ({
  personId,
  name,
  postId: null,
  onBehalfOf: null,
  day: null,
  relations: new Set(relations),
})

/** Someone without an account: sees what is published. */
export const visitor: Actor = byItself(null, null, ['anyone'])

/** Looks up who is at the door; acts on nothing else. */
export const signInDesk: Actor = byItself('sign-in-desk', null, ['anyone'])

/** The program itself, at start and on the command line, where no person asks. */
export const system: Actor = byItself('system', 'Brobyg', [
  'anyone',
  'holder',
  'party',
  'lead',
  'administrator',
  'program',
])
