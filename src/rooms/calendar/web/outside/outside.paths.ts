/** The addresses of calendars kept elsewhere. */
export const outsidePaths = {
  list: '/kalender/foelg',
  one: (outsideCalendarId: string): string => `/kalender/foelg/${outsideCalendarId}`,
  confirm: (outsideCalendarId: string): string => `/kalender/foelg/${outsideCalendarId}/bekraeft`,
  act: (outsideCalendarId: string): string => `/kalender/foelg/${outsideCalendarId}/goer`,
  change: (outsideCalendarId: string): string => `/kalender/foelg/${outsideCalendarId}/ret`,
  leaveOut: (seriesId: string): string => `/kalender/${seriesId}/skjul`,
  promise: (seriesId: string): string => `/kalender/${seriesId}/loefte`,
}
