import type { Day } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { listStandingItems } from '../agenda/agenda.queries.ts'
import type { Convenorship, Group, Member } from '../group/group.ts'
import type { RotationEvent } from '../turns/rotation.rules.ts'
import type { SampleRows } from './sample.queries.ts'

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

/** A group of the sample while its meetings are laid. */
export interface Laying {
  readonly platform: Platform
  readonly group: Group
  readonly plan: SampleMeetings
  readonly members: readonly Member[]
  readonly mails: ReadonlyMap<string, string>
  readonly standing: Awaited<ReturnType<typeof listStandingItems>>
  readonly convenorships: readonly Convenorship[]
  readonly events: RotationEvent[]
  readonly rows: SampleRows
  /** The last number given to a point of the group. */
  numbered: number
}

/** A meeting of the sample while it is laid. */
export interface OneMeeting {
  readonly meetingId: string
  readonly number: number
  readonly on: Day
  readonly endsAt: Temporal.Instant
  readonly wasHeld: boolean
  readonly planned: Temporal.Instant
  /** Null = nobody is asked yet. */
  readonly called: Temporal.Instant | null
  readonly convenor: Member | null
  readonly present: readonly Member[]
}
