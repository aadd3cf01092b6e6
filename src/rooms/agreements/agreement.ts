import type { DaySpan } from '../../platform/database/index.ts'
import type { Id } from '../../platform/id.ts'
import type { AgreementDocument } from './agreement-format.ts'
import type { SourceLine } from './reader/blocks.ts'

export type AgreementId = Id<'agreement'>
export type AgreementVersionId = Id<'agreement_version'>
export type DraftId = Id<'draft'>
export type SourceDocumentId = Id<'source_document'>

/** An agreement in the list: one row an agreement, its version in force on the day asked. */
export interface ListedAgreement {
  readonly slug: string
  readonly title: string
  readonly focusArea: string | null
  readonly district: string | null
  readonly agreementVersionId: string
  readonly inForceDuring: DaySpan
  readonly isPublished: boolean
}

/** A version as it was confirmed; never edited afterwards. */
export interface AgreementVersion {
  readonly agreementVersionId: string
  readonly agreementId: string
  readonly slug: string
  readonly number: number
  readonly inForceDuring: DaySpan
  readonly isPublished: boolean
  readonly isSample: boolean
  readonly confirmedAt: Temporal.Instant
  readonly sourceDocumentId: string
  readonly document: AgreementDocument
}

/** What was read from a source and is being corrected by people; `revision` counts the corrections. */
export interface Draft {
  readonly draftId: string
  readonly sourceDocumentId: string
  readonly document: AgreementDocument
  readonly revision: number
  readonly begunAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly isClosed: boolean
}

export interface DraftCorrection {
  readonly revision: number
  readonly path: string
  readonly was: unknown
  readonly became: unknown
  /** The revision this one takes back; null for a correction of its own. */
  readonly undoes: number | null
  readonly correctedBy: string
  readonly correctedAt: Temporal.Instant
}

/** A file as it came in, with its lines numbered for people. */
export interface SourceToKeep {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly lines: readonly SourceLine[]
}
