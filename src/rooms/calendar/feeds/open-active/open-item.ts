/** The feeds of open data, by their addresses, with what OpenActive calls their things. */
export const openFeeds = [
  { feed: 'session-series', kind: 'SessionSeries' },
  { feed: 'scheduled-sessions', kind: 'ScheduledSession' },
  { feed: 'facility-uses', kind: 'FacilityUse' },
  { feed: 'slots', kind: 'FacilityUse/Slot' },
] as const

export type OpenFeed = (typeof openFeeds)[number]['feed']

/** A thing as a feed tells it. */
export interface OpenItem {
  readonly id: string
  readonly item: Readonly<Record<string, unknown>>
}
