import type { TextLine } from './pdf-lines.ts'

const and = /^(?:og|eller|samt|til|and|or)\b/i

/** What a document tells about its words: those it writes, how those with hyphens begin, and whether it divides words at all. */
export interface Wording {
  words: ReadonlySet<string>
  hyphenated: ReadonlySet<string>
  dividesWords: boolean
}

/** Learns the words of the document, to tell a word divided at the end of a line from one that is written with a hyphen. */
export const wordingOf = (lines: TextLine[]): Wording => {
  const words = new Set<string>()
  const hyphenated = new Set<string>()
  let divided = 0
  for (const line of lines) {
    if (/\p{Ll}[-\u00ad]\s*$/u.test(line.text)) divided += 1
    for (const [word] of line.text.matchAll(/[\p{L}\p{N}]{2,}(?:-[\p{L}\p{N}]+)*/gu)) {
      words.add(word.toLowerCase())
      const hyphen = word.indexOf('-')
      if (hyphen > 0) hyphenated.add(word.slice(0, hyphen).toLowerCase())
    }
  }
  return { words, hyphenated, dividesWords: divided > lines.length * 0.025 }
}

const lastWord = (text: string): string => /[\p{L}\p{N}-]{1,60}$/u.exec(text.slice(-60))?.[0] ?? ''
const firstWord = (text: string): string => /^[\p{L}\p{N}]{1,60}/u.exec(text.slice(0, 60))?.[0] ?? ''

const isDivided = (before: string, after: string, wording: Wording): boolean => {
  if (!/^\p{Ll}/u.test(after)) return false
  const stem = before.slice(0, -1).toLowerCase()
  if (!/\p{L}\p{Ll}-$/u.test(before) || /\d/.test(stem)) return false
  if (wording.words.has(`${stem}-${after}`.toLowerCase())) return false
  if (wording.words.has(stem + after.toLowerCase())) return true
  return wording.dividesWords && !wording.hyphenated.has(stem)
}

/** How the end of one line and the beginning of the next become one text: what is cut from the end, and what comes between. */
export const seamOf = (above: string, below: string, wording: Wording): { cut: number; between: string } => {
  const end = above.trimEnd()
  const start = below.trimStart()
  if (end.endsWith('\u00ad')) return { cut: above.length - end.length + 1, between: '' }
  const trailing = above.length - end.length
  if (/[^\s]-$/.test(end)) {
    if (and.test(start)) return { cut: trailing, between: ' ' }
    const isWordBreak = isDivided(lastWord(end), firstWord(start), wording)
    return { cut: trailing + (isWordBreak ? 1 : 0), between: '' }
  }
  if (/[)\]] -$/.test(end) && /^\p{Ll}/u.test(start)) return { cut: trailing, between: '' }
  return { cut: trailing, between: /[^\s]\/$/.test(end) ? '' : ' ' }
}
