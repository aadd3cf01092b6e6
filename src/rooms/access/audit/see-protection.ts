import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import type { AuditEntry } from './audit-entry.ts'
import { auditPolicy } from './audit.policy.ts'
import { findLastOf, listHeads } from './audit.queries.ts'
import { type KeptKind, listKept } from './kept.queries.ts'

/** What the data-protection officer sees first. */
export interface ProtectionOverview {
  readonly kept: readonly KeptKind[]
  readonly entries: number
  /** How many entries were cut away, in all lanes. */
  readonly cut: number
  /** When the trail was verified last, as it tells itself. */
  readonly lastVerified: AuditEntry | null
}

/** What is kept, and how the trail is. */
export const seeProtection = (platform: Platform, actor: Actor): Promise<ProtectionOverview> => {
  requirePermission(actor, auditPolicy.seeOverview)
  return readAs(platform, actor, async (tx) => {
    const heads = await listHeads(tx)
    const cut = heads.reduce((sum, head) => sum + head.cutNumber, 0)
    return {
      kept: await listKept(tx),
      entries: heads.reduce((sum, head) => sum + head.number, 0) - cut,
      cut,
      lastVerified: (await findLastOf(tx, 'audit.verified')) ?? null,
    }
  })
}
