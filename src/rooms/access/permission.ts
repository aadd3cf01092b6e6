import { Refused } from '../../platform/refused.ts'
import type { Actor } from './actor.ts'

/** Whether an actor may do one thing; a room lists its permissions in `<noun>.policy.ts`. */
export type Permission = (actor: Actor) => boolean

export const anyone: Permission = () => true

/** People with a post in the partnership, and the program itself. */
export const signedIn: Permission = (actor) => actor.personId !== null

/** The first beat of every action. Throws Refused('sign_in_first') or Refused('not_permitted'). */
export const requirePermission = (actor: Actor, permission: Permission): void => {
  if (permission(actor)) return
  throw new Refused(actor.personId === null ? 'sign_in_first' : 'not_permitted')
}
