import { leaveTrace, type ReadTx, readAs, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, system } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import type { DeletionClock, DeletionRule, DueThing } from './deletion-clock.ts'
import { deletionPolicy } from './deletion.policy.ts'
import { countDeletion, listDeletionRules, listLegalHolds } from './deletion.queries.ts'
import { dueBefore, endOfNextMonth, isHeld } from './deletion.rules.ts'

/**
 * Deletes what its rule has kept long enough and no hold keeps, a clock a transaction, as the program; what goes lives on as a count.
 * A clock without a rule today deletes nothing, and says so in the log.
 */
export const runClocks = async (platform: Platform, clocks: readonly DeletionClock[]): Promise<void> => {
  const day = today(platform.clock)
  const rules = await readAs(platform, system, (tx) => listDeletionRules(tx, day))
  for (const clock of clocks) {
    const rule = rules.get(clock.purpose)
    if (rule === undefined) platform.log.warn('deletion_without_rule', { purpose: clock.purpose })
    else await runClock(platform, clock, dueBefore(rule, day))
  }
}

const runClock = async (platform: Platform, clock: DeletionClock, before: Day): Promise<void> => {
  const { free } = await readAs(platform, system, (tx) => sortDue(tx, clock, before))
  if (free.length === 0) return
  const refs = free.map(({ ref }) => ref)
  await writeAs(platform, system, async (tx) => {
    const number = await clock.deleteDue(tx, refs, before)
    if (number > 0) await countDeletion(tx, clock.purpose, today(platform.clock), number)
    leaveTrace(tx, { verb: 'things.deleted', thing: clock.purpose, facts: { number } })
    platform.log.info('things_deleted', { purpose: clock.purpose, number })
  })
}

const sortDue = async (tx: ReadTx, clock: DeletionClock, before: Day) => {
  const holds = await listLegalHolds(tx)
  const due = await clock.listDue(tx, before)
  const held = due.filter((thing) => isHeld(holds, thing))
  const isWhole = clock.purpose !== 'audit_entry' || held.length === 0
  return { held, free: isWhole ? due.filter((thing) => !held.includes(thing)) : [] }
}

/** What goes of one purpose, and what would if no hold kept it. */
export interface DeletionForecast {
  readonly rule: DeletionRule
  readonly free: readonly DueThing[]
  readonly held: readonly DueThing[]
}

/**
 * What goes from the day to the end of the month after, by purpose. Read as the program, which sees every row; the caller has asked
 * whether the one who reads it may (`readDeletionReport`).
 */
export const listDeletionReport = async (
  tx: ReadTx,
  clocks: readonly DeletionClock[],
  day: Day,
): Promise<DeletionForecast[]> => {
  const rules = await listDeletionRules(tx, day)
  const forecasts: DeletionForecast[] = []
  for (const clock of clocks) {
    const rule = rules.get(clock.purpose)
    if (rule === undefined) continue
    forecasts.push({ rule, ...(await sortDue(tx, clock, dueBefore(rule, endOfNextMonth(day)))) })
  }
  return forecasts
}

/** The report for the data-protection officer: ids and counts, no names. */
export const readDeletionReport = (
  platform: Platform,
  actor: Actor,
  clocks: readonly DeletionClock[],
): Promise<DeletionForecast[]> => {
  requirePermission(actor, deletionPolicy.readReport)
  return readAs(platform, system, (tx) => listDeletionReport(tx, clocks, today(platform.clock)))
}
