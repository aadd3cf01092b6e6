import { type DayNumber, dayNumber } from '../../../platform/day-number.ts'
import { loudest } from '../state/state.rules.ts'
import { type Turn, turnsOf } from './geometry.ts'
import { keptWithin, packLanes } from './lanes.rules.ts'
import { layPiece, markLength } from './lay-piece.rules.ts'
import { layOpening, type RhythmWords } from './lay-rhythm.rules.ts'
import { daysOfYear } from './place-in-year.rules.ts'
import { withinMost } from './rings.rules.ts'
import type { Ring, Shape, WheelPromise } from './wheel.ts'
import type { Happening, LaidPiece, LaidRing, LaidWheel } from './wheel-layout.ts'

/** Radii of the wheel, in its own units; the whole picture is a little over a thousand across. */
export const radii = {
  months: { inner: 460, outer: 494 },
  weeks: { inner: 443, outer: 458 },
  rings: 436,
  leastCentre: 108,
}

/** Words the layout chooses between by the room there is. */
export interface LayoutWords extends RhythmWords {
  /** The ring that holds what has no ring of its own. */
  readonly others: string
  /** Names for a piece from the longest to the shortest. */
  readonly namesOf: (happenings: readonly Happening[]) => readonly string[]
}

/** Heights: of the line that opens a ring, of a lane at most and at least, of a lane of marks, and between rings. */
const heights = { opening: 19, lane: 30, leastLane: 15, marks: 16, between: 6 }

/** Pieces are packed as if they lay this far in, so that they keep apart wherever their lane is. */
const packedAt = 175

interface Piece {
  readonly from: Turn
  readonly to: Turn
  readonly happenings: readonly Happening[]
}

interface Packed {
  readonly ring: Ring
  /** Lanes of what takes days, and lanes of marks of a single day. */
  readonly stretches: readonly Piece[][]
  readonly marks: readonly Piece[][]
}

/** More rings than the first are hard to tell apart; fewer than the last tell too little apart. */
const ringCounts = [7, 6, 5, 4, 3]

/**
 * Lays the rings of a year out so that nothing of a lane overlaps, and everything that has a place in the year is there once. Where
 * its lanes would be too low to write in, the smallest rings share one. Pure.
 */
export const layWheel = (rings: readonly Ring[], year: number, day: DayNumber, words: LayoutWords): LaidWheel => {
  const packed = packInRings(rings, year, words.others)
  const height = laneHeights(packed)
  const laid: LaidRing[] = []
  let outer = radii.rings
  for (const one of packed) {
    const ring = layRing(one, { outer, height, year, words })
    laid.push(ring)
    outer = ring.inner - height.between
  }
  const days = daysOfYear(year)
  const isThisYear = day >= days.from && day <= days.to
  return { rings: laid, centre: outer, hand: isThisYear ? turnOfDay(day + 0.5, year) : null }
}

/** Where the beginning of a day stands on the wheel. */
export const turnOfDay = (day: number, year: number): Turn => {
  const { from, to } = daysOfYear(year)
  return (day - from) / (to - from + 1)
}

interface Heights {
  readonly opening: number
  readonly lane: number
  readonly marks: number
  readonly between: number
}

/** As high as the room allows; where even the lowest lanes are too many, everything shrinks alike. */
const laneHeights = (packed: readonly Packed[]): Heights => {
  const room = radii.rings - radii.leastCentre
  const [lanes, marks] = [count(packed, 'stretches'), count(packed, 'marks')]
  const fixed = packed.length * (heights.opening + heights.between) + marks * heights.marks
  const lane = Math.min(heights.lane, (room - fixed) / Math.max(lanes, 1))
  if (lane >= heights.leastLane / 2) return { ...heights, lane }
  const shrunk = room / (fixed + (lanes * heights.leastLane) / 2)
  return {
    opening: heights.opening * shrunk,
    lane: (heights.leastLane / 2) * shrunk,
    marks: heights.marks * shrunk,
    between: heights.between * shrunk,
  }
}

const count = (packed: readonly Packed[], of: 'stretches' | 'marks'): number =>
  packed.reduce((sum, one) => sum + one[of].length, 0)

const packInRings = (rings: readonly Ring[], year: number, others: string): Packed[] => {
  let packed: Packed[] = []
  for (const most of ringCounts) {
    packed = packWithin(withinMost(rings, most, others), year)
    if (laneHeights(packed).lane >= heights.leastLane) break
  }
  return packed
}

