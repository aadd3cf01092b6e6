import type { Permission } from '../access/index.ts'

/** Who may do what in groups that meet. Row-level security says the same of the rows. */
export const meetingsPolicy = {
  /** That a group is, who sits in it, and when it meets. */
  readGroups: ['holder', 'program'],
  /** Agendas, minutes, decisions and follow-ups, until they are published. */
  readPapers: ['convenor', 'member', 'lead', 'administrator', 'program'],
  /** Minutes the group lets everybody read. */
  readPublished: ['anyone'],
  proposeItem: ['convenor', 'member', 'lead', 'administrator', 'program'],
  /** The one whose turn it is owns the meeting and its agenda. */
  callMeeting: ['convenor', 'lead', 'administrator', 'program'],
  /** Takes the turn of somebody who cannot. */
  takeTurn: ['convenor', 'member', 'lead', 'administrator', 'program'],
  writeMinutes: ['convenor', 'member', 'lead', 'administrator', 'program'],
  approveMinutes: ['convenor', 'lead', 'administrator', 'program'],
  /** Seats, notice, quorum, standing items, who calls. */
  changeGroup: ['convenor', 'lead', 'administrator', 'program'],
  /** Lets a group whose papers tell of nobody write of persons again. */
  liftPersonFree: ['lead', 'program'],
  makeGroup: ['lead', 'administrator', 'program'],
  /** Following the calendar one keeps elsewhere; each their own. */
  keepKnownCalendar: ['holder'],
  readKnownCalendar: ['self'],
  askPoll: ['convenor', 'member', 'lead', 'administrator', 'program'],
} satisfies Record<string, Permission>
