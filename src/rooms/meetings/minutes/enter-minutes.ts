import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { homeZone, today } from '../../../platform/day.ts'
import type { Permission } from '../../access/index.ts'
import { type Acting, enterMeeting } from '../enter.ts'
import { dayOfMeeting, type LoadedGroup } from '../group/load-group.ts'
import type { Meeting } from '../meeting.ts'
import type { MinutesEdition, Objection } from './minutes.ts'
import { listEditions, listObjections } from './minutes.queries.ts'
import { lastObjectionDay, type MinutesStage, requireMove, stageOfMinutes } from './minutes.rules.ts'

/** A meeting's minutes, and how they stand. */
export interface MinutesState {
  readonly stage: MinutesStage
  readonly editions: readonly MinutesEdition[]
  readonly objections: readonly Objection[]
  /** The last day they may be objected to; null = they were not sent. */
  readonly lastDay: Temporal.PlainDate | null
}

/** How a meeting's minutes stand on the day. */
export const loadMinutesState = async (
  tx: ReadTx,
  meeting: Meeting,
  objectionDays: number,
  day: Temporal.PlainDate,
): Promise<MinutesState> => {
  const editions = await listEditions(tx, [meeting.meetingId])
  const objections = await listObjections(tx, meeting.meetingId)
  const last = editions.at(-1)
  const sentOn = meeting.minutesSentAt?.toZonedDateTimeISO(homeZone).toPlainDate() ?? null
  const facts = {
    state: meeting.state,
    day: dayOfMeeting(meeting),
    sentOn,
    standAs: meeting.minutesStandAs,
    isCorrected: meeting.correctingBecause !== '',
    isObjected: objections.some(({ editionId }) => editionId === last?.editionId),
    objectionDays,
  }
  const lastDay = sentOn === null ? null : lastObjectionDay(sentOn, objectionDays)
  return { stage: stageOfMinutes(facts, day), editions, objections, lastDay }
}

export interface EnteredMinutes extends MinutesState {
  readonly meeting: Meeting
  readonly loaded: LoadedGroup
}

/** Holds a meeting until the transaction ends, and lets a move of its minutes be made. Throws as `enterMeeting` and `requireMove`. */
export const enterMinutes = async (
  tx: WriteTx,
  acting: Acting,
  meetingId: string,
  { move, permission }: { readonly move: Parameters<typeof requireMove>[1]; readonly permission: Permission },
): Promise<EnteredMinutes> => {
  const { meeting, loaded } = await enterMeeting(tx, acting, { meetingId, version: null }, permission)
  const state = await loadMinutesState(tx, meeting, loaded.group.objectionDays, today(acting.platform.clock))
  requireMove(state.stage, move)
  return { ...state, meeting, loaded }
}
