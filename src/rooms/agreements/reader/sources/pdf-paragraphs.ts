import type { TextBlock } from '../blocks.ts'
import { bulletLevels } from './bullets.ts'
import { paragraphMaker, softBreak } from './paragraphs.ts'
import { seamOf, type Wording } from './pdf-join.ts'
import type { TextLine } from './pdf-lines.ts'
import type { Piece } from './styled-text.ts'

/** A visual line with its number in the document and its page. */
export interface PlacedLine {
  line: TextLine
  number: number
  page: number
}

/** What lines are measured by: the column's sides, and how far apart the lines of one paragraph stand, as a share of their size. */
export interface Measure {
  left: number
  right: number
  leading: number
  /** True where paragraphs are not set apart by space, so that any line left short ends one. */
  lacksGaps: boolean
  wording: Wording
}

interface Draft {
  lines: PlacedLine[]
  bullet: { sign: string; x: number; textX: number } | null
}

/** What a paragraph is by its size: a heading of some level, or plain text. */
export type LevelOfSize = (size: number) => number

const bulletStart = /^\s*([•●▪■‣⁃◦➤➢►·\uf000-\uf0ff*–—-]|o)(\s*)/u

const bulletOf = (line: TextLine): Draft['bullet'] => {
  const match = bulletStart.exec(line.text.slice(0, 12))
  if (match === null || line.text.trim().length === match[1]?.length) return null
  const sign = match[1] ?? ''
  const isSetApart = line.textX > line.x
  if (sign === 'o' && !isSetApart) return null
  if (/[-–—*·]/.test(sign) && match[2] === '' && !isSetApart) return null
  return { sign, x: line.x, textX: isSetApart ? line.textX : line.x }
}

const marksThroughout = (line: TextLine): number => {
  const said = line.parts.filter((part) => part.text.trim() !== '')
  return said.reduce((marks, part) => marks & part.marks, said[0]?.marks ?? 0)
}

