import type { TextBlock } from '../blocks.ts'
import { bulletLevels, findBullets } from './bullets.ts'
import { applyMarkdown } from './markdown-marks.ts'
import {
  type Piece,
  rewriteStyled,
  sliceStyled,
  styledFrom,
  type StyledText,
  textBlockOf,
  trimStyled,
} from './styled-text.ts'

/** A soft line break as the readers hand it over; a plain `\n` is merely where the source's line ended. */
export const softBreak = '\u2028'

/** An end of line that is only there because the line was full: no break to the reader's eye, in a source that keeps its line ends. */
export const wrappedEnd = '\f\n'

/** How a source writes: whether `**` means strong, and whether an end of line is a line break to the reader's eye. */
export interface Writing {
  markdown: boolean
  keepLineEnds: boolean
}

/** What a run of pieces is by its place in the source, before its own bullet signs are looked at. */
export interface RunShape {
  kind: TextBlock['kind']
  level: number
  /** True in cells and lists, where a bullet sign opens an item even in the middle of a line. */
  bulletsAnywhere: boolean
}

const ligatures = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
  ['‑', '-'],
])

const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

const plainSpaces = (styled: StyledText, keepLineEnds: boolean): StyledText => {
  const visible = rewriteStyled(
    rewriteStyled(styled, invisible, () => ''),
    oddSpaces,
    () => ' ',
  )
  const spelled = rewriteStyled(visible, /[ﬀ-ﬆ‑]/g, (sign) => ligatures.get(sign) ?? sign)
  return rewriteStyled(spelled, /[ \t\n\f\r\u2028\u2029]+/g, (space) => {
    const breaks = space.match(/\u2028/g)?.length ?? 0
    if (breaks > 1) return softBreak + softBreak
    const isBreak = breaks === 1 || (keepLineEnds && space.includes('\n') && !space.includes('\f'))
    return isBreak ? softBreak : ' '
  })
}

const cutAtEmptyLines = (styled: StyledText): StyledText[] => {
  const parts: StyledText[] = []
  let from = 0
  for (const gap of styled.text.matchAll(/\u2028\u2028/g)) {
    parts.push(sliceStyled(styled, from, gap.index))
    from = gap.index + gap[0].length
  }
  parts.push(sliceStyled(styled, from, styled.text.length))
  return parts
}

const cutAtBullets = (styled: StyledText, anywhere: boolean): { sign: string | null; styled: StyledText }[] => {
  const parts: { sign: string | null; styled: StyledText }[] = []
  let from = 0
  let sign: string | null = null
  for (const bullet of findBullets(styled.text, anywhere)) {
    parts.push({ sign, styled: sliceStyled(styled, from, bullet.at) })
    from = bullet.at + bullet.length
    sign = bullet.sign
  }
  parts.push({ sign, styled: sliceStyled(styled, from, styled.text.length) })
  return parts
}

/**
 * Turns runs of pieces into blocks, one list after another; it remembers the bullet signs of the list it stands in.
 * Empty runs give nothing.
 */
export const paragraphMaker = (writing: Writing): ((pieces: Piece[], shape: RunShape) => TextBlock[]) => {
  let levelOf = bulletLevels()
  return (pieces, shape) => {
    const raw = styledFrom(pieces)
    const marked = writing.markdown ? applyMarkdown(raw) : raw
    const tidy = trimStyled(plainSpaces(marked, writing.keepLineEnds))
    if (tidy.text === '') return []
    const blocks: TextBlock[] = []
    const parts = cutAtEmptyLines(tidy).flatMap((part) => cutAtBullets(trimStyled(part), shape.bulletsAnywhere))
    for (const part of parts) {
      const text = rewriteStyled(trimStyled(part.styled), /\u2028/g, () => '\n')
      if (text.text === '') continue
      const depth = shape.kind === 'item' ? shape.level : 1
      if (part.sign !== null) {
        const level = depth + levelOf({ indent: 0, sign: part.sign }) - 1
        blocks.push(textBlockOf(text, { kind: 'item', level: shape.kind === 'item' ? depth : level, page: null }))
        continue
      }
      const isFirst = blocks.length === 0
      const kind = shape.kind === 'item' && !isFirst ? 'paragraph' : shape.kind
      if (kind !== 'item') levelOf = bulletLevels()
      blocks.push(textBlockOf(text, { kind, level: kind === 'paragraph' ? 0 : shape.level, page: null }))
    }
    return blocks
  }
}
