import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { listCommitmentsInForce } from '../commitments/index.ts'

/** Kinds of promises that something in the calendar can keep. */
const keptByActivities: readonly string[] = ['session', 'presence', 'task', 'meeting', 'staffing']

const shortest = 60

const short = (text: string): string => (text.length <= shortest ? text : `${text.slice(0, shortest - 1).trimEnd()}…`)

/** The promises in force that an activity can answer, each by the life it has through all versions. */
export const listPromiseChoices = async (
  tx: ReadTx,
  day: Day,
): Promise<(readonly [lineageId: string, text: string])[]> =>
  (await listCommitmentsInForce(tx, day))
    .filter(({ kind }) => keptByActivities.includes(kind))
    .map(({ lineageId, activity, text }) => [lineageId, `${short(activity)}: ${short(text)}`])

/** The promise that goes on in a life on the day, as a way to its page; null where there is none. */
export const findPromiseOf = async (
  tx: ReadTx,
  lineageId: string | null,
  day: Day,
): Promise<{ commitmentId: string; text: string } | null> => {
  if (lineageId === null) return null
  const found = (await listCommitmentsInForce(tx, day)).find((one) => one.lineageId === lineageId)
  return found === undefined ? null : { commitmentId: found.commitmentId, text: found.text }
}
