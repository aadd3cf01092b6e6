import type { SectionKind, SourcePlace } from '../agreement-format.ts'
import type { TextBlock } from './blocks.ts'

/** One line of an answer as the form shows it: a paragraph (`bullet` 0) or a bullet of that depth. */
export interface AnswerLine {
  text: string
  bullet: number
  /** The strong or underlined words the line begins with; all of it where the whole line is marked. */
  lead: string | null
  place: SourcePlace
}

/** The answer to one question of an activity, as gathered from one row or several. */
export interface Answer {
  kind: SectionKind
  heading: string
  lines: AnswerLine[]
  place: SourcePlace
}

const cutAtHyphen = (left: string, right: string): string =>
  /\p{Ll}-$/u.test(left) && /^\p{Ll}/u.test(right) && !/^(?:og|eller|samt)\b/u.test(right)
    ? left.slice(0, -1) + right
    : `${left} ${right}`

/** Joins two halves of a text that a page break cut in the middle of a sentence. */
export const joinHalves = (left: string, right: string): string =>
  left === '' ? right : cutAtHyphen(left.trimEnd(), right.trimStart())

/** True for a text that plainly stops in the middle. */
export const leavesOpen =
  /(?:(?<![\p{L}])(?:p\.?\s?t\.?|og|eller|samt|i|af|fra|på|til|for|med|hos|ved|den|det|de|en|et|at|som|der|er|kr\.|ca\.|nr\.)|[,(–-])$/iu

/** True where a line plainly goes on from the one before: it begins small, or that one stops in the middle. */
const goesOn = (before: AnswerLine | undefined, line: AnswerLine): boolean =>
  before !== undefined &&
  line.bullet === 0 &&
  (leavesOpen.test(before.text) || (/^[\p{Ll}(]/u.test(line.text) && !/[.!?:;]$/u.test(before.text)))

const lineCount = (block: TextBlock): number => block.place.toLine - block.place.line + 1

const oneLine = (block: TextBlock, at: number): SourcePlace => {
  const line = block.place.line + at
  return { ...block.place, line, toLine: line }
}

/** The lines of a block: its soft line breaks become lines of their own. */
const linesOf = (block: TextBlock): AnswerLine[] =>
  block.text
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, at) => ({
      text,
      bullet: block.kind === 'item' && at === 0 ? Math.max(1, block.level) : 0,
      lead: at > 0 ? null : block.emphasis === null ? (block.lead ?? null) : text,
      place: block.place,
    }))
    .map((line, at, all) => (all.length === lineCount(block) ? { ...line, place: oneLine(block, at) } : line))

const endsInFigures = /(?:\d|\p{L}{3,9}\s(?:19|20)\d{2}|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*)$/iu
const beginsInFigures =
  /^(?:\d{1,2}\.?\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\d{1,4}(?:\s|\.|$)|kl\.)/iu

/** A dash between two days that came to stand first on a line was taken for a bullet: "1. maj 2031 / – 30. april 2033". */
const withDashesBack = (lines: AnswerLine[]): AnswerLine[] => {
  const joined: AnswerLine[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const isDash =
      last !== undefined && line.bullet > 0 && endsInFigures.test(last.text) && beginsInFigures.test(line.text)
    if (isDash) joined[joined.length - 1] = { ...last, text: `${last.text} – ${line.text}`, place: lastTo(last, line) }
    else joined.push(line)
  }
  return joined
}

const lastTo = (first: AnswerLine, last: AnswerLine): SourcePlace => ({
  ...first.place,
  toLine: Math.max(first.place.toLine, last.place.toLine),
})

/** Lays blocks out as lines. Only where `afterBreak` tells that a page break came between may the first line go on. */
export const appendLines = (lines: AnswerLine[], blocks: TextBlock[], afterBreak: boolean): AnswerLine[] => {
  const added = withDashesBack(blocks.flatMap(linesOf))
  const [first, ...rest] = added
  const last = lines.at(-1)
  if (!afterBreak || first === undefined || last === undefined || !goesOn(last, first)) return [...lines, ...added]
  const joined: AnswerLine = {
    ...last,
    text: joinHalves(last.text, first.text),
    place: lastTo(last, first),
  }
  return [...lines.slice(0, -1), joined, ...rest]
}

/** The answer's text in the agreement format: a paragraph or bullet a line, bullets as `• `, deeper ones indented. */
export const answerText = (lines: AnswerLine[]): string =>
  lines.map((line) => (line.bullet > 0 ? `${'  '.repeat(line.bullet - 1)}• ${line.text}` : line.text)).join('\n')
