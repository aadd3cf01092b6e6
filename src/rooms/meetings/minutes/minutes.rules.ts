import { Refused } from '../../../platform/refused.ts'

type Day = Temporal.PlainDate

/** What is so of a meeting's minutes. */
export interface MinutesFacts {
  readonly state: 'planned' | 'called' | 'held' | 'cancelled'
  readonly day: Day
  readonly sentOn: Day | null
  readonly standAs: 'approved' | 'unobjected' | null
  readonly isCorrected: boolean
  /** Somebody has objected to the last edition. */
  readonly isObjected: boolean
  readonly objectionDays: number
}

/**
 * `not_yet` the day has not come · `writing` they are written · `correcting` a new edition is written · `sent` they may be objected to ·
 * `objected` somebody did · `overdue` nobody did in time, and they wait for the night · `stands` · `none` the meeting was called off.
 */
export type MinutesStage = 'not_yet' | 'writing' | 'correcting' | 'sent' | 'objected' | 'overdue' | 'stands' | 'none'

/** The last day minutes sent on a day may be objected to. */
export const lastObjectionDay = (sentOn: Day, objectionDays: number): Day => sentOn.add({ days: objectionDays })

/** How a meeting's minutes stand on the day. */
export const stageOfMinutes = (facts: MinutesFacts, today: Day): MinutesStage => {
  if (facts.state === 'cancelled') return 'none'
  if (facts.isCorrected) return 'correcting'
  if (facts.standAs !== null) return 'stands'
  if (facts.sentOn === null) return Temporal.PlainDate.compare(today, facts.day) < 0 ? 'not_yet' : 'writing'
  if (facts.isObjected) return 'objected'
  const last = lastObjectionDay(facts.sentOn, facts.objectionDays)
  return Temporal.PlainDate.compare(today, last) > 0 ? 'overdue' : 'sent'
}

type MinutesMove = 'write' | 'send' | 'approve' | 'object' | 'correct' | 'stand' | 'publish' | 'not_held'

/** What may be done with minutes at each stage. */
export const minutesMoves: Readonly<Record<MinutesStage, readonly MinutesMove[]>> = {
  not_yet: [],
  writing: ['write', 'send', 'not_held'],
  correcting: ['write', 'send'],
  sent: ['approve', 'object', 'correct', 'not_held'],
  objected: ['object', 'correct', 'not_held'],
  overdue: ['approve', 'correct', 'stand', 'not_held'],
  stands: ['correct', 'publish', 'not_held'],
  none: [],
}

/** Throws Refused with why the move cannot be made: 'minutes_not_yet', 'meeting_cancelled', 'minutes_sent', 'minutes_not_sent', 'minutes_objected', 'minutes_stand' or 'objections_closed'. */
export const requireMove = (stage: MinutesStage, move: MinutesMove): void => {
  if (minutesMoves[stage].includes(move)) return
  throw new Refused(whyNot(stage, move))
}

const whyNot = (stage: MinutesStage, move: MinutesMove): string => {
  if (stage === 'not_yet') return 'minutes_not_yet'
  if (stage === 'none') return 'meeting_cancelled'
  if (stage === 'writing' || stage === 'correcting') return 'minutes_not_sent'
  if (move === 'write' || move === 'send') return 'minutes_sent'
  if (move === 'object') return 'objections_closed'
  if (stage === 'objected') return 'minutes_objected'
  return stage === 'stands' ? 'minutes_stand' : 'minutes_not_standing'
}

/** Which promises of a group a meeting counts for: an extraordinary one only where the promise has no rhythm. */
export const countsFor = <Promise extends { readonly isOnDemand: boolean }>(
  promises: readonly Promise[],
  isExtraordinary: boolean,
): Promise[] => promises.filter(({ isOnDemand }) => !isExtraordinary || isOnDemand)

/** How many parties came, where so many must. */
export const quorumOf = (
  needed: number | null,
  present: readonly { readonly party: string; readonly presence: string }[],
): { needed: number; came: number } | null =>
  needed === null
    ? null
    : {
        needed,
        came: new Set(present.filter(({ presence }) => presence === 'present').map(({ party }) => party)).size,
      }

/** Whether a meeting could decide. */
export const couldDecide = (quorum: { readonly needed: number; readonly came: number } | null): boolean =>
  quorum === null || quorum.came >= quorum.needed
