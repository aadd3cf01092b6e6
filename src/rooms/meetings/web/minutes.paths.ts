/** The addresses of minutes, and of what follows from them. */
export const minutesPaths = {
  minutes: (meetingId: string): string => `/moeder/${meetingId}/referat`,
  presence: (meetingId: string): string => `/moeder/${meetingId}/referat/fremmoede`,
  item: (meetingId: string, itemId: string): string => `/moeder/${meetingId}/referat/punkt/${itemId}`,
  decide: (meetingId: string, itemId: string): string => `/moeder/${meetingId}/referat/punkt/${itemId}/beslutning`,
  decision: (meetingId: string, decisionId: string): string => `/moeder/${meetingId}/referat/beslutning/${decisionId}`,
  agree: (meetingId: string, itemId: string): string => `/moeder/${meetingId}/referat/punkt/${itemId}/opfoelgning`,
  act: (meetingId: string): string => `/moeder/${meetingId}/referat`,
  followUp: (followUpId: string): string => `/moeder/opfoelgning/${followUpId}`,
  objectByLink: (token: string): string => `/moeder/svar/${token}/indvending`,
  published: '/moeder/referater',
  publishedOf: (meetingId: string): string => `/moeder/referater/${meetingId}`,
  collection: (groupId: string): string => `/moeder/gruppe/${groupId}/samling`,
  search: '/moeder/soeg',
  file: (meetingId: string, what: 'referat' | 'indkaldelse', format: 'pdf' | 'docx'): string =>
    `/moeder/${meetingId}/${what}.${format}`,
}
