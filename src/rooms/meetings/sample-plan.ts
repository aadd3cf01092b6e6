import type { Day } from '../../platform/day.ts'

/** A point as the sample's meetings tell of it; what is empty was not said, decided or promised. */
export interface SampleItem {
  readonly title: string
  readonly body: string
  readonly said: string
  readonly decided: string
  readonly task: string
}

/** The meetings of one group of the sample. */
export interface SampleMeetings {
  readonly days: readonly Day[]
  readonly startsMinute: number
  readonly lastsMinutes: number
  readonly place: string
  /** Said under what always stands there. */
  readonly said: string
  readonly items: readonly SampleItem[]
}
