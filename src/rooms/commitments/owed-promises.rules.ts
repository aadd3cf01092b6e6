import { dayNumberOf } from '../../platform/day-number.ts'
import type { Day } from '../../platform/day.ts'
import type { PlacedCommitment } from './commitment.ts'
import { isOwedBy, type Place } from './owed-by.rules.ts'
import type { CommitmentState, Standing } from './state/state.ts'

/** Whose a promise is, seen from some posts: theirs to keep, owed to them by others, or neither. */
export type Share = 'ours' | 'to_us' | 'others'

/** A promise in a list: how it stands, whose it is, and which posts its activity names. */
export interface OwedPromise {
  readonly commitment: PlacedCommitment
  readonly standing: Standing
  readonly share: Share
  readonly contacts: readonly Place[]
}

/**
 * Whose a promise is. It is owed to us where it says so, and where it says nothing but we are among those who carry the activity out.
 */
export const shareOf = (
  { owedBy, owedTo }: Pick<PlacedCommitment, 'owedBy' | 'owedTo'>,
  posts: readonly Place[],
  contacts: readonly Place[],
): Share => {
  if (posts.some((post) => isOwedBy(owedBy, post, contacts))) return 'ours'
  const receivers = owedTo.length > 0 ? owedTo : ['parterne']
  return posts.some((post) => isOwedBy(receivers, post, contacts)) ? 'to_us' : 'others'
}

/** Promises in the order a person takes them up. */
export interface Agenda {
  /** Broken or at risk: the broken first, then by date. */
  readonly urgent: readonly OwedPromise[]
  /** What falls due within the horizon, by date. */
  readonly upcoming: readonly OwedPromise[]
  readonly rest: readonly OwedPromise[]
}

/** Sorts promises by how they call for someone on a day. `horizon` in days; null = however far ahead. */
export const agendaOf = (promises: readonly OwedPromise[], day: Day, horizon: number | null): Agenda => {
  const until = horizon === null ? Infinity : dayNumberOf(day) + horizon
  const byCall = Map.groupBy(promises, ({ standing }) => callOf(standing, until))
  return {
    urgent: (byCall.get('urgent') ?? []).toSorted((a, b) => gravity(a) - gravity(b) || dueOf(a) - dueOf(b)),
    upcoming: (byCall.get('upcoming') ?? []).toSorted((a, b) => dueOf(a) - dueOf(b)),
    rest: (byCall.get('rest') ?? []).toSorted((a, b) => dueOf(a) - dueOf(b)),
  }
}

const callOf = ({ state, nextOn }: Standing, until: number): keyof Agenda => {
  if (state === 'broken' || state === 'at_risk') return 'urgent'
  const falls = state === 'due' || state === 'kept'
  return falls && nextOn !== null && nextOn <= until ? 'upcoming' : 'rest'
}

const gravity = ({ standing }: OwedPromise): number => (standing.state === 'broken' ? 0 : 1)

const dueOf = ({ standing }: OwedPromise): number => standing.nextOn ?? Number.MAX_SAFE_INTEGER

/** The states in the order their counts are told. */
export const statesInOrder: readonly CommitmentState[] = [
  'broken',
  'at_risk',
  'due',
  'kept',
  'waiting',
  'on_demand',
  'unjudged',
  'ended',
]

/** How many promises are in each state, those without any left out. */
export const countStates = (promises: readonly OwedPromise[]): [state: CommitmentState, count: number][] => {
  const byState = Map.groupBy(promises, ({ standing }) => standing.state)
  return statesInOrder.flatMap((state) => {
    const count = byState.get(state)?.length ?? 0
    return count === 0 ? [] : [[state, count]]
  })
}

/** The activity a promise was read in: `a3.1/k2` → `a3.1`. */
export const activityOf = (readingId: string): string => readingId.split('/')[0] ?? readingId
