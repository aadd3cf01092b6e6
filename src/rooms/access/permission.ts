import { Refused } from '../../platform/refused.ts'
import type { Actor } from './actor.ts'
import { type Relation, relationsInOrder } from './relation.ts'

/** Who may do one thing: any of these relations is enough. A room lists its permissions in `<noun>.policy.ts`. */
export type Permission = readonly Relation[]

/** What the actor is to one thing, beside what they are everywhere; asked of the database by the room that owns the thing. */
export type Relations = ReadonlySet<Relation>

const toNothing: Relations = new Set()

/** Whether the actor may, given what they are to the thing. Pages ask it before they show a way to do it. */
export const isPermitted = (actor: Actor, permission: Permission, toThing: Relations = toNothing): boolean =>
  permission.some((relation) => actor.relations.has(relation) || toThing.has(relation))

/** The first beat of every action. Throws Refused('sign_in_first') or Refused('not_permitted'), which tells who may. */
export const requirePermission = (actor: Actor, permission: Permission, toThing: Relations = toNothing): void => {
  if (isPermitted(actor, permission, toThing)) return
  throw actor.personId === null
    ? new Refused('sign_in_first')
    : new Refused('not_permitted', { whoMay: permission.join(' ') })
}

/** Why the actor may: their nearest relation among those that suffice; null where they may not. */
export const whyPermitted = (actor: Actor, permission: Permission, toThing: Relations = toNothing): Relation | null =>
  relationsInOrder.find(
    (relation) => permission.includes(relation) && (actor.relations.has(relation) || toThing.has(relation)),
  ) ?? null
