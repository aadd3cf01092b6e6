import type { DatabaseActor } from '../../../platform/database/index.ts'
import type { ResidentLanguage } from '../../../platform/resident-language.ts'

/** `coming` there is a place · `waiting` they come in, in the order they signed up, when places come free. */
export type SignUpState = 'coming' | 'waiting'

/** What is asked of a guardian, and nothing more. */
export interface SignUpFacts {
  readonly guardian: string
  readonly phone: string | null
  readonly email: string | null
  readonly children: number
  /** What they are told in. */
  readonly language: ResidentLanguage
}

/** Somebody signed up for one time of an activity. */
export interface SignUp extends SignUpFacts {
  readonly signUpId: string
  readonly occurrenceId: string
  readonly state: SignUpState
  readonly signedAt: Temporal.Instant
}

/** How many may come in one sign-up. */
export const mostChildren = 8

/** Whoever holds the link of a sign-up: the database shows them that one alone. */
export const linkHolder = (tokenHash: Buffer): DatabaseActor => ({ personId: `sign-up:${tokenHash.toString('hex')}` })

/** The one way to reach somebody, as two are compared: the mail in small letters, or the last eight digits of the phone. */
export const contactKey = ({ email, phone }: Pick<SignUpFacts, 'email' | 'phone'>): string =>
  email?.toLowerCase() ?? phone?.replaceAll(/\D/g, '').slice(-8) ?? ''

/**
 * What somebody who signed up is told: `coming` and `waiting` right after, `came_in` when a place came free, and what has happened to the
 * time itself. `removed` it is taken out of the calendar.
 */
export type SignUpNews = 'coming' | 'waiting' | 'came_in' | 'cancelled' | 'moved' | 'revived' | 'removed'
