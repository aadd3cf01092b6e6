/** Why something in a calendar could not be read or is left out. */
export const unreadReasons = [
  'no_start',
  'not_a_moment',
  'ends_first',
  'lasts_too_long',
  'bad_rule',
  'too_often',
  'cut_off',
  'is_private',
  'has_cpr',
  'too_many',
] as const

export type UnreadReason = (typeof unreadReasons)[number]

/** Something that is not taken over. `title` is empty where it may not be told. */
export interface Unread {
  readonly uid: string
  readonly title: string
  readonly reason: UnreadReason
  /** The part of it that could not be read, as written. */
  readonly part: string
}

/** One time of an activity; moments in whole seconds since 1970. */
export interface OutsideTime {
  /** Where its rule put it: names it for good. */
  readonly original: number
  readonly startsAt: number
  readonly endsAt: number
  readonly isCancelled: boolean
}

/** An activity as another calendar tells it. Plain values: it is handed from thread to thread, and kept while somebody looks at it. */
export interface OutsideActivity {
  readonly uid: string
  readonly title: string
  readonly summary: string
  readonly place: string
  /** Its first time on Danish clocks. */
  readonly startsOn: string
  readonly startsMinute: number
  readonly lastsMinutes: number
  /** Its rule as a rule by days on Danish clocks; null where it has none that can be told so. */
  readonly rule: string | null
  readonly times: readonly OutsideTime[]
}

/** What a calendar says of a span of time. */
export interface OutsideCalendar {
  readonly name: string | null
  readonly activities: readonly OutsideActivity[]
  readonly unread: readonly Unread[]
  /** Events that are over, or called off before anybody here heard of them. */
  readonly past: number
  /** Zones that are not known and were read as Danish time. */
  readonly unknownZones: readonly string[]
  /** Whether the file goes on to its end: one that was cut says nothing of what it lacks. */
  readonly isWhole: boolean
}
