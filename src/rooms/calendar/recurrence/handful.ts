import type { WallSecond } from '../../../platform/icalendar/moment.ts'
import type { SecondList } from './times.ts'

/** Some occurrences at once: `offsets` seconds after `base`, in rising order. */
export interface Handful {
  base: WallSecond
  offsets: SecondList
  /** Goes on to the next handful; false where there will be none. */
  next(): boolean
}

export const noHandful: Handful = { base: 0, offsets: new Int32Array(0), next: () => false }
