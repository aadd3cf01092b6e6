import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { homeZone, today } from '../../../platform/day.ts'
import {
  fetchOutside,
  type OutsideAnswer,
  type OutsideAsk,
  type OutsideManners,
} from '../../../platform/fetch/fetch-outside.ts'
import type { Platform } from '../../../platform/platform.ts'
import { projectRoot } from '../../../platform/root.ts'
import { runInWorker } from '../../../platform/worker.ts'
import { horizonOf } from '../lay-series.ts'
import type { OutsideCalendar } from './reading/outside-activity.ts'
import type { BusyCalendar, BusyOwner } from './reading/read-busy.ts'

/** A calendar file may be so large. */
export const mostBytes = 10 * 1024 * 1024

const limits = { timeMs: 20_000, memoryMb: 512 }

const manners = ({ config }: Platform): OutsideManners => ({
  userAgent: `Brobyg (+${config.baseUrl})`,
  networks: config.fetchNetworks,
  mostBytes,
  totalMs: 20_000,
  idleMs: 10_000,
})

/** Asks a calendar's server, politely and carefully. Throws as `fetchOutside`. */
export const fetchCalendar = (platform: Platform, ask: OutsideAsk): Promise<OutsideAnswer> =>
  fetchOutside(manners(platform), ask)

// Built, this file is a piece of dist/; run from its sources, it keeps its own ending.
const worker = import.meta.url.endsWith('.ts') ? join('src', 'calendar.worker.ts') : join('dist', 'calendar.worker.js')

const second = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000)

const readApart = <Answer>(input: Readonly<Record<string, unknown>>): Promise<Answer> =>
  runInWorker<Answer>(pathToFileURL(join(projectRoot, worker)), input, limits)

/**
 * Reads a calendar file in a thread of its own, for at most 20 seconds and 512 MB: what takes place from now to the horizon. Throws Refused
 * as `readOutsideCalendar`, or with 'source_too_slow' or 'source_too_heavy'.
 */
export const readCalendarApart = ({ clock }: Platform, bytes: Uint8Array): Promise<OutsideCalendar> => {
  const end = horizonOf(today(clock)).toZonedDateTime(homeZone).toInstant()
  return readApart<OutsideCalendar>({ bytes: new Uint8Array(bytes), from: second(clock.now()), to: second(end) })
}

/** Reads in the same way when the owner of a calendar is busy in the year to come, and nothing else of it. */
export const readBusyApart = ({ clock }: Platform, bytes: Uint8Array, owner: BusyOwner): Promise<BusyCalendar> => {
  const now = clock.now()
  const end = now.toZonedDateTimeISO(homeZone).add({ years: 1 }).toInstant()
  return readApart<BusyCalendar>({ bytes: new Uint8Array(bytes), from: second(now), to: second(end), owner })
}
