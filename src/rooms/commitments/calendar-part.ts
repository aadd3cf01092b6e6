import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'

/** When something in the calendar next answers a promise, and where it is told of. */
export interface NextTime {
  readonly on: Day
  readonly path: string
}

/** What the list of promises needs of the calendar, which stands further on; handed in by app.ts. */
export interface CalendarPart {
  /** The next time of each promise that has one ahead, by the life it has through all versions, of all that the actor may see. */
  listNextTimes(tx: ReadTx): Promise<ReadonlyMap<string, NextTime>>
  /** Where somebody puts in the calendar what a promise is of. */
  planPath(lineageId: string): string
}

/** What stands ahead in the calendar, as the list shows it; null = it is not told there. */
export interface CalendarAhead {
  readonly times: ReadonlyMap<string, NextTime>
  readonly planPath: CalendarPart['planPath']
  /** Whether the reader may put something in the calendar. */
  readonly mayPlan: boolean
}
