import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, requirePermission, tellExport } from '../../access/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { type AskedScope, loadScope } from './load-scope.ts'
import type { ManifestFile } from './manifest.ts'
import type { PartnershipPart } from './part.ts'
import { writePartnership } from './write-partnership.ts'

interface TakenOut {
  readonly asked: AskedScope
  readonly parts: readonly PartnershipPart[]
  readonly partnership: string
  readonly take: (piece: Uint8Array) => void
  readonly tell: (done: number, all: number) => Promise<void>
}

/**
 * Writes the archive at once, as the actor, from one moment of the database; it leaves a trace. Answers with the files in it. Throws
 * Refused('plan_not_found'), or as `requirePermission` does.
 */
export const takeOutPartnership = async (
  platform: Platform,
  actor: Actor,
  { asked, ...archive }: TakenOut,
): Promise<readonly ManifestFile[]> => {
  requirePermission(actor, commitmentPolicy.exportPartnership)
  const madeAt = platform.clock.now()
  const files = await readAs(platform, actor, async (tx) =>
    writePartnership(tx, {
      ...archive,
      scope: await loadScope(tx, asked),
      madeAt,
      baseUrl: platform.config.baseUrl,
    }),
  )
  await tellExport(platform, actor, { thing: 'partnership', ref: null, format: 'zip' })
  return files
}
