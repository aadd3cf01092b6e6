import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import type { AuditEntry, AuditFindings, NotedHead } from './audit-entry.ts'
import { auditPolicy } from './audit.policy.ts'
import { listTrail } from './audit.queries.ts'
import { countAsked, type TrailFilter, type TrailPlace } from './trail-filter.ts'
import { writeTrailLines } from './trail-file.ts'
import { verifyTrail } from './verify-trail.ts'

/** So many entries are read at a time. */
const pageLength = 100

/** A page of the trail, and where the next one begins; null = nowhere. */
export interface TrailPage {
  readonly entries: readonly AuditEntry[]
  readonly next: TrailPlace | null
}

/** Reads a page of the trail, the newest first. Reading it leaves a trace of its own, also in the record of the person asked about. */
export const readTrail = (
  platform: Platform,
  actor: Actor,
  asked: { filter: TrailFilter; after: TrailPlace | null },
): Promise<TrailPage> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, auditPolicy.readTrail)
    const found = await listTrail(tx, asked.filter, { after: asked.after, limit: pageLength + 1 })
    const entries = found.slice(0, pageLength)
    const facts = { filters: countAsked(asked.filter) }
    leaveTrace(tx, { verb: 'audit.read', thing: 'audit', about: asked.filter.about || null, facts })
    return { entries, next: found.length > pageLength ? (entries.at(-1) ?? null) : null }
  })

/** Recomputes the trail and compares it with heads noted earlier. That it was done is told in the trail; it takes minutes for many millions. */
export const verifyTrailAs = async (
  platform: Platform,
  actor: Actor,
  noted: readonly NotedHead[],
): Promise<AuditFindings> => {
  requirePermission(actor, auditPolicy.verifyTrail)
  const findings = await readAs(platform, actor, (tx) => verifyTrail(tx, noted))
  const { entries, more } = findings
  const facts = { entries, faults: findings.faults.length + more, noted: noted.length }
  await writeAs(platform, actor, async (tx) => leaveTrace(tx, { verb: 'audit.verified', thing: 'audit', facts }))
  return findings
}

const traceExport = (platform: Platform, actor: Actor, filter: TrailFilter | null): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, auditPolicy.exportTrail)
    const facts = { filters: filter === null ? 0 : countAsked(filter), whole: filter === null }
    leaveTrace(tx, { verb: 'audit.exported', thing: 'audit', about: filter?.about || null, facts })
  })

/** Every entry the filter lets through, the newest first, some thousands at a time; first of all it is told that they are taken out. */
export const exportEntries = async (
  platform: Platform,
  actor: Actor,
  filter: TrailFilter,
): Promise<AsyncGenerator<readonly AuditEntry[]>> => {
  await traceExport(platform, actor, filter)
  return pagesOf(platform, actor, filter)
}

const exportedAtATime = 2_000

async function* pagesOf(platform: Platform, actor: Actor, filter: TrailFilter) {
  let after: TrailPlace | null = null
  for (;;) {
    const from: TrailPlace | null = after
    const entries: readonly AuditEntry[] = await readAs(platform, actor, (tx) =>
      listTrail(tx, filter, { after: from, limit: exportedAtATime }),
    )
    if (entries.length > 0) yield entries
    after = entries.at(-1) ?? null
    if (after === null || entries.length < exportedAtATime) return
  }
}

/** The whole trail as JSON lines that `brobyg verify-audit --file` verifies; `take` is handed each piece while the transaction lasts. */
export const exportTrailLines = async (
  platform: Platform,
  actor: Actor,
  take: (lines: string) => Promise<void>,
): Promise<void> => {
  await traceExport(platform, actor, null)
  const taken = { municipality: platform.config.municipality, takenAt: platform.clock.now() }
  await readAs(platform, actor, async (tx) => {
    for await (const lines of writeTrailLines(tx, taken)) await take(lines)
  })
}
