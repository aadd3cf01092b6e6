import { z } from 'zod'
import { keepHouse, leaveTrace, type WriteTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { system } from '../../access/index.ts'
import { writeJournal } from '../../agreements/index.ts'
import { leaveEvidence, planOfCommitment, withdrawEvidence } from '../../commitments/index.ts'
import { loadMinutesState } from './enter-minutes.ts'
import { findGroup } from '../group/group.queries.ts'
import { dayOfMeeting, type LoadedGroup, loadGroup } from '../group/load-group.ts'
import { agreementsOfGroup } from './load-minutes.ts'
import type { Meeting } from '../meeting.ts'
import { getMeetingForUpdate, updateMeeting } from '../meeting.queries.ts'
import {
  deleteMeetingEvidence,
  insertMeetingEvidence,
  listMeetingEvidence,
  listMeetingsAwaiting,
} from './minutes.queries.ts'
import { countsFor } from './minutes.rules.ts'

/** The task that lets a meeting count for its promises, or count no longer, and tells the agreements' journals of an edition. */
export const settleMinutesTask = 'settle_minutes'

const payloadForm = z.object({ meetingId: z.string(), edition: z.coerce.number() })

/** Queues what follows from minutes that were sent or came to stand, in the caller's transaction: the program may where the writer may not. */
export const queueSettling = (
  tx: WriteTx,
  { meetingId, edition }: { readonly meetingId: string; readonly edition: number | null },
): Promise<void> =>
  addJob(tx, {
    task: settleMinutesTask,
    payload: { meetingId, edition: String(edition ?? 0) },
    at: null,
    key: null,
  })

/** Does what follows from minutes, as the program. Doing it again changes nothing but an edition's line in the journals. */
export const settleMinutesNow =
  (platform: Platform): Task =>
  async (payload) => {
    const { meetingId, edition } = payloadForm.parse(payload)
    await keepHouse(platform, system, async (tx) => {
      const meeting = await getMeetingForUpdate(tx, meetingId)
      const group = await findGroup(tx, meeting.groupId)
      if (group === undefined) return
      const loaded = await loadGroup(tx, group, dayOfMeeting(meeting))
      if (edition > 0) await journalise(tx, platform, { meeting, loaded }, edition)
      await settleEvidence(tx, platform, { meeting, loaded })
    })
  }

/** Lets minutes nobody objected to in time stand; each meeting by itself, so that one that fails is not the last. */
export const standUnobjected = async (platform: Platform): Promise<void> => {
  const waiting = await keepHouse(platform, system, listMeetingsAwaiting)
  for (const meetingId of waiting)
    await keepHouse(platform, system, async (tx) => {
      const meeting = await getMeetingForUpdate(tx, meetingId)
      const group = await findGroup(tx, meeting.groupId)
      if (group === undefined) return
      const { stage } = await loadMinutesState(tx, meeting, group.objectionDays, today(platform.clock))
      if (stage !== 'overdue') return
      await updateMeeting(tx, meetingId, { minutesStand: { at: platform.clock.now(), as: 'unobjected' } })
      await queueSettling(tx, { meetingId, edition: null })
      leaveTrace(tx, { verb: 'minutes.stood', thing: 'meeting', ref: meetingId })
    })
}

interface Settled {
  readonly meeting: Meeting
  /** The group as it was on the day of the meeting. */
  readonly loaded: LoadedGroup
}

/** A meeting whose minutes stand counts once for each promise of a rhythm; one that was not held counts for none. */
const settleEvidence = async (tx: WriteTx, platform: Platform, { meeting, loaded }: Settled): Promise<void> => {
  const { meetingId } = meeting
  const left = await listMeetingEvidence(tx, meetingId)
  if (meeting.state === 'cancelled') {
    for (const { evidenceId } of left) await takeBack(tx, platform, evidenceId, meeting.reason)
    await deleteMeetingEvidence(tx, meetingId)
    return
  }
  if (meeting.minutesStandAt === null) return
  const day = dayOfMeeting(meeting)
  const cadences = loaded.promises
    .filter(({ role }) => role === 'cadence')
    .map(({ promise: { commitmentId, ...promise } }) => ({
      commitmentId,
      isOnDemand: planOfCommitment(promise, day).ways.some((way) =>
        way.some(({ cadence }) => cadence.kind === 'on_demand'),
      ),
    }))
  for (const { commitmentId } of countsFor(cadences, meeting.isExtraordinary)) {
    if (left.some((one) => one.commitmentId === commitmentId)) continue
    const told = { happenedOn: day.toString(), quantity: 1, unit: null, room: 'meetings', thingId: meetingId }
    const evidenceId = await leaveEvidence(tx, platform, system, { ...told, commitmentId })
    await insertMeetingEvidence(tx, meetingId, commitmentId, evidenceId)
  }
}

/** Takes evidence back, unless somebody has taken it back already where the promise stands. */
const takeBack = async (tx: WriteTx, platform: Platform, evidenceId: string, why: string): Promise<void> => {
  try {
    await withdrawEvidence(tx, platform, system, { evidenceId, room: 'meetings', why })
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'evidence_cancelled_already') throw error
  }
}

const journalise = async (
  tx: WriteTx,
  { clock }: Platform,
  { meeting, loaded }: Settled,
  edition: number,
): Promise<void> => {
  const event = { kind: 'minutes_sent' as const, group: loaded.group.name, meeting: meeting.number, edition }
  for (const agreementId of await agreementsOfGroup(tx, loaded))
    await writeJournal(tx, clock, system, { agreementId, event, ref: meeting.meetingId })
}
