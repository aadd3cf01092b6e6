import type { Day } from '../../../platform/day.ts'

/** Somebody who calls meetings in turn: from a day, in the order of `position`; null = still. */
export interface TurnTaker {
  readonly memberId: string
  readonly position: number
  readonly from: Day | null
  readonly to: Day | null
}

/**
 * What became of turns, in the order it was noted. `turn` called a meeting · `skip` could not, and has the next turn instead · `swap` changed
 * places with another who has yet to take theirs this round · `returned` the meeting was called off, so the turn is theirs again.
 */
export interface RotationEvent {
  readonly kind: 'turn' | 'skip' | 'swap' | 'returned'
  readonly memberId: string
  readonly otherId: string | null
  readonly on: Day
}

export interface Rotation {
  /** Whose turn it is, and who comes after, to the end of the round. */
  readonly queue: readonly string[]
  /** Turns taken or forgiven by each who takes part, since they came. */
  readonly turns: ReadonlyMap<string, number>
}

interface Running {
  queue: string[]
  /** Turns taken or forgiven; who waits this round stands at `round - 1`, who has had theirs at `round`. */
  readonly level: Map<string, number>
  round: number
}

/** Whether a day lies in a span of days, both ends included. */
export const isThere = ({ from, to }: Pick<TurnTaker, 'from' | 'to'>, day: Day): boolean =>
  (from === null || Temporal.PlainDate.compare(from, day) <= 0) &&
  (to === null || Temporal.PlainDate.compare(day, to) <= 0)

/**
 * Lays the turns of a group: a fixed order, walked round by round. Each who takes part has one turn a round, so no two differ by more than one;
 * a newcomer joins at the end of the round and owes nothing for what was before; who skips has the next turn instead, and where they cannot
 * all round it is forgiven, so that nobody is flooded. `first` calls the very first meeting. Pure; linear in the events times those who take part.
 */
export const rotationOn = (
  takers: readonly TurnTaker[],
  events: readonly RotationEvent[],
  day: Day,
  first: string | null = null,
): Rotation => {
  const order = beginWith(takers, first)
  const running: Running = { queue: [], level: new Map(), round: 0 }
  for (const event of events) {
    settle(running, order, event.on)
    apply(running, event)
  }
  settle(running, order, day)
  return { queue: running.queue, turns: running.level }
}

const beginWith = (takers: readonly TurnTaker[], first: string | null): TurnTaker[] => {
  const order = takers.toSorted((a, b) => a.position - b.position)
  const at = order.findIndex(({ memberId }) => memberId === first)
  const began = order[at]?.from ?? null
  // Only those who were there from the beginning change places; who came later comes last.
  if (at <= 0) return order
  const founders = order.filter(({ from }) => String(from) === String(began))
  const turned = founders.findIndex(({ memberId }) => memberId === first)
  const rest = order.filter((taker) => !founders.includes(taker))
  return [...founders.slice(turned), ...founders.slice(0, turned), ...rest]
}

/** Lets out who has left, begins a new round where one is over, and lets in who has come, last in the round. */
const settle = (running: Running, order: readonly TurnTaker[], day: Day): void => {
  const present = order.filter((taker) => isThere(taker, day)).map(({ memberId }) => memberId)
  running.queue = running.queue.filter((memberId) => present.includes(memberId))
  for (const memberId of running.level.keys()) if (!present.includes(memberId)) running.level.delete(memberId)
  if (running.queue.length === 0) {
    running.round += 1
    running.queue = present.filter((memberId) => running.level.has(memberId))
  }
  for (const memberId of present) {
    if (running.level.has(memberId)) continue
    running.level.set(memberId, running.round - 1)
    running.queue.push(memberId)
  }
}

const apply = (running: Running, { kind, memberId, otherId }: RotationEvent): void => {
  const { queue, level, round } = running
  const at = queue.indexOf(memberId)
  if (kind === 'returned') returnTurn(running, memberId)
  else if (at < 0) return
  else if (kind === 'turn') {
    queue.splice(at, 1)
    level.set(memberId, round)
  } else if (kind === 'swap') {
    const other = otherId === null ? -1 : queue.indexOf(otherId)
    if (other >= 0 && otherId !== null) [queue[at], queue[other]] = [otherId, memberId]
  } else {
    // Who skips has the next turn instead; where nobody is left to go before them, the turn is forgiven.
    queue.splice(at, 1)
    if (queue.length === 0) level.set(memberId, round)
    else queue.splice(at + 1, 0, memberId)
  }
}

/** The turn is theirs again; a round that was over by it goes on. Where another round is under way it is the first turn they have in that. */
const returnTurn = (running: Running, memberId: string): void => {
  const { queue, level, round } = running
  const standing = level.get(memberId)
  if (standing === undefined) return
  const nobodyHas = [...level.values()].every((turns) => turns === round - 1)
  if (standing === round - 1 && nobodyHas && round > 1) {
    running.round -= 1
    running.queue = []
  } else running.queue = queue.filter((waiting) => waiting !== memberId)
  if (standing === running.round) level.set(memberId, standing - 1)
  running.queue.unshift(memberId)
}

/** Whether two may change places: both have yet to take their turn this round. */
export const maySwap = ({ queue }: Rotation, one: string, other: string): boolean =>
  one !== other && queue.includes(one) && queue.includes(other)

/** How far the turns of those who take part are from each other; never more than one. */
export const unevenness = ({ turns }: Rotation): number =>
  turns.size === 0 ? 0 : Math.max(...turns.values()) - Math.min(...turns.values())