const wide = /[mwMWÆ@%—]/
const narrow = /[ijlftr.,:;!'’()|I\- ]/

/** How wide a text is drawn, in units of a plain letter: enough to tell a word's share of its line. */
const breadth = (text: string): number => {
  let sum = 0
  for (const character of text.split(''))
    sum += wide.test(character) ? 1.6 : narrow.test(character) ? 0.6 : /\p{Lu}/u.test(character) ? 1.3 : 1
  return sum
}

const firstWordWidth = (line: TextLine): number => {
  const text = line.text.trim()
  const length = /\s/.exec(text)?.index ?? text.length
  return ((line.end - line.textX) * breadth(text.slice(0, length))) / Math.max(1, breadth(text))
}

/** Abbreviations that something must follow. */
const openAbbreviation =
  /(?:^|[\s(])(?:pt|p\.t|kr|ca|nr|fx|f\.eks|bl\.a|evt|inkl|ekskl|jf|ift|mhp|ml|hhv|dvs|pr|gl|skt|e\.g|i\.e)\.$/i

/**
 * True where the next line's first word would not have fitted on this one, so that the break is only the column's. A near miss
 * counts as full, and so does a fairly full line that goes on in the middle of a sentence.
 */
export const isFull = (line: TextLine, next: TextLine, measure: Measure): boolean => {
  if (line.text.endsWith('\u00ad')) return true
  const room = measure.right - line.end - line.size * 0.2 - firstWordWidth(next)
  if (room < line.size * 0.3) return true
  const goesOn =
    (/^\p{Ll}/u.test(next.text.trim()) && !/[.:;!?]$/.test(line.text.trim())) || openAbbreviation.test(line.text.trim())
  return goesOn && room < (measure.right - measure.left) * 0.15
}

/** How many lines of a column end short with the next close below them, and how many with a gap below. */
export const countEnds = (lines: TextLine[], measure: Measure): { short: number; gaps: number } => {
  const ends = { short: 0, gaps: 0 }
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (next === undefined || bulletOf(line) !== null || bulletOf(next) !== null) continue
    if (Math.abs(next.size - line.size) > line.size * 0.08) continue
    if (next.y - line.y > measure.leading * line.size * 1.18) ends.gaps += 1
    else if (!isFull(line, next, measure)) ends.short += 1
  }
  return ends
}

const isWordCutByColumn = (line: TextLine, next: TextLine, measure: Measure): boolean =>
  !/\s/.test(line.text.trim()) &&
  line.end > measure.right - line.size * 0.7 &&
  /^\p{Ll}/u.test(next.text) &&
  !/[-\u00ad]$/.test(line.text.trim())

const beginsAnew = (draft: Draft, next: PlacedLine, measure: Measure): boolean => {
  const last = draft.lines.at(-1)
  if (last === undefined) return true
  const { line } = last
  if (line.isEntry || bulletOf(next.line) !== null || next.line.opensWithMark) return true
  if (Math.abs(next.line.size - line.size) > line.size * 0.08) return true
  const full = isFull(line, next.line, measure)
  if (next.page !== last.page)
    return !full || (/[.:;!?]$/.test(line.text.trim()) && !/^\p{Ll}/u.test(next.line.text.trim()))
  if (next.line.y - line.y > measure.leading * line.size * 1.18) return true
  if (draft.bullet !== null && draft.bullet.textX > draft.bullet.x && next.line.x < draft.bullet.textX - 3) return true
  if (full || draft.bullet !== null) return false
  if (measure.lacksGaps || /[.:!?]$/.test(line.text.trim())) return true
  return marksThroughout(line) !== marksThroughout(next.line) || next.line.x - line.x > 10
}

/** Gathers visual lines into paragraphs and bullets by the gaps between them, their indents and how full they are. */
export const gatherParagraphs = (lines: PlacedLine[], measure: Measure): PlacedLine[][] => {
  const drafts: Draft[] = []
  for (const placed of lines) {
    const open = drafts.at(-1)
    if (open === undefined || beginsAnew(open, placed, measure))
      drafts.push({ lines: [placed], bullet: bulletOf(placed.line) })
    else open.lines.push(placed)
  }
  return drafts.map((draft) => draft.lines)
}

const withoutBullet = (line: TextLine): TextLine => {
  const length = bulletStart.exec(line.text)?.[0].length ?? 0
  let left = length
  const parts = line.parts.map((part) => {
    const cut = Math.min(left, part.text.length)
    left -= cut
    return { ...part, text: part.text.slice(cut) }
  })
  return { ...line, parts }
}

const piecesOf = (paragraph: PlacedLine[], isItem: boolean, measure: Measure): Piece[] => {
  const pieces: Piece[] = []
  for (const [at, { line, number }] of paragraph.entries()) {
    const { parts } = at === 0 && isItem ? withoutBullet(line) : line
    for (const part of parts) pieces.push({ ...part, line: number })
    const next = paragraph[at + 1]
    const last = pieces.at(-1)
    if (next === undefined || last === undefined) continue
    if (isWordCutByColumn(line, next.line, measure)) continue
    if (next.page === paragraph[at]?.page && !isFull(line, next.line, measure)) {
      pieces.push({ text: softBreak, marks: last.marks, line: number })
      continue
    }
    const seam = seamOf(line.text, next.line.text, measure.wording)
    last.text = last.text.slice(0, Math.max(0, last.text.length - seam.cut))
    pieces.push({ text: seam.between, marks: last.marks & (next.line.parts[0]?.marks ?? 0), line: number })
  }
  return pieces
}

/** Makes blocks of gathered paragraphs; levels of bullets are told by how far in they stand. */
export const blockMaker = (measure: Measure, levelOfSize: LevelOfSize): ((paragraph: PlacedLine[]) => TextBlock[]) => {
  const levelOf = bulletLevels()
  return (paragraph) => {
    const first = paragraph[0]
    if (first === undefined) return []
    const bullet = bulletOf(first.line)
    const heading = bullet === null ? levelOfSize(first.line.size) : 0
    const kind = bullet !== null ? 'item' : heading > 0 ? 'heading' : 'paragraph'
    const level = bullet === null ? heading : levelOf({ indent: Math.round(bullet.x / 6), sign: bullet.sign })
    const pieces = piecesOf(paragraph, bullet !== null, measure)
    const makeParagraphs = paragraphMaker({ markdown: false, keepLineEnds: false })
    const blocks = makeParagraphs(pieces, { kind, level, bulletsAnywhere: false })
    return blocks.map(({ emphasis, ...block }) => ({
      ...block,
      emphasis: kind === 'heading' ? null : emphasis,
      place: { ...block.place, page: first.page },
    }))
  }
}
