import {
  type AgreementDocument,
  chooseTemplate,
  formTemplates,
  openSource,
  readEmbedded,
  readForm,
  type SourceLine,
} from '../../agreements/index.ts'
import { readCommitments } from './read-commitments.ts'

/** A file read whole: the agreement in it, and the source's lines as numbered for people. */
export interface SourceRead {
  readonly document: AgreementDocument
  readonly lines: readonly SourceLine[]
}

/**
 * Reads a file into the agreement format: what Brobyg wrote itself comes back as it was, anything else by the template its headings follow.
 * Runs where it is called; `readContract` runs it apart from the server. Throws Refused with the reader's reasons.
 */
export const readSource = async (bytes: Uint8Array, name: string): Promise<SourceRead> => {
  const source = await openSource(bytes, name)
  const written = readEmbedded(source.embedded)
  return {
    document: written ?? readCommitments(readForm(source, chooseTemplate(source.blocks, formTemplates))),
    lines: source.lines,
  }
}
