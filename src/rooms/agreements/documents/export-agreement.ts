import { setImmediate } from 'node:timers/promises'
import type { AgreementDocument } from '../agreement-format.ts'
import type { ConfirmedVersion } from '../sign-off/signature.ts'
import type { DocumentDescription } from './description.ts'
import type { DocumentLanguage } from './document.texts.ts'
import { writeJson } from './write-json.ts'

export type ExportFormat = 'docx' | 'pdf' | 'html' | 'json'

export interface ExportedFile {
  bytes: Uint8Array
  mediaType: string
  /** Safe in any file system: lower-case letters a–z, figures and hyphens, and the ending. */
  fileName: string
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
}

/** Who has confirmed what is written out, and where a reader can check it. */
export interface Confirmations extends ConfirmedVersion {
  readonly checkUrl: string
}

/**
 * Writes the agreement out as a file to take home. Every format carries the whole agreement and can be read back; those for people have
 * a page with the parties' confirmations last, where there are any.
 */
export const exportAgreement = async (
  agreement: AgreementDocument,
  format: ExportFormat,
  language: DocumentLanguage,
  confirmations: Confirmations | null = null,
): Promise<ExportedFile> => ({
  bytes: await bytesIn(agreement, format, language, confirmations),
  mediaType: mediaTypes[format],
  fileName: `${fileStem(agreement)}.${format}`,
})

// The writers are loaded when they are wanted: reading a contract must not wait for them.
const bytesIn = async (
  agreement: AgreementDocument,
  format: ExportFormat,
  language: DocumentLanguage,
  confirmations: Confirmations | null,
) => {
  if (format === 'json') return writeJson(agreement)
  const description = await describeExport(agreement, language, confirmations)
  if (format === 'docx') return (await import('./write-docx.ts')).writeDocx(description, agreement)
  if (format === 'html') return (await import('./write-html.tsx')).writeHtml(description, agreement)
  const { writePdf } = await import('./write-pdf.ts')
  // The typesetter's memory comes back only when the event loop turns; many exports in a row would pile it up.
  await setImmediate()
  return writePdf(description, agreement)
}

/** The same document as `exportAgreement` writes, described and not yet written. */
export const describeExport = async (
  agreement: AgreementDocument,
  language: DocumentLanguage,
  confirmations: Confirmations | null,
): Promise<DocumentDescription> => {
  const { describeAgreement } = await import('./describe-agreement.ts')
  const { describeConfirmations } = await import('./describe-confirmations.ts')
  const description = describeAgreement(agreement, language)
  const page = confirmations && describeConfirmations(confirmations, confirmations.checkUrl, language)
  return page === null ? description : { ...description, chapters: [...description.chapters, page] }
}

const latinLetters = new Map([
  ['æ', 'ae'],
  ['ø', 'oe'],
  ['å', 'aa'],
  ['ß', 'ss'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
])

const fileStem = ({ title, district, focusArea }: AgreementDocument): string => {
  const words = title ?? ['aftale', district].filter(Boolean).join(' ')
  const stem = [words, focusArea ?? '']
    .join(' ')
    .toLowerCase()
    .replaceAll(/[æøåßðþł]/g, (letter) => latinLetters.get(letter) ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '')
  return stem || 'aftale'
}
