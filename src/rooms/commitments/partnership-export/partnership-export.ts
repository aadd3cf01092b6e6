import type { Day } from '../../../platform/day.ts'
import type { Language } from '../../../platform/language.ts'

/** An archive that was asked for: how far its making has come, and how large it became. The archive itself is fetched apart. */
export interface PartnershipExport {
  readonly partnershipExportId: string
  readonly askedBy: string
  readonly askedPost: string | null
  readonly planId: string | null
  readonly plan: string | null
  readonly day: Day
  readonly language: Language
  readonly askedAt: Temporal.Instant
  readonly steps: number
  readonly stepsDone: number
  readonly finishedAt: Temporal.Instant | null
  readonly failedAt: Temporal.Instant | null
  /** In bytes; null until it is finished. */
  readonly size: number | null
  /** Of the whole archive, as 64 hexadecimal digits. */
  readonly sha256: string | null
}
