import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../../platform/root.ts'
import { runInWorker } from '../../../platform/worker.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import type { DocumentDescription } from './description.ts'

/** A document to be set, with the agreement it carries inside; null = it is not of one agreement. */
export interface PdfToSet {
  readonly description: DocumentDescription
  readonly agreement: AgreementDocument | null
}

const limits = { timeMs: 10 * 60_000, memoryMb: 1024 }

// Built, this file is a piece of dist/; run from its sources, it keeps its own ending.
const worker = import.meta.url.endsWith('.ts') ? join('src', 'setting.worker.ts') : join('dist', 'setting.worker.js')

/**
 * Sets many documents, or a long one, as PDFs in a thread of its own, in order: setting works synchronously, and pages must be served
 * meanwhile. For at most ten minutes and 1 GB, then Refused('source_too_slow' | 'source_too_heavy').
 */
export const setPdfs = (documents: readonly PdfToSet[]): Promise<Uint8Array[]> =>
  runInWorker<Uint8Array[]>(pathToFileURL(join(projectRoot, worker)), { documents }, limits)

/** What the thread does. */
export const writePdfs = async (documents: readonly PdfToSet[]): Promise<Uint8Array[]> => {
  const { writePdf } = await import('./write-pdf.ts')
  return documents.map(({ description, agreement }) => writePdf(description, agreement))
}
