import type { SourcePlace } from '../../agreement-format.ts'
import type { TextBlock } from '../blocks.ts'

export const strongMark = 1
export const underlinedMark = 2

/** Text whose every character knows how it was marked (`strongMark`, `underlinedMark`) and on which line it stood. */
export interface StyledText {
  text: string
  marks: Uint8Array
  lines: Int32Array
}

/** What a reader gathers: a stretch of text marked alike, beginning on one line. */
export interface Piece {
  text: string
  marks: number
  line: number
}

/** Joins pieces into one styled text; every `\n` begins the next line of the source. */
export const styledFrom = (pieces: Piece[]): StyledText => {
  const text = pieces.map((piece) => piece.text).join('')
  const marks = new Uint8Array(text.length)
  const lines = new Int32Array(text.length)
  let at = 0
  for (const piece of pieces) {
    marks.fill(piece.marks, at, at + piece.text.length)
    let line = piece.line
    for (const part of piece.text.split('\n')) {
      lines.fill(line, at, at + part.length + 1)
      at += part.length + 1
      line += 1
    }
    at -= 1
  }
  return { text, marks, lines }
}

export const sliceStyled = (styled: StyledText, from: number, to: number): StyledText => ({
  text: styled.text.slice(from, to),
  marks: styled.marks.subarray(from, to),
  lines: styled.lines.subarray(from, to),
})

/** Replaces every match; the new characters take the mark and line of the first character they replace. */
export const rewriteStyled = (styled: StyledText, pattern: RegExp, replace: (match: string) => string): StyledText => {
  const kept: { from: number; to: number; instead: string }[] = []
  let length = 0
  let at = 0
  for (const match of styled.text.matchAll(pattern)) {
    const instead = replace(match[0])
    if (instead === match[0]) continue
    kept.push({ from: at, to: match.index, instead })
    length += match.index - at + instead.length
    at = match.index + match[0].length
  }
  if (kept.length === 0) return styled
  kept.push({ from: at, to: styled.text.length, instead: '' })
  length += styled.text.length - at

  const marks = new Uint8Array(length)
  const lines = new Int32Array(length)
  const texts: string[] = []
  let to = 0
  for (const stretch of kept) {
    texts.push(styled.text.slice(stretch.from, stretch.to), stretch.instead)
    marks.set(styled.marks.subarray(stretch.from, stretch.to), to)
    lines.set(styled.lines.subarray(stretch.from, stretch.to), to)
    to += stretch.to - stretch.from
    marks.fill(styled.marks[stretch.to] ?? 0, to, to + stretch.instead.length)
    lines.fill(styled.lines[stretch.to] ?? 0, to, to + stretch.instead.length)
    to += stretch.instead.length
  }
  return { text: texts.join(''), marks, lines }
}

/** Cuts white space at both ends. */
export const trimStyled = (styled: StyledText): StyledText => {
  const from = styled.text.length - styled.text.trimStart().length
  return sliceStyled(styled, from, Math.max(from, styled.text.trimEnd().length))
}

const neutral = new Set(' \n\t.,:;()[]–-/')

const isMarkedThroughout = (styled: StyledText, mark: number): boolean => {
  let seen = false
  for (let at = 0; at < styled.text.length; at++) {
    if (neutral.has(styled.text.charAt(at))) continue
    if (((styled.marks[at] ?? 0) & mark) === 0) return false
    seen = true
  }
  return seen
}

const leadOf = (styled: StyledText): string | null => {
  if (styled.marks[0] === undefined || styled.marks[0] === 0) return null
  let end = 0
  for (let at = 0; at < styled.text.length; at++) {
    if ((styled.marks[at] ?? 0) !== 0) end = at + 1
    else if (!neutral.has(styled.text.charAt(at))) break
  }
  return styled.text.slice(0, end).trim()
}

const placeOf = (styled: StyledText, page: number | null): SourcePlace => ({
  line: styled.lines[0] ?? 1,
  toLine: styled.lines[styled.lines.length - 1] ?? 1,
  page,
})

/** Turns trimmed styled text into a block, telling its emphasis, or the emphasised words it leads with. */
export const textBlockOf = (
  styled: StyledText,
  shape: { kind: TextBlock['kind']; level: number; page: number | null },
): TextBlock => {
  const strong = isMarkedThroughout(styled, strongMark)
  const underlined = !strong && isMarkedThroughout(styled, underlinedMark)
  const lead = strong || underlined ? null : leadOf(styled)
  return {
    kind: shape.kind,
    level: shape.level,
    text: styled.text,
    emphasis: strong ? 'strong' : underlined ? 'underlined' : null,
    place: placeOf(styled, shape.page),
    ...(lead === null ? {} : { lead }),
  }
}
