import { type Band, baseline, isTurned, placeOf, textWidth, type Turn, turnsOf } from './geometry.ts'
import type { LaidPiece, SignPlace, Writing } from './wheel-layout.ts'

/** The largest and the smallest words that are written in a piece. */
const sizes = { most: 14.5, least: 7.5 }

/** What a piece's words keep free at each end, and between its sign and its words. */
const padding = 7
const afterSign = 4

/** Between two pieces of a lane, and between two lanes. */
const seam = 1.5

/** How long a mark of a single day is. */
export const markLength = 46

type Unwritten = Pick<LaidPiece, 'band' | 'happenings' | 'shape' | 'state'>

/**
 * Gives a piece of the wheel its sign and as much of its name as there is room for: the longest name that fits, else its number,
 * else nothing. A mark of a single day has its sign alone, or its number beside it.
 */
export const layPiece = (piece: Unwritten, names: readonly string[]): LaidPiece => {
  const { inner, outer } = piece.band
  const height = outer - inner
  const gap = Math.min(seam, height / 4)
  const band = { inner: inner + gap / 2, outer: outer - gap / 2, ...ends(piece) }
  const size = Math.min(sizes.most, height * 0.58)
  const corner = piece.shape === 'payment' ? height / 2 : Math.min(5, height / 4)
  const room = lengthOf(band) - 2 * Math.min(padding, height / 4)
  const signSize = Math.min(size, 13)
  if (size < sizes.least || room < signSize) return { ...piece, band, corner, sign: null, writing: null }
  const number = numberOf(piece)
  const ways =
    piece.shape === 'stretch' || piece.shape === 'window' ? names : piece.shape === 'payment' ? [`kr ${number}`] : []
  const fitting = [...ways, number].find((name) => name !== '' && signSize + afterSign + textWidth(name, size) <= room)
  return { ...piece, band, corner, ...written(band, fitting ?? '', size, signSize) }
}

/** Marks of a single day are as long as their words need wherever their lane is; all else fills its days. */
const ends = ({ band, shape }: Unwritten): { from: Turn; to: Turn } => {
  const trim = turnsOf(seam / 2, band.inner)
  const half = turnsOf(markLength / 2, (band.inner + band.outer) / 2)
  const middle = (band.from + band.to) / 2
  const [from, to] = [band.from + trim, band.to - trim]
  return shape === 'stretch' || shape === 'window'
    ? { from, to }
    : { from: Math.max(from, middle - half), to: Math.min(to, middle + half) }
}

/** The number that finds a single thing in the table. */
const numberOf = ({ happenings }: Unwritten): string =>
  happenings.length === 1 ? String(happenings[0]?.promise.number ?? '') : `×${happenings.length}`

const lengthOf = ({ inner, from, to }: Band): number => (to - from) * 2 * Math.PI * inner

/** Sign and words in the middle of a band, in the direction they are read. */
const written = (
  band: Band,
  text: string,
  size: number,
  signSize: number,
): { sign: SignPlace; writing: Writing | null } => {
  const radius = (band.inner + band.outer) / 2
  const width = signSize + (text === '' ? 0 : afterSign + textWidth(text, size))
  const direction = isTurned(band.from, band.to) ? -1 : 1
  const begins = (band.from + band.to) / 2 - direction * turnsOf(width / 2, radius)
  const along = (length: number): Turn => begins + direction * turnsOf(length, radius)
  const sign = signAt(along(signSize / 2), radius, signSize, direction < 0)
  if (text === '') return { sign, writing: null }
  const words =
    direction > 0
      ? { from: along(signSize + afterSign), to: band.to }
      : { from: band.from, to: along(signSize + afterSign) }
  return { sign, writing: { text, size, path: baseline({ ...band, ...words }, size, direction < 0) } }
}

/** A sign upright for the reader of the words beside it. */
export const signAt = (turn: Turn, radius: number, size: number, turned: boolean): SignPlace => ({
  ...placeOf(radius, turn),
  size,
  degrees: Math.round((turn + (turned ? 0.5 : 0)) * 3600) / 10,
})
