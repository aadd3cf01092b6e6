import { listed, lookUp } from './number-words.ts'
import type { Speech } from './number-words.ts'

const shape = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/
const units = ['Y', 'M', 'W', 'D', 'H', 'Min'] as const

interface Piece {
  count: number
  unit: (typeof units)[number]
}

const read = (iso: string): Piece[] => {
  const [, ...counts] = shape.exec(iso) ?? []
  return counts.flatMap((count: string | undefined, at) => {
    const unit = units[at]
    return count === undefined || unit === undefined ? [] : [{ count: Number(count), unit }]
  })
}

const plain = ({ count, unit }: Piece, { texts }: Speech): string => {
  const [, many, one] = texts.lengths[unit]
  return count === 1 ? (one ?? '') : `${count} ${many}`
}

const owning = ({ count, unit }: Piece, { texts }: Speech): string => {
  const [, , , oneOwning, manyOwning] = texts.lengths[unit]
  return count === 1 ? (oneOwning ?? '') : `${count} ${manyOwning}`
}

type Style = (piece: Piece, speech: Speech) => string

const one = (iso: string, speech: Speech, style: Style): string | null => {
  const pieces = read(iso)
  const last = pieces.at(-1)
  if (last === undefined) return null
  return listed([...pieces.slice(0, -1).map((piece) => plain(piece, speech)), style(last, speech)], speech.texts.and)
}

/** Ranges of one unit (`P3M..P6M`) are told with the unit once: `3–6 måneder`. */
const inStyle = (value: string, speech: Speech, style: Style): string | null => {
  const ends = value.split(/\.\.|,/)
  const [first, second] = ends.map(read)
  const [low, high] = [first?.[0], second?.[0]]
  const joint = value.includes('..') ? '–' : ` ${speech.texts.and} `
  const isOneUnit = ends.length === 2 && first?.length === 1 && second?.length === 1 && low?.unit === high?.unit
  if (isOneUnit && low !== undefined && high !== undefined) {
    return `${low.count}${joint}${style(high, speech)}`
  }
  const words = ends.map((iso) => one(iso, speech, style)).filter((word) => word !== null)
  return words.length < ends.length ? null : words.join(joint)
}

/** An ISO duration in words: `8 dage`, `en måned`, `2 timer og 15 minutter`, `3–6 måneder`. Null where it is none. */
export const durationInWords = (value: string, speech: Speech): string | null => inStyle(value, speech, plain)

/** Like `durationInWords`, but halves are told as such: `et halvt år`, `halvanden time`. */
export const roundDurationInWords = (value: string, speech: Speech): string | null =>
  lookUp(speech.texts.roundLengths, value) ?? durationInWords(value, speech)

/** An ISO duration that owns what follows: `en måneds`, `14 dages`. Null where it is none. */
export const owningDurationInWords = (value: string, speech: Speech): string | null => inStyle(value, speech, owning)
