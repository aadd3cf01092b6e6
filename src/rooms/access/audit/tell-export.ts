import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Actor } from '../actor.ts'

interface Export {
  /** The noun that was taken out, and which one where it is one. */
  readonly thing: string
  readonly ref: string | null
  readonly format: string
}

/** Tells the audit trail that somebody signed in took something out as a file. What visitors take is open to all, and told by the log alone. */
export const tellExport = async (platform: Platform, actor: Actor, { thing, ref, format }: Export): Promise<void> => {
  if (actor.personId === null) return
  await writeAs(platform, actor, (tx) => {
    leaveTrace(tx, { verb: 'export.taken', thing, ref, facts: { format } })
    return Promise.resolve()
  })
}
