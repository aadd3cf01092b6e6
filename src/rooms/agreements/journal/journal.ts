import type { Day } from '../../../platform/day.ts'

/** `in` received, `out` sent, `own` made here. */
export const journalDirections = ['in', 'out', 'own'] as const

export type JournalDirection = (typeof journalDirections)[number]

/** Something the program journalises by itself. */
export type JournalEvent =
  | { readonly kind: 'source_received' }
  /** `from`: its first day, where that is another than the day it is journalised. */
  | { readonly kind: 'version_in_force'; readonly version: number; readonly from?: Day }
  | { readonly kind: 'version_confirmed'; readonly version: number; readonly organisation: string }
  | { readonly kind: 'confirmation_asked'; readonly version: number; readonly parties: number }
  | { readonly kind: 'proposal_received'; readonly proposal: number; readonly organisation: string | null }
  | { readonly kind: 'proposal_put'; readonly proposal: number }
  | { readonly kind: 'proposal_withdrawn'; readonly proposal: number }
  | { readonly kind: 'proposal_decided'; readonly proposal: number; readonly isAdopted: boolean }
  | { readonly kind: 'parties_told'; readonly version: number; readonly parties: number }
  | { readonly kind: 'minutes_sent'; readonly group: string; readonly meeting: number; readonly edition: number }
  | {
      readonly kind: 'notice_sent' | 'notice_withdrawn' | 'agenda_sent'
      readonly group: string
      readonly meeting: number
    }
  /** `on`: the day the meeting was moved to. */
  | { readonly kind: 'notice_moved'; readonly group: string; readonly meeting: number; readonly on: Day }

/** What an entry says, before it is written: when and by whom is added there. */
export interface JournalWords {
  readonly direction: JournalDirection
  /** Short, in Danish as the municipality's journal is, and about nobody. */
  readonly theme: string
  /** The noun it is about: `version`, `proposal`, `letter`. */
  readonly thing: string
}

/** An entry in the journal of an agreement. */
export interface JournalEntry extends JournalWords {
  readonly journalEntryId: string
  readonly slug: string
  readonly agreement: string
  readonly happenedOn: Day
  readonly caseNumbers: readonly string[]
  readonly documentNumber: string | null
  /** When somebody marked it as shared with the municipality; null = it is not. */
  readonly sharedAt: Temporal.Instant | null
}

/** A number of the municipality's, of a case or of a document. */
export const caseReferenceKinds = ['case_number', 'document_number'] as const

export interface CaseReference {
  readonly kind: (typeof caseReferenceKinds)[number]
  readonly number: string
}
