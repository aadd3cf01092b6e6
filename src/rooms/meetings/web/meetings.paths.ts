/** Where the meeting of a time in the calendar is found. */
export const pathOfMeeting = (occurrenceId: string): string => `/moeder/tid/${occurrenceId}`

/** The addresses of groups that meet. */
export const meetingPaths = {
  list: '/moeder',
  group: (groupId: string): string => `/moeder/gruppe/${groupId}`,
  convenor: (groupId: string): string => `/moeder/gruppe/${groupId}#indkalder`,
  make: '/moeder/ny',
  edit: (groupId: string): string => `/moeder/gruppe/${groupId}/ret`,
  seat: (groupId: string): string => `/moeder/gruppe/${groupId}/plads`,
  standing: (groupId: string): string => `/moeder/gruppe/${groupId}/fast`,
  plan: (groupId: string): string => `/moeder/gruppe/${groupId}/indkald`,
  turn: (groupId: string): string => `/moeder/gruppe/${groupId}/tur`,
  handOver: (groupId: string): string => `/moeder/gruppe/${groupId}/overdrag`,
  wantHandover: (groupId: string): string => `/moeder/gruppe/${groupId}/overdragelse`,
  propose: (groupId: string): string => `/moeder/gruppe/${groupId}/punkt`,
  meeting: (meetingId: string): string => `/moeder/${meetingId}`,
  call: (meetingId: string): string => `/moeder/${meetingId}/indkald`,
  move: (meetingId: string): string => `/moeder/${meetingId}/flyt`,
  cancel: (meetingId: string): string => `/moeder/${meetingId}/aflys`,
  proposal: (meetingId: string, inviteeId: string): string => `/moeder/${meetingId}/forslag/${inviteeId}`,
  answer: (meetingId: string): string => `/moeder/${meetingId}/svar`,
  item: (meetingId: string, itemId: string): string => `/moeder/${meetingId}/punkt/${itemId}`,
  attach: (meetingId: string, itemId: string): string => `/moeder/${meetingId}/punkt/${itemId}/papir`,
  paper: (meetingId: string, paperId: string): string => `/moeder/${meetingId}/papir/${paperId}`,
  addItem: (meetingId: string): string => `/moeder/${meetingId}/punkt`,
  fetchItems: (meetingId: string): string => `/moeder/${meetingId}/forslag`,
  sendAgenda: (meetingId: string): string => `/moeder/${meetingId}/dagsorden`,
  askPoll: (groupId: string): string => `/moeder/gruppe/${groupId}/afstemning`,
  poll: (pollId: string): string => `/moeder/afstemninger/${pollId}`,
  pollLink: (token: string): string => `/moeder/afstemning/${token}`,
  answerByLink: (token: string): string => `/moeder/svar/${token}`,
}
