import type { CommitmentState } from '../state/state.ts'
import type { Band, Turn } from './geometry.ts'
import type { Occurrence, Ring, Shape, WheelPromise } from './wheel.ts'

/** One time of one promise. */
export interface Happening {
  readonly promise: WheelPromise
  readonly occurrence: Occurrence
}

/** Words on the line they stand on, and their sign before them. */
export interface Writing {
  readonly text: string
  readonly size: number
  /** The outline of the line the words stand on; it runs on past their end. */
  readonly path: string
}

/** A sign of a state: its middle, its size, and how far it is turned, in degrees. */
export interface SignPlace {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly degrees: number
}

/** One piece of the wheel: one happening, or several that are alike where there are too many to tell apart. */
export interface LaidPiece {
  readonly band: Band
  readonly corner: number
  readonly shape: Shape
  readonly state: CommitmentState
  readonly happenings: readonly Happening[]
  readonly sign: SignPlace | null
  readonly writing: Writing | null
}

/** What runs through the year in a ring, in words and as beads on the ring's own line. */
export interface LaidRhythms {
  readonly state: CommitmentState
  readonly promises: readonly WheelPromise[]
  /** Pieces of the line with where the beat of their beads begins; null where nothing has a beat. */
  readonly beads: {
    readonly gap: number
    readonly lines: readonly { readonly path: string; readonly offset: number }[]
  } | null
  readonly sign: SignPlace
  readonly writing: Writing
}

/** The line that opens a ring, with its name at the top. */
export interface LaidOpening {
  readonly radius: number
  readonly line: string
  readonly name: Writing
  readonly rhythms: LaidRhythms | null
}

export interface LaidRing {
  readonly ring: Ring
  readonly inner: number
  readonly outer: number
  readonly opening: LaidOpening
  /** Lanes from the outermost in; no two pieces of a lane overlap. */
  readonly lanes: readonly LaidPiece[][]
}

/** Everything of a wheel that can be drawn, outermost ring first. */
export interface LaidWheel {
  readonly rings: readonly LaidRing[]
  /** The radius of the empty middle. */
  readonly centre: number
  /** Where today's hand points; null in other years. */
  readonly hand: Turn | null
}
