import { type Actor, type Permission, requirePermission } from '../rooms/access/index.ts'
import type { WebContext } from './page-context.ts'

/** Lets only those on who may, and tells the frame why they see the page. Answers who acts. Throws as `requirePermission` does. */
export const permit = (c: WebContext, permission: Permission): Actor => {
  const actor = c.get('actor')
  requirePermission(actor, permission)
  c.set('sight', { permission, toThing: new Set() })
  return actor
}
