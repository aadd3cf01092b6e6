import { createHmac } from 'node:crypto'
import { keepHouse, type Database, type DatabaseActor } from '../database/index.ts'
import type { Platform } from '../platform.ts'
import { Refused } from '../refused.ts'
import { getSigningKey } from '../signing-key.queries.ts'
import type { Limit } from './limits.ts'
import { deleteFreeTurns, getFreeAt, takeTurn } from './rate-limit.queries.ts'

type WithClock = Pick<Platform, 'database' | 'clock'>

/**
 * Takes one turn of the subject, in a transaction of its own: it counts also when what follows is undone. So call it before the
 * action's transaction begins. Throws Refused('too_many_requests', { minutes }) where no turn is left; that attempt costs nothing.
 */
export const requireTurn = async (platform: WithClock, limit: Limit, subject: string): Promise<void> => {
  const key = await countingKey(platform)
  const keyHash = createHmac('sha256', key).update(`${limit.name}|${subject}`).digest()
  const now = platform.clock.now()
  const owed = await keepHouse(platform, doorkeeper, async (tx) =>
    (await takeTurn(tx, limit, keyHash, now)) ? null : getFreeAt(tx, keyHash),
  )
  if (owed !== null) throw new Refused('too_many_requests', { minutes: minutesUntilTurn(limit, owed, now) })
}

/** Clears away the rows of subjects who have all their turns again. */
export const clearFreeTurns = (platform: WithClock): Promise<void> =>
  keepHouse(platform, doorkeeper, async (tx) => {
    await deleteFreeTurns(tx, platform.clock.now())
  })

/** Counts at the door; row-level security lets it see nothing but its counts. */
const doorkeeper: DatabaseActor = { personId: 'doorkeeper' }

/** Whole minutes, at least one. */
const minutesUntilTurn = ({ turns, seconds }: Limit, freeAt: Temporal.Instant, now: Temporal.Instant): number => {
  const wait = freeAt.since(now).total('seconds') + seconds / turns - seconds
  return Math.max(1, Math.ceil(wait / 60))
}

// The key never changes while a process runs, and is asked for at every form.
const keys = new WeakMap<Database, Buffer>()

const countingKey = async (platform: WithClock): Promise<Buffer> => {
  const known = keys.get(platform.database)
  if (known !== undefined) return known
  const key = await getSigningKey(platform)
  keys.set(platform.database, key)
  return key
}
