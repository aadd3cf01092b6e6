import type { Day } from '../../../platform/day.ts'
import type { Actor } from '../actor.ts'

/**
 * A resident who showed by a link that they are reached at their address. They are no person of the cooperation: the database knows
 * them by the prefix, and gives them their own record and nothing else.
 */
export const residentActor = (dataSubjectId: string, day: Day, requestId: string | null): Actor => ({
  personId: `subject:${dataSubjectId}`,
  name: null,
  postId: null,
  onBehalfOf: null,
  day,
  relations: new Set(['anyone']),
  requestId,
})

/** Finds a record by its mail address or a link by its secret, before it is known who asks. */
export const residentDesk: Actor = {
  personId: 'resident-desk',
  name: null,
  postId: null,
  onBehalfOf: null,
  day: null,
  relations: new Set(['anyone']),
}
