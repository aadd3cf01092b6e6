import { Refused } from '../../../../platform/refused.ts'
import { agreementInJson } from './embedded.ts'

export type MediaKind = 'text' | 'markdown' | 'html' | 'json' | 'docx' | 'pdf'

export const mediaTypes: Record<MediaKind, string> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

const extensionOf = (name: string): string => (/\.([a-z\d]{1,8})$/i.exec(name)?.[1] ?? '').toLowerCase()

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** What the bytes are, told by their first few; null where they carry no sign of a kind. */
const signOf = (bytes: Uint8Array, named: MediaKind | null): string | null => {
  const head = latin(bytes, 0, 16)
  // A PDF may have up to a kilobyte of anything in front; a text that merely speaks of one is none.
  const start = latin(bytes, 0, 1024)
  if (/^[\s\u00ef\u00bb\u00bf]*%PDF-/.test(start) || (named === 'pdf' && start.includes('%PDF-'))) return 'pdf'
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'old_office'
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM[^]{4}\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP|\0\0\u0001\0)/.test(head))
    return 'picture'
  if (/^[^]{4}ftyp(?:hei|mif|avif)/.test(head)) return 'picture'
  if (head.startsWith('{\\rtf')) return 'rtf'
  return /^(?:\u007fELF|MZ[^ -~]|\u001f\u008b|7z\u00bc\u00af|Rar!|SQLite format)/.test(head) ? 'binary' : null
}

/** Word keeps a file with a password in the old container, under a name written in UTF-16. */
const isLockedOffice = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))

const expected: Record<string, MediaKind> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
}

/** The kind of a file by its name alone; null for an unknown ending. */
export const kindByName = (name: string): MediaKind | null => expected[extensionOf(name)] ?? null

/**
 * Tells from the first bytes whether a file is a PDF, a zip (perhaps Word) or text; what it never can be is refused here.
 * Throws Refused('source_is_picture' | 'source_is_old_word' | 'source_is_encrypted' | 'source_is_rich_text' | 'source_is_binary').
 */
export const kindByContent = (bytes: Uint8Array, name: string): 'pdf' | 'zip' | 'text' => {
  const named = kindByName(name)
  const sign = signOf(bytes, named)
  if (sign === 'pdf' || sign === 'zip') return sign
  if (sign === 'picture') throw new Refused('source_is_picture', { name })
  if (sign === 'old_office')
    throw new Refused(isLockedOffice(bytes) ? 'source_is_encrypted' : 'source_is_old_word', { name })
  if (sign === 'rtf') throw new Refused('source_is_rich_text', { name })
  if (sign === 'binary') throw new Refused('source_is_binary', { name })
  if (named === 'pdf') throw new Refused('source_is_not_pdf', { name })
  if (named === 'docx') throw new Refused('source_is_not_word', { name })
  return 'text'
}

/** Whether a decoded text is HTML, our own JSON, markdown or plain: a whole document by how it begins, else by its name. */
export const kindOfText = (text: string, name: string): 'text' | 'markdown' | 'html' | 'json' => {
  const head = text.slice(0, 2000).trimStart()
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>])/i.test(head)) return 'html'
  if (agreementInJson(text) !== null) return 'json'
  const named = kindByName(name)
  if (named === 'html') return 'html'
  return named === 'markdown' ? 'markdown' : 'text'
}
