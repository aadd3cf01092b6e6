/** The addresses of the places. */
export const venuePaths = {
  list: '/steder',
  add: '/steder/ny',
  find: '/steder/ledige',
  mine: '/steder/mine',
  venue: (venueId: string): string => `/steder/${venueId}`,
  book: (venueId: string): string => `/steder/${venueId}/book`,
  answer: (venueId: string): string => `/steder/${venueId}/svar`,
  takeBack: (venueId: string): string => `/steder/${venueId}/tag-tilbage`,
  useByLink: (token: string): string => `/steder/bruges/${token}`,
  change: (venueId: string): string => `/steder/${venueId}/ret`,
  hours: (venueId: string): string => `/steder/${venueId}/tider`,
  close: (venueId: string): string => `/steder/${venueId}/luk`,
}
