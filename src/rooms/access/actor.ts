/** Who is acting. A visitor has no person; the words in `onBehalfOf` are the post held today ("projektkoordinator, Bølgen"). */
export interface Actor {
  readonly personId: string | null
  readonly name: string | null
  readonly onBehalfOf: string | null
}

/** Someone without an account: sees what is published. */
export const visitor: Actor = { personId: null, name: null, onBehalfOf: null }

/** Looks up who is at the door; acts on nothing else. */
export const signInDesk: Actor = { personId: 'sign-in-desk', name: null, onBehalfOf: null }

/** The program itself, at start and on the command line, where no person asks. */
export const system: Actor = { personId: 'system', name: 'Brobyg', onBehalfOf: null }
