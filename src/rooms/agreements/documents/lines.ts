import type { Footnote } from '../agreement-format.ts'
import type { DocumentDescription, Inline, Line, Note } from './description.ts'
import { printable } from './document-words.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Raised figures that may refer to a footnote; after "m" or "km" they are a measure (m²). */
const raisedFigures = /(?<!\b[kcdm]?m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu
const deepestBullet = 4

/** The footnotes that texts refer to by raised figures, in the order the texts refer to them. */
export interface NotePlaces {
  readonly footnotes: readonly Footnote[]
  readonly placed: Footnote[]
}

/** True where the footnotes may be numbered by the page: the texts refer to them as 1, 2, 3 … in reading order. */
export const areNumberedInOrder = (notes: NotePlaces): boolean =>
  notes.placed.every((footnote, index) => footnote.mark === String(index + 1))

/**
 * The lines of an agreement's text: one paragraph or bullet a line, bullets begin with `• `, deeper ones with two
 * spaces more. A footnote becomes a note where it is first referred to, and is added to `notes.placed`.
 */
export const linesOf = (text: string, notes: NotePlaces): Line[] =>
  text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line): Line[] => {
    const bullet = /^(\s*)•\s*(.*)$/su.exec(line)
    const words = printable(bullet?.[2] ?? line)
    if (words === '') return []
    const inlines = inlinesOf(words, notes)
    if (bullet === null) return [{ kind: 'paragraph', level: 0, inlines }]
    const level = Math.min(deepestBullet, 1 + Math.floor((bullet[1] ?? '').length / 2))
    return [{ kind: 'item', level, inlines }]
  })

/** A paragraph that refers to no footnote. */
export const paragraphOf = (text: string): Line => ({
  kind: 'paragraph',
  level: 0,
  inlines: [{ kind: 'text', text: printable(text) }],
})

const inlinesOf = (words: string, notes: NotePlaces): Inline[] => {
  const inlines: Inline[] = []
  let from = 0
  for (const match of words.matchAll(raisedFigures)) {
    const mark = [...match[0]].map((figure) => superscripts.indexOf(figure)).join('')
    const footnote = notes.footnotes.find((candidate) => candidate.mark === mark)
    if (footnote === undefined || notes.placed.includes(footnote)) continue
    notes.placed.push(footnote)
    if (match.index > from) inlines.push({ kind: 'text', text: words.slice(from, match.index) })
    inlines.push({ kind: 'note', mark, text: printable(footnote.text) })
    from = match.index + match[0].length
  }
  if (from < words.length) inlines.push({ kind: 'text', text: words.slice(from) })
  return inlines
}

/** The footnotes that stand at the foot of their page, in reading order. */
export const notesIn = (description: DocumentDescription): Note[] =>
  description.chapters
    .flatMap((chapter) => chapter.parts)
    .flatMap((part) => {
      if (part.kind === 'lines') return part.lines
      return part.kind === 'form' ? part.rows.flatMap((row) => row.answer) : []
    })
    .flatMap((line) => line.inlines)
    .filter((inline) => inline.kind === 'note')
