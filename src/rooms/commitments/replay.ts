import type { ReadTx } from '../../platform/database/index.ts'
import { dayNumberOf, type DayNumber, parseDayNumber } from '../../platform/day-number.ts'
import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import { type AgreementDocument, getVersionOn } from '../agreements/index.ts'
import { listCommitments } from './commitment.queries.ts'
import { listEvidenceDays } from './evidence.queries.ts'
import { isIsoDay } from './replay-evidence.rules.ts'
import { findSlugOf } from './replay.queries.ts'
import { holdBacksIn, type Replay } from './replay.rules.ts'
import { listHoldBacks } from './reservation.queries.ts'
import { validityOf } from './standings.ts'
import type { Validity } from './state/periods.rules.ts'

/** The days asked for, as typed; null where none was. */
export interface AskedSpan {
  readonly from: string | null
  readonly to: string | null
}

/** So many years are replayed at a time: far more than any agreement, and done in a moment. */
const mostYears = 100

/**
 * The days to replay: those asked for, else the agreement's own. Throws Refused('replay_not_a_day'), 'replay_from_after_to',
 * 'replay_too_long', or 'replay_no_days' where neither says.
 */
export const spanToReplay = (asked: AskedSpan, own: AskedSpan): Validity => {
  const from = dayIn('--from', asked.from) ?? dayIn('', own.from)
  const to = dayIn('--to', asked.to) ?? dayIn('', own.to)
  if (from === null || to === null) throw new Refused('replay_no_days')
  if (from > to)
    throw new Refused('replay_from_after_to', { from: asked.from ?? own.from ?? '', to: asked.to ?? own.to ?? '' })
  if (to - from > mostYears * 366) throw new Refused('replay_too_long', { years: mostYears })
  return { from, to }
}

const dayIn = (option: string, day: string | null): DayNumber | null => {
  if (day === null) return null
  if (!isIsoDay(day)) throw new Refused('replay_not_a_day', { option, day })
  return parseDayNumber(day)
}

/** A document laid ready to replay, with no database: nothing has happened yet, and nobody has settled its reservations. */
export const replayOfDocument = (document: AgreementDocument, span: Validity): Replay => ({
  promises: [...document.activities, ...document.otherActivities].flatMap(({ commitments }) => commitments),
  validity: {
    from: dayIn('', document.validDuring?.from ?? null) ?? span.from,
    to: dayIn('', document.validDuring?.to ?? null) ?? span.to,
  },
  evidence: new Map(),
  holdBacks: holdBacksIn(document),
})

/** An agreement found in the database: its own days, and its promises with their evidence, ready to replay over a span. */
export interface FoundReplay {
  readonly own: AskedSpan
  readonly replayOver: (span: Validity) => Replay
}

/**
 * The agreement with this address or id in the version nearest to the day, its promises as last corrected, with their evidence and what is
 * known of its reservations on the day. Throws Refused('agreement_not_found').
 */
export const findReplay = async (tx: ReadTx, named: string, day: Day): Promise<FoundReplay> => {
  const slug = await findSlugOf(tx, named)
  if (slug === undefined) throw new Refused('agreement_not_found')
  const version = await getVersionOn(tx, slug, day)
  const commitments = await listCommitments(tx, version.agreementVersionId)
  const evidence = await listEvidenceDays(tx, [version.agreementVersionId])
  const holdBacks = await listHoldBacks(tx, [version.agreementVersionId], day)
  const byReading = <T>(rows: ReadonlyMap<string, T>) =>
    new Map(
      commitments.flatMap(({ commitmentId, readingId }) => {
        const row = rows.get(commitmentId)
        return row === undefined ? [] : [[readingId, row] as const]
      }),
    )
  const { from, to } = version.inForceDuring
  return {
    own: { from: from?.toString() ?? null, to: to?.toString() ?? null },
    replayOver: (span) => ({
      promises: commitments.map(({ readingId, kind, text, notation }) => ({ id: readingId, kind, text, notation })),
      validity: {
        ...validityOf(version.inForceDuring, day),
        ...(to === null ? { to: Math.max(span.to, dayNumberOf(day)) } : {}),
      },
      evidence: byReading(evidence),
      holdBacks: byReading(holdBacks),
    }),
  }
}
