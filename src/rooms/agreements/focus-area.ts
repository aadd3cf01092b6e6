import type { DaySpan } from '../../platform/database/index.ts'
import type { Id } from '../../platform/id.ts'

export type FocusAreaId = Id<'focus_area'>

/** A subject the funds are given for, in the days it is one, and where that is said. */
export interface FocusArea {
  readonly focusAreaId: string
  readonly name: string
  readonly validDuring: DaySpan
  readonly source: string
}

/** The areas of one period of funding, by name. */
export interface Generation {
  readonly validDuring: DaySpan
  readonly areas: readonly FocusArea[]
}
