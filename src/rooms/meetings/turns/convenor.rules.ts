import type { Day } from '../../../platform/day.ts'
import type { Convening, Convenorship, Member } from '../group/group.ts'
import { isThere, type Rotation, rotationOn, type RotationEvent } from './rotation.rules.ts'

/** Who is to call a group's next meeting. */
export interface Turn {
  /** Null = nobody is told to: nothing is agreed, or who did has stopped. */
  readonly memberId: string | null
  /** Where they take turns: who comes next, and how many turns each has had. */
  readonly rotation: Rotation | null
  /** The last day of whoever calls now, where it is known; a hand-over is due then. */
  readonly until: Day | null
  /** Somebody called the meetings and has stopped, and nobody has been chosen after them. */
  readonly isUnclaimed: boolean
}

interface Convenes {
  readonly convening: Convening
  readonly members: readonly Member[]
  readonly convenorships: readonly Convenorship[]
  readonly events: readonly RotationEvent[]
}

/** Whose turn it is on a day. `members` are all who sit or sat in the group. */
export const turnOn = ({ convening, members, convenorships, events }: Convenes, day: Day): Turn => {
  if (convening === 'rotation') {
    const takers = members
      .filter(({ takesTurns }) => takesTurns)
      .map(({ memberId, position, sits, turnsFrom }) => ({
        memberId,
        position,
        from: turnsFrom ?? sits.from,
        to: sits.to,
      }))
    const first = convenorships.toSorted((a, b) => String(a.during.from).localeCompare(String(b.during.from)))[0]
    const rotation = rotationOn(takers, events, day, first?.memberId ?? null)
    return { memberId: rotation.queue[0] ?? null, rotation, until: null, isUnclaimed: false }
  }
  const now = convenorships.find(({ during }) => isThere(during, day))
  const sitsThere = members.some(({ memberId, sits }) => memberId === now?.memberId && isThere(sits, day))
  return {
    memberId: now !== undefined && sitsThere ? now.memberId : null,
    rotation: null,
    until: now?.during.to ?? null,
    isUnclaimed: convenorships.length > 0 && (now === undefined || !sitsThere),
  }
}
