import { type ChangeMark, findChangeMark } from '../platform/change-mark.queries.ts'
import type { Database } from '../platform/database/index.ts'
import { homeZone, today } from '../platform/day.ts'
import type { Platform } from '../platform/platform.ts'

/** How far a municipality's data has come, asked for by one question for all who want to know it. */
export interface LatestChange {
  /** What is known to hold; null where it must be asked for. */
  readonly known: () => ChangeMark | null
  /** What holds, asked for where that is not known: never older than the asking. */
  readonly find: () => Promise<ChangeMark>
}

/**
 * So many milliseconds an answer holds for all who ask meanwhile. What this process writes ends it at once, before whoever wrote is told:
 * only another process of the same municipality (a command, a second server) is seen so much later.
 */
const freshFor = 20

const changes = new WeakMap<Database, LatestChange>()

/** How far the data of this database has come, shared by all of the process. */
export const latestChange = (database: Database): LatestChange => {
  const known = changes.get(database)
  if (known !== undefined) return known
  const latest = watch(database)
  changes.set(database, latest)
  return latest
}

const watch = (database: Database): LatestChange => {
  const { countWrites } = database
  let held: { readonly change: ChangeMark; readonly writes: number; readonly askedAt: number } | null = null
  const ask = askedTogether(async () => {
    const [writes, askedAt] = [countWrites?.() ?? 0, performance.now()]
    const change = await findChangeMark({ database })
    if (countWrites !== undefined) held = { change, writes, askedAt }
    return change
  })
  const known = () => {
    if (held === null || held.writes !== countWrites?.()) return null
    const age = performance.now() - held.askedAt
    if (age >= freshFor) return null
    // Asked anew in good time, so that nobody waits for it.
    if (age >= freshFor / 2) ask().catch(() => {})
    return held.change
  }
  return { known, find: async () => known() ?? ask() }
}

/** One question for all who wait for it; who comes after it was put waits for the next, so that no answer is older than its asking. */
const askedTogether = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | null = null
  return () => {
    next ??= running.then(() => {
      next = null
      const answer = ask()
      running = answer.catch(() => {})
      return answer
    })
    return next
  }
}

/** A stretch of time within which a page is the same whenever it is asked for. */
export interface Holds {
  readonly from: Temporal.Instant
  /** The first moment when it may be another. */
  readonly until: Temporal.Instant
}

/** The stretch of so many minutes, counted from the full hour, in which the moment lies. */
export const holdsFor = (now: Temporal.Instant, minutes: 1 | 15): Holds => {
  const from = now.round({ smallestUnit: 'minute', roundingIncrement: minutes, roundingMode: 'floor' })
  return { from, until: from.add({ minutes }) }
}

/** When something last changed that also changes with time. */
export const changedWithin = ({ changedAt }: Standing, holds: Holds | null): Temporal.Instant | null =>
  changedAt === null || holds === null ? changedAt : later(changedAt, holds.from)

/** What was answered from what is made once: enough to answer the next who asks the same. */
export interface AnsweredOnce {
  readonly standing: Standing
  /** From when to when it is true, beside what it is made of; null = as long as that stands. */
  readonly holds: Holds | null
  readonly hash: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** What everything that is made once is made of: as long as it stands, so does what was made. */
export interface Standing {
  /** Names the day and the change: what is made is another with another. */
  readonly made: string
  /** Names beside it when it last changed: what is told of it is another with another. */
  readonly told: string
  readonly change: ChangeMark
  readonly changedAt: Temporal.Instant | null
}

/** What stands after this change, on the clock's day. A new day changes what is public too. */
export const standingOf = ({ clock }: Pick<Platform, 'clock'>, change: ChangeMark): Standing => {
  const day = today(clock)
  const { settledAt } = change
  const changedAt = settledAt === null ? null : later(settledAt, day.toZonedDateTime(homeZone).toInstant())
  const made = `${day} ${change.mark}`
  return { made, told: `${made} ${changedAt?.epochMilliseconds ?? ''}`, change, changedAt }
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) > 0 ? one : other
