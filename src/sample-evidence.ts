import { createHash } from 'node:crypto'
import type { WriteTx } from './platform/database/index.ts'
import { dayNumberOf, formatDayNumber } from './platform/day-number.ts'
import { type Day, today } from './platform/day.ts'
import type { Platform } from './platform/platform.ts'
import { system } from './rooms/access/index.ts'
import { leaveManyEvidence, listCommitmentsInForce, planOfCommitment } from './rooms/commitments/index.ts'

/** Of a hundred promises of the sample, so many are carried out in every period, and so many in all but the latest closed one. */
const shares = { whole: 78, allButLatest: 88, begun: 95 }

/**
 * Leaves what the sample's parties have done until today, so that its promises stand differently: most are carried out, some miss
 * their latest period, some were only begun, a few never. Which does what follows from the promise's own words, always the same.
 */
export const leaveSampleEvidence = async (tx: WriteTx, platform: Platform): Promise<void> => {
  const day = today(platform.clock)
  const evidence = (await listCommitmentsInForce(tx, day)).flatMap((commitment) =>
    doneUntil(planOfCommitment(commitment, day), day, numberOf(commitment.text)).map((done) => ({
      commitmentId: commitment.commitmentId,
      happenedOn: done.on,
      quantity: done.quantity,
      unit: null,
      room: 'sample',
      thingId: null,
    })),
  )
  await leaveManyEvidence(tx, platform, system, evidence)
}

/** A number from 0 to 99 that belongs to a text. */
const numberOf = (text: string): number => (createHash('sha256').update(text).digest()[0] ?? 0) % 100

type Plan = ReturnType<typeof planOfCommitment>

const doneUntil = (plan: Plan, day: Day, number: number): { on: string; quantity: number }[] => {
  const now = dayNumberOf(day)
  const [course] = plan.ways[0] ?? []
  if (!course || (course.cadence.kind !== 'periodic' && course.cadence.kind !== 'once')) return []
  const isQuantity = course.cadence.kind === 'periodic' && course.cadence.measure === 'quantity'
  const begun = course.periods.filter((period) => period.from <= now)
  const closed = begun.filter((period) => period.due <= now)
  const carriedOut =
    number < shares.whole
      ? begun
      : number < shares.allButLatest
        ? begun.filter((period) => period !== closed.at(-1))
        : begun.slice(0, 1)
  if (number >= shares.begun) return []
  return carriedOut.flatMap((period) => {
    const times = isQuantity ? 1 : Math.min(Math.max(period.least, period.most === null ? 0 : 1), 12)
    return Array.from({ length: times }, (_, at) => {
      const on = period.from + Math.floor(((period.to - period.from) * (at + 0.4)) / Math.max(times, 1))
      return { on, quantity: isQuantity ? Math.max(period.least, 1) : 1 }
    }).flatMap(({ on, quantity }) => (on <= now ? [{ on: formatDayNumber(on), quantity }] : []))
  })
}
