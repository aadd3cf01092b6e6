const feedHref = ({ omraade, slags }: { omraade: string; slags: string }): string => {
  const said = Object.entries({ omraade, slags }).filter(([, value]) => value !== '')
  return said.length === 0 ? '/kalender.ics' : `/kalender.ics?${new URLSearchParams(said)}`
}

/** The addresses of the calendar. */
export const calendarPaths = {
  week: '/kalender',
  weekOf: (week: string): string => `/kalender?uge=${week}`,
  add: '/kalender/ny',
  collisions: '/kalender/sammenfald',
  addFor: (lineageId: string): string => `/kalender/ny?loefte=${lineageId}`,
  series: (seriesId: string): string => `/kalender/${seriesId}`,
  change: (seriesId: string): string => `/kalender/${seriesId}/ret`,
  rest: (seriesId: string): string => `/kalender/${seriesId}/pause`,
  end: (seriesId: string): string => `/kalender/${seriesId}/slut`,
  held: '/kalender/holdt',
  heldMail: '/kalender/holdt/mail',
  heldOne: (occurrenceId: string): string => `/kalender/holdt/${occurrenceId}`,
  answer: (seriesId: string): string => `/kalender/${seriesId}/svar`,
  traditions: '/kalender/traditioner',
  undoTraditions: '/kalender/traditioner/fortryd',
  events: '/kalender/begivenheder',
  copy: (seriesId: string): string => `/kalender/ny?som=${seriesId}`,
  addTime: (seriesId: string): string => `/kalender/${seriesId}/gang`,
  occurrence: (occurrenceId: string): string => `/kalender/gang/${occurrenceId}`,
  /** What a filter lets through, for the calendars people have. */
  feed: feedHref,
  timeFeed: (occurrenceId: string): string => `/kalender/gang/${occurrenceId}.ics`,
}
