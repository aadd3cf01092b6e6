import type { AgreementDocument } from '../agreement-format.ts'
import type { SourceLine } from '../reader/blocks.ts'

/** What the draft pages need of the rooms further on, which know promises; handed in by app.ts. */
export interface ReadingDesk {
  /** Reads a file whole, apart from the server; throws Refused with the reader's reasons. */
  readContract(bytes: Uint8Array, name: string): Promise<{ document: AgreementDocument; lines: readonly SourceLine[] }>
  /** The hash of the agreement a file carries as data, found apart from the server; null where it carries none. Throws as `readContract`. */
  readCarriedHash(bytes: Uint8Array, name: string): Promise<string | null>
  /** Reads the promises of an agreement's text anew. */
  readPromises(document: AgreementDocument): AgreementDocument
  /** The notation of a term written in words or as notation; null where it is neither. Empty text has no term. */
  toNotation(text: string): string | null
}
