import { createHash } from 'node:crypto'
import { Refused } from '../../../platform/refused.ts'
import type { Block, OpenedSource, SourceLine } from './blocks.ts'
import { decodeText } from './sources/decode-text.ts'
import { agreementInJson } from './sources/embedded.ts'
import { openHtml } from './sources/html-source.ts'
import { coverLines } from './sources/lines.ts'
import { kindByContent, kindOfText, type MediaKind, mediaTypes } from './sources/media-kind.ts'
import { textBlocks } from './sources/text.ts'

/** The largest file that is read, in bytes. */
export const largestSource = 20 * 1024 * 1024

interface Opened {
  kind: MediaKind
  lines: SourceLine[]
  blocks: Block[]
  embedded: unknown
}

const openText = (bytes: Uint8Array, name: string): Opened => {
  const decoded = decodeText(bytes)
  if (decoded === null) throw new Refused('source_is_noise', { name })
  const kind = kindOfText(decoded.text, name)
  if (kind === 'html') return { kind, ...openHtml(decoded.text) }
  const read = textBlocks(decoded.text)
  const lines = read.lines.map((text, at) => ({ number: at + 1, text, page: null }))
  const embedded = kind === 'json' ? agreementInJson(decoded.text) : null
  return { kind, lines, blocks: coverLines(lines, read.blocks), embedded }
}

const openByContent = async (bytes: Uint8Array, name: string): Promise<Opened> => {
  const kind = kindByContent(bytes, name)
  if (kind === 'text') return openText(bytes, name)
  // The parsers of Word and PDF are large; only a file of their kind waits for them to load.
  if (kind === 'pdf') {
    const { openPdf } = await import('./sources/pdf.ts')
    return { kind, ...(await openPdf(bytes)) }
  }
  const { openDocx } = await import('./sources/docx.ts')
  return { kind: 'docx', ...(await openDocx(bytes, name)) }
}

/** The last part of a path, short enough for a sentence. */
const nameToShow = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? name
  return last.length > 80 ? `${last.slice(0, 77)}…` : last
}

/** What a parser stumbles over in a file is the file's fault, told as such; a refusal keeps its code and learns the name. */
const refusalOf = (error: unknown, name: string): Refused =>
  error instanceof Refused
    ? new Refused(error.code, { ...error.facts, name: nameToShow(name) })
    : new Refused('source_is_damaged', { name: nameToShow(name) })

/**
 * Opens a source: plain text, markdown, HTML, Word or PDF, told apart by its content first and its name second.
 * Nothing in it is run and nothing outside it is fetched. Throws nothing but `Refused`, with a code that `readerTexts` words.
 */
export const openSource = async (bytes: Uint8Array, name: string): Promise<OpenedSource> => {
  if (bytes.length > largestSource) {
    throw new Refused('source_too_large', { name: nameToShow(name), megabytes: Math.ceil(bytes.length / 1024 / 1024) })
  }
  if (bytes.length === 0) throw new Refused('source_is_empty', { name: nameToShow(name) })
  const { kind, lines, blocks, embedded } = await openByContent(bytes, name).catch((error: unknown) => {
    throw refusalOf(error, name)
  })
  if (blocks.length === 0) throw new Refused('source_is_empty', { name: nameToShow(name) })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, mediaType: mediaTypes[kind], sha256, lines, blocks, embedded }
}
