import { answerAsWorker } from './platform/worker.ts'
import { type PdfToSet, writePdfs } from './rooms/agreements/index.ts'

const areDocuments = (input: unknown): input is { readonly documents: readonly PdfToSet[] } =>
  typeof input === 'object' && input !== null && 'documents' in input && Array.isArray(input.documents)

/** The thread documents are set as PDFs in. */
await answerAsWorker((input) => {
  if (!areDocuments(input)) throw new Error('The setting worker was given no documents')
  return writePdfs(input.documents)
})
