import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, isPermitted } from '../access/index.ts'
import { listRelationsTo } from '../agreements/index.ts'
import { commitmentPolicy, listCommitmentsInForce, type PlacedCommitment } from '../commitments/index.ts'

/** Kinds of promises that something in the calendar can keep. */
const keptByActivities: readonly string[] = ['session', 'presence', 'task', 'meeting', 'staffing']

const shortest = 60

const short = (text: string): string => (text.length <= shortest ? text : `${text.slice(0, shortest - 1).trimEnd()}…`)

/** Whether the actor works with the agreement a promise stands in, and so may leave evidence for it. */
const mayAnswer = async (tx: ReadTx, actor: Actor, agreementVersionId: string): Promise<boolean> =>
  isPermitted(actor, commitmentPolicy.recordEvidence, await listRelationsTo(tx, agreementVersionId))

/** The promises in force that an activity of the actor's can answer, each by the life it has through all versions. */
export const listPromiseChoices = async (
  tx: ReadTx,
  actor: Actor,
  day: Day,
): Promise<(readonly [lineageId: string, text: string])[]> => {
  const promises = (await listCommitmentsInForce(tx, day)).filter(({ kind }) => keptByActivities.includes(kind))
  const versions = [...new Set(promises.map(({ agreementVersionId }) => agreementVersionId))]
  const mine = new Set<string>()
  for (const version of versions) if (await mayAnswer(tx, actor, version)) mine.add(version)
  return promises
    .filter(({ agreementVersionId }) => mine.has(agreementVersionId))
    .map(({ lineageId, activity, text }) => [lineageId, `${short(activity)}: ${short(text)}`])
}

/** Throws Refused('not_your_promise') where an activity is to answer a promise of an agreement the actor has no part in. */
export const requireOwnPromise = async (
  tx: ReadTx,
  actor: Actor,
  lineageId: string | null,
  day: Day,
): Promise<void> => {
  if (lineageId === null) return
  const promise = await findPromiseOf(tx, lineageId, day)
  if (promise === null || !(await mayAnswer(tx, actor, promise.agreementVersionId)))
    throw new Refused('not_your_promise')
}

/** The promise that goes on in a life on the day; null where there is none, or the actor may not see it. */
export const findPromiseOf = async (tx: ReadTx, lineageId: string | null, day: Day): Promise<PlacedCommitment | null> =>
  lineageId === null
    ? null
    : ((await listCommitmentsInForce(tx, day)).find((one) => one.lineageId === lineageId) ?? null)
