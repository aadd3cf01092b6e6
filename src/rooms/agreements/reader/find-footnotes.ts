import type { Footnote } from '../agreement-format.ts'
import type { Block } from './blocks.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const opening = /^\s*(?:([⁰¹²³⁴-⁹]{1,3})|\[\^?(\d{1,3})\]:?)\s*(?=\S)/u

/** True for a text block that is a footnote: it opens with a raised or bracketed mark. */
export const isFootnote = (block: Block): boolean => block.kind !== 'row' && opening.test(block.text)

const plainDigits = (mark: string): string => mark.replace(/[⁰¹²³⁴-⁹]/gu, (sign) => String(superscripts.indexOf(sign)))

/** The footnotes among the blocks, their marks as plain digits. */
export const readFootnotes = (blocks: Block[]): Footnote[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'row') return []
    const match = opening.exec(block.text)
    const mark = match?.[1] ?? match?.[2]
    if (match === null || mark === undefined) return []
    const text = block.text.slice(match[0].length).replaceAll('\n', ' ').trim()
    return [{ mark: plainDigits(mark), text, source: block.place }]
  })

/**
 * Some programs number the notes and the marks that refer to them from different beginnings. Where they are as many but do
 * not fit, the notes take the marks in the order the text refers to them.
 */
export const numberByReferences = (footnotes: Footnote[], references: string[]): Footnote[] => {
  const marks = [...new Set(references)]
  const known = new Set(footnotes.map((footnote) => footnote.mark))
  if (marks.length !== footnotes.length || marks.every((mark) => known.has(mark))) return footnotes
  return footnotes.map((footnote, at) => ({ ...footnote, mark: marks[at] ?? footnote.mark }))
}

/** The marks that a text refers to, as plain digits: raised digits, also where they are glued to a word. */
export const footnoteMarksIn = (text: string): string[] =>
  [...text.matchAll(/(?<=\S)(?<!\d\s?k?m)[⁰¹²³⁴-⁹]{1,3}|\[\^?\d{1,3}\]/gu)].map((match) =>
    plainDigits(match[0].replace(/[[\]^]/gu, '')),
  )

/** A text without its footnote marks. */
export const withoutMarks = (text: string): string =>
  text.replace(/(?<!\d\s?k?m)[⁰¹²³⁴-⁹]+|(?<=\S)\s?\[\^?\d{1,3}\]/gu, '').trim()
