import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { listRelationsTo } from '../agreements/index.ts'
import type { CommitmentReading, PlacedCommitment } from './commitment.ts'
import { commitmentPolicy } from './commitment.policy.ts'
import { getCommitmentForUpdate, insertCorrection, insertEnteredCommitment } from './commitment.queries.ts'
import { splitPlaces } from './split.rules.ts'

interface Seen {
  readonly commitmentId: string
  /** How many corrections the person had before them; one more by someone else stops this one. */
  readonly corrections: number
}

/** Corrects how a promise was read, dated and with what was read kept. Throws Refused('commitment_changed_meanwhile'). */
export const correctCommitment = (
  platform: Platform,
  actor: Actor,
  seen: Seen,
  reading: CommitmentReading,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const commitment = await getUnchanged(tx, actor, seen)
    await insertCorrection(
      tx,
      next(platform, actor, commitment, { reading, within: commitment.within, isWithdrawn: false }),
    )
    tell(tx, 'commitment.corrected', seen.commitmentId)
  })

/** Says that a sentence promises nothing after all, or takes that back. */
export const withdrawCommitment = (platform: Platform, actor: Actor, seen: Seen, isWithdrawn: boolean): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const commitment = await getUnchanged(tx, actor, seen)
    await insertCorrection(
      tx,
      next(platform, actor, commitment, { reading: commitment, within: commitment.within, isWithdrawn }),
    )
    tell(tx, isWithdrawn ? 'commitment.withdrawn' : 'commitment.taken_back', seen.commitmentId)
  })

/** Splits a sentence into two promises: the first keeps its history, the second begins with the rest of the words. Answers with its id. */
export const splitCommitment = (
  platform: Platform,
  actor: Actor,
  seen: Seen,
  parts: readonly [CommitmentReading, CommitmentReading],
): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const commitment = await getUnchanged(tx, actor, seen)
    const [first, second] = splitPlaces(commitment, parts)
    await insertCorrection(
      tx,
      next(platform, actor, commitment, { reading: parts[0], within: first, isWithdrawn: false }),
    )
    tell(tx, 'commitment.split', seen.commitmentId)
    return insertEnteredCommitment(tx, {
      agreementVersionId: commitment.agreementVersionId,
      activityId: activityOf(commitment.readingId),
      reading: parts[1],
      within: second,
      sourceLine: commitment.sourceLine,
      origin: 'split',
      enteredBy: actor.personId ?? 'system',
      enteredAt: platform.clock.now(),
    })
  })

interface ByHand {
  readonly agreementVersionId: string
  readonly activityId: string
  readonly reading: CommitmentReading
}

/** Writes a promise by hand under an activity. Answers with its id. */
export const addCommitment = (platform: Platform, actor: Actor, byHand: ByHand): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const toActivity = await listRelationsTo(tx, byHand.agreementVersionId, byHand.activityId)
    requirePermission(actor, commitmentPolicy.correctCommitment, toActivity)
    const commitmentId = await insertEnteredCommitment(tx, {
      ...byHand,
      within: null,
      sourceLine: 0,
      origin: 'by_hand',
      enteredBy: actor.personId ?? 'system',
      enteredAt: platform.clock.now(),
    })
    tell(tx, 'commitment.added', commitmentId)
    return commitmentId
  })

const tell = (tx: WriteTx, verb: string, commitmentId: string): void =>
  leaveTrace(tx, { verb, thing: 'commitment', ref: commitmentId })

export const activityOf = (readingId: string): string => readingId.split('/')[0] ?? ''

const getUnchanged = async (tx: WriteTx, actor: Actor, seen: Seen) => {
  const commitment = await getCommitmentForUpdate(tx, seen.commitmentId)
  const toVersion = await listRelationsTo(tx, commitment.agreementVersionId)
  requirePermission(actor, commitmentPolicy.correctCommitment, toVersion)
  if (commitment.corrections !== seen.corrections) throw new Refused('commitment_changed_meanwhile')
  return commitment
}

interface Change {
  readonly reading: CommitmentReading
  readonly within: { readonly from: number; readonly to: number } | null
  readonly isWithdrawn: boolean
}

const next = (platform: Platform, actor: Actor, commitment: PlacedCommitment, change: Change) => ({
  commitmentId: commitment.commitmentId,
  number: commitment.corrections + 1,
  ...change,
  correctedBy: actor.personId ?? 'system',
  correctedAt: platform.clock.now(),
})
