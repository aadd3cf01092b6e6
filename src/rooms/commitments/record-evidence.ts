import { leaveTrace, refuseOn, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { listRelationsTo } from '../agreements/index.ts'
import { commitmentPolicy } from './commitment.policy.ts'
import { getCommitment } from './commitment.queries.ts'
import { getEvidence, insertEvidence, insertEvidenceNote, insertEvidenceRows } from './evidence.queries.ts'

/** Evidence another room hands down: what happened, when, and the thing in that room it is about. */
export interface EvidenceFromRoom {
  readonly commitmentId: string
  readonly happenedOn: string
  readonly quantity: number
  readonly unit: string | null
  readonly room: string
  readonly thingId: string | null
}

/**
 * Leaves evidence for a promise, in the transaction of the work that is the evidence. Throws Refused('evidence_before_agreement')
 * or Refused('evidence_in_future').
 */
export const leaveEvidence = async (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  evidence: EvidenceFromRoom,
): Promise<string> => {
  const commitment = await getCommitment(tx, evidence.commitmentId)
  const day = Temporal.PlainDate.from(evidence.happenedOn)
  const from = commitment.judgedFrom ?? commitment.inForceDuring.from
  if (from !== null && Temporal.PlainDate.compare(day, from) < 0)
    throw new Refused('evidence_before_agreement', { from: from.toString() })
  if (Temporal.PlainDate.compare(day, today(platform.clock)) > 0) throw new Refused('evidence_in_future')
  return insertEvidence(tx, {
    ...evidence,
    cancelsEvidenceId: null,
    recordedBy: actor.personId ?? 'system',
    recordedAt: platform.clock.now(),
  })
}

/** Leaves evidence for many promises at once; the caller has seen to it that the days are right. */
export const leaveManyEvidence = (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  evidence: readonly EvidenceFromRoom[],
): Promise<void> =>
  insertEvidenceRows(
    tx,
    evidence.map((piece) => ({
      ...piece,
      cancelsEvidenceId: null,
      recordedBy: actor.personId ?? 'system',
      recordedAt: platform.clock.now(),
    })),
  )

interface EvidenceForm {
  readonly commitmentId: string
  readonly happenedOn: string
  readonly quantity: number
  readonly note: string
  readonly link: string | null
}

/** Records what no room covers yet: a person says it happened, with a note and perhaps a link. */
export const recordEvidence = (platform: Platform, actor: Actor, form: EvidenceForm): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { note, link, ...evidence } = form
    await requireToRecord(tx, actor, form.commitmentId)
    const evidenceId = await leaveEvidence(tx, platform, actor, {
      ...evidence,
      unit: null,
      room: 'commitments',
      thingId: null,
    })
    await insertEvidenceNote(tx, { evidenceId, note, link })
    leaveTrace(tx, { verb: 'evidence.recorded', thing: 'commitment', ref: form.commitmentId })
  })

const requireToRecord = async (tx: WriteTx, actor: Actor, commitmentId: string): Promise<void> => {
  const { agreementVersionId } = await getCommitment(tx, commitmentId)
  requirePermission(actor, commitmentPolicy.recordEvidence, await listRelationsTo(tx, agreementVersionId))
}

/**
 * Takes back evidence another room left, in the transaction of the work that shows it was wrong: by a row of its own, with why; both stay.
 * Throws Refused('evidence_cancelled_already').
 */
export const withdrawEvidence = async (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  taken: { readonly evidenceId: string; readonly room: string; readonly why: string },
): Promise<void> => {
  const evidence = await getEvidence(tx, taken.evidenceId)
  if (evidence.isCancelled) throw new Refused('evidence_cancelled_already')
  try {
    const cancelling = await insertEvidence(tx, {
      commitmentId: evidence.commitmentId,
      happenedOn: evidence.happenedOn,
      quantity: evidence.quantity,
      unit: evidence.unit,
      room: taken.room,
      thingId: null,
      cancelsEvidenceId: taken.evidenceId,
      recordedBy: actor.personId ?? 'system',
      recordedAt: platform.clock.now(),
    })
    await insertEvidenceNote(tx, { evidenceId: cancelling, note: taken.why, link: null })
  } catch (error) {
    throw refuseOn(error, { evidence_cancelled_once: () => new Refused('evidence_cancelled_already') })
  }
}

/** Cancels a piece of evidence by a row of its own; both stay. Throws Refused('evidence_cancelled_already'). */
export const cancelEvidence = (platform: Platform, actor: Actor, evidenceId: string, why: string): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const { commitmentId } = await getEvidence(tx, evidenceId)
    await requireToRecord(tx, actor, commitmentId)
    await withdrawEvidence(tx, platform, actor, { evidenceId, room: 'commitments', why })
    leaveTrace(tx, { verb: 'evidence.cancelled', thing: 'commitment', ref: commitmentId })
    return commitmentId
  })
