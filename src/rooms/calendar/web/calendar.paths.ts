/** The addresses of the calendar. */
export const calendarPaths = {
  week: '/kalender',
  weekOf: (week: string): string => `/kalender?uge=${week}`,
  add: '/kalender/ny',
  series: (seriesId: string): string => `/kalender/${seriesId}`,
  change: (seriesId: string): string => `/kalender/${seriesId}/ret`,
  rest: (seriesId: string): string => `/kalender/${seriesId}/pause`,
  end: (seriesId: string): string => `/kalender/${seriesId}/slut`,
  held: '/kalender/holdt',
  heldOne: (occurrenceId: string): string => `/kalender/holdt/${occurrenceId}`,
  answer: (seriesId: string): string => `/kalender/${seriesId}/svar`,
  events: '/kalender/begivenheder',
  copy: (seriesId: string): string => `/kalender/ny?som=${seriesId}`,
  addTime: (seriesId: string): string => `/kalender/${seriesId}/gang`,
  occurrence: (occurrenceId: string): string => `/kalender/gang/${occurrenceId}`,
}
