import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Language } from '../../../platform/language.ts'
import type { DocumentPart } from '../../agreements/index.ts'

/** A version of an agreement that had come into force by the day. Days are ISO strings; null = no end on that side. */
export interface ExportedVersion {
  readonly agreementVersionId: string
  readonly agreementId: string
  readonly slug: string
  readonly agreement: string
  readonly number: number
  readonly from: string | null
  readonly to: string | null
}

/** What is taken out: as of which day, of which plan (null = of all), and the versions that are in it, by agreement and number. */
export interface ExportScope {
  readonly day: Day
  readonly planId: string | null
  readonly plan: string | null
  readonly language: Language
  readonly versions: readonly ExportedVersion[]
}

/** What a cell holds. Moments are ISO strings in UTC, days ISO days; null = not known or none. */
export type PartValue = string | number | boolean | null | readonly string[]

export type PartRow = Readonly<Record<string, PartValue>>

export interface PartColumn {
  /** The key in the JSON and the heading in the CSV. */
  readonly name: string
  readonly kind: 'text' | 'number' | 'yes_no' | 'day' | 'moment' | 'list'
  readonly about: Readonly<Record<Language, string>>
}

/**
 * One kind of thing that is taken out: a table of rows, written as JSON and CSV, and what the report says of it. A later room hands its
 * own in beside these; the export knows none of them by name.
 */
export interface PartnershipPart {
  /** The name of its files: small letters, figures and hyphens. */
  readonly name: string
  readonly about: Readonly<Record<Language, string>>
  readonly columns: readonly PartColumn[]
  /** Every row as of the scope's day, as the actor of the transaction may see it; nothing of a later day. */
  rows(tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]>
  /** What the report says: under each agreement its rows belong to, or once for all where it belongs to none. */
  readonly report?: PartReport
}

export interface PartReport {
  /** The addresses of the agreements a row stands under; null = the part stands once, for the whole partnership. */
  readonly agreementsOf: ((row: PartRow) => readonly string[]) | null
  /** The rows as a section; [] where nothing is said. */
  describe(rows: readonly PartRow[], language: Language): DocumentPart[]
}
