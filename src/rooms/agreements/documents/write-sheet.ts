import { setImmediate } from 'node:timers/promises'
import type { DocumentDescription } from './description.ts'

/** A few pages for people, written out as a file: of no agreement, so it carries none. The writers are loaded when they are wanted. */
export const writeSheet = async (description: DocumentDescription, format: 'pdf' | 'docx'): Promise<Uint8Array> => {
  if (format === 'docx') return (await import('./write-docx.ts')).writeDocx(description, null)
  const { writePdf } = await import('./write-pdf.ts')
  // The typesetter's memory comes back only when the event loop turns.
  await setImmediate()
  return writePdf(description, null)
}