/** Each thing for itself; where that takes too many lanes, things of the same days together, first those that stand alike. */
const packWithin = (rings: readonly Ring[], year: number): Packed[] => {
  let packed: Packed[] = []
  for (const keyOf of [ownKey, daysAndStateKey, daysKey]) {
    packed = rings.map((ring) => {
      const [marks, stretches] = [true, false].map((are) =>
        happeningsOf(ring.promises).filter(({ occurrence }) => isMark(occurrence) === are),
      )
      const long = piecesOf(stretches ?? [], year, keyOf)
      // Marks say no names, so those of a day that stand alike are always one.
      const short = piecesOf(marks ?? [], year, keyOf === ownKey ? daysAndStateKey : keyOf)
      return { ring, ...packRing(long, short) }
    })
    if (laneHeights(packed).lane >= heights.leastLane) break
  }
  return packed
}

/** Marks lie between the stretches where that takes no further lane, else in lanes of their own. */
const packRing = (long: readonly Piece[], short: readonly Piece[]): Pick<Packed, 'stretches' | 'marks'> => {
  const [stretches, together] = [packLanes(long), packLanes([...long, ...short])]
  return together.length === stretches.length
    ? { stretches: together, marks: [] }
    : { stretches, marks: packLanes(short) }
}

const isMark = ({ shape }: { readonly shape: Shape }): boolean => shape === 'deadline' || shape === 'payment'

type KeyOf = (happening: Happening, at: number) => string

const ownKey: KeyOf = (_, at) => String(at)
const daysKey: KeyOf = ({ occurrence: { shape, from, to } }) => `${shape} ${from} ${to}`
const daysAndStateKey: KeyOf = (happening, at) => `${daysKey(happening, at)} ${happening.occurrence.state}`

const happeningsOf = (promises: readonly WheelPromise[]): Happening[] =>
  promises.flatMap((promise) => promise.occurrences.map((occurrence) => ({ promise, occurrence })))

const piecesOf = (all: readonly Happening[], year: number, keyOf: KeyOf): Piece[] => {
  const alike = Map.groupBy(all, keyOf)
  return [...alike.values()].flatMap((happenings) => {
    const first = happenings[0]?.occurrence
    return first === undefined ? [] : [{ ...extentOf(first, year), happenings }]
  })
}

/** The angles a happening takes: its days, or as much as a mark needs where they are few. */
const extentOf = ({ from, to }: { from: DayNumber; to: DayNumber }, year: number): { from: Turn; to: Turn } => {
  const [begins, ends] = [turnOfDay(from, year), turnOfDay(to + 1, year)]
  const least = turnsOf(markLength, packedAt)
  if (ends - begins >= least) return { from: begins, to: ends }
  const middle = (begins + ends) / 2
  return keptWithin({ from: middle - least / 2, to: middle + least / 2 }, 1)
}

interface RingRoom {
  readonly outer: number
  readonly height: Heights
  readonly year: number
  readonly words: LayoutWords
}

const layRing = ({ ring, stretches, marks }: Packed, { outer, height, year, words }: RingRoom): LaidRing => {
  let top = outer - height.opening
  const layLanes = (lanes: readonly Piece[][], laneHeight: number): LaidPiece[][] =>
    lanes.map((lane) => {
      const [upper, lower] = [top, top - laneHeight]
      top = lower
      return lane.map((piece) =>
        layPiece(
          { ...unwritten(piece), band: { inner: lower, outer: upper, from: piece.from, to: piece.to } },
          words.namesOf(piece.happenings),
        ),
      )
    })
  const lanes = [...layLanes(stretches, height.lane), ...layLanes(marks, height.marks)]
  return { ring, outer, inner: top, opening: layOpening(ring, outer - height.opening / 2, year, words), lanes }
}

const unwritten = ({ happenings }: Piece) => ({
  happenings,
  shape: happenings[0]?.occurrence.shape ?? 'stretch',
  state: loudest(happenings.map(({ occurrence }) => occurrence.state)),
})

/** The twelve months as angles, from 1. */
export const monthTurns = (year: number): { month: number; from: Turn; to: Turn }[] =>
  Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    from: turnOfDay(dayNumber(year, at + 1, 1), year),
    to: turnOfDay(at === 11 ? dayNumber(year + 1, 1, 1) : dayNumber(year, at + 2, 1), year),
  }))
