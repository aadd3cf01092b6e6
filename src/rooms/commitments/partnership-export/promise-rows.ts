import type { ReadTx } from '../../../platform/database/index.ts'
import { type DayNumber, dayNumberOf, formatDayNumber } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { termInWords } from '../../agreements/index.ts'
import type { PlacedCommitment } from '../commitment.ts'
import { listPlacedOf } from '../commitment.queries.ts'
import { listEvidenceDays } from '../evidence.queries.ts'
import { listHoldBacks } from '../reservation.queries.ts'
import { judgedSpan, planOfCommitment } from '../standings.ts'
import { reasonInWords, stateInWords } from '../state/state-words.ts'
import type { EvidenceDay, HoldBack } from '../state/state.ts'
import { standingOn } from '../state/state.rules.ts'
import { tracePeriods } from '../state/trace.rules.ts'
import type { ExportedVersion, ExportScope, PartRow } from './part.ts'

interface Judged {
  readonly commitment: PlacedCommitment
  readonly evidence: readonly EvidenceDay[]
  readonly held: readonly HoldBack[]
  /** The last day it is judged: the day asked, or its version's last. */
  readonly lastDay: Day
}

/** Every promise of a version, with what had happened by the day. */
const listJudged = async (
  tx: ReadTx,
  { agreementVersionId }: ExportedVersion,
  { day }: ExportScope,
): Promise<Judged[]> => {
  const commitments = await listPlacedOf(tx, [agreementVersionId])
  const evidence = await listEvidenceDays(tx, [agreementVersionId])
  const holdBacks = await listHoldBacks(tx, [agreementVersionId], day)
  return commitments.map((commitment) => {
    const { to } = judgedSpan(commitment, day)
    const hasEnded = to !== null && Temporal.PlainDate.compare(to, day) < 0
    return {
      commitment,
      evidence: (evidence.get(commitment.commitmentId) ?? []).filter((one) => one.on <= dayNumberOf(day)),
      held: holdBacks.get(commitment.commitmentId) ?? [],
      lastDay: hasEnded ? to : day,
    }
  })
}

/** What is told of each promise, version by version. */
const rowsOfAll = async (
  tx: ReadTx,
  scope: ExportScope,
  rowsOf: (judged: Judged) => readonly PartRow[],
): Promise<readonly PartRow[]> => {
  const rows: PartRow[] = []
  for (const version of scope.versions)
    for (const judged of await listJudged(tx, version, scope)) rows.push(...rowsOf(judged))
  return rows
}

const keysOf = ({ slug, version, readingId }: PlacedCommitment) => ({ agreement: slug, version, promise: readingId })

/** How each promise stood on the day, and what came of it on the last day it was judged. */
export const listPromiseRows = (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> =>
  rowsOfAll(tx, scope, ({ commitment, evidence, held, lastDay }) => {
    const { language, day } = scope
    const plan = planOfCommitment(commitment, day)
    const standing = standingOn(plan, evidence, dayNumberOf(day), held)
    const outcome = standingOn(plan, evidence, dayNumberOf(lastDay), held)
    const { from, to } = judgedSpan(commitment, day)
    return [
      {
        ...keysOf(commitment),
        lineage: commitment.lineageId,
        activity: commitment.activity,
        kind: commitment.kind,
        text: commitment.text,
        owedBy: commitment.owedBy,
        owedTo: commitment.owedTo,
        term: termInWords(commitment.notation, language),
        notation: commitment.notation,
        judgedFrom: from?.toString() ?? null,
        judgedTo: to?.toString() ?? null,
        state: standing.state,
        outcome: outcome.state,
        outcomeOn: lastDay.toString(),
        outcomeInWords: `${stateInWords(outcome.state, language)}: ${reasonInWords(outcome, language)}`,
        period: outcome.period,
        expected: outcome.expected,
        found: outcome.found,
        lacking: outcome.lacking,
      },
    ]
  })

/** Every period each promise was judged by until the day: what was asked and what was found. */
export const listPeriodRows = (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> =>
  rowsOfAll(tx, scope, ({ commitment, evidence, lastDay }) =>
    tracePeriods(planOfCommitment(commitment, scope.day), evidence, dayNumberOf(lastDay))
      .toReversed()
      .map(({ label, from, to, least, most, found, isClosed }) => ({
        ...keysOf(commitment),
        period: label,
        from: isoDay(from),
        to: isoDay(to),
        least,
        most,
        found,
        isClosed,
      })),
  )

/** The days of evidence behind the counts; what was written about it is left out. */
export const listEvidenceRows = (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> =>
  rowsOfAll(tx, scope, ({ commitment, evidence }) =>
    evidence.map(({ on, quantity }) => ({ ...keysOf(commitment), happenedOn: isoDay(on), quantity })),
  )

const isoDay = (day: DayNumber): string => formatDayNumber(day)
