import { meetingsPolicy } from '../../src/rooms/meetings/meetings.policy.ts'
import type { Deed } from './deed.ts'
import { holders } from './who-may.people.cases.ts'
import { type Asker, askers } from './world.ts'

/** Who sits in the group, leads the forum or administers the partnership. */
const sitters: readonly Asker[] = ['party', 'partyByPlan', 'lead', 'administrator']

/** Who is told to call its meetings, leads the forum or administers the partnership. */
const runners: readonly Asker[] = ['party', 'lead', 'administrator']

const ofGroup = (things: { group: string }) => ({ group: things.group })
const nothing = () => ({})

/** Minutes, what was decided and what follows: read and written by those who sit in the group, open to all when they are published. */
export const minutesDeeds: readonly Deed[] = [
  {
    what: 'read the minutes of a meeting',
    may: sitters,
    permission: meetingsPolicy.readPapers,
    to: ofGroup,
    sql: (things) => `select 1 from agenda_item where meeting_id = '${things.meeting}'`,
    route: { method: 'GET', path: (things) => `/moeder/${things.meeting}/referat`, yes: [200] },
  },
  {
    what: 'read all minutes of a group',
    may: sitters,
    permission: meetingsPolicy.readPapers,
    to: ofGroup,
    sql: (things) => `select 1 from agenda_item where meeting_group_id = '${things.group}'`,
    route: { method: 'GET', path: (things) => `/moeder/gruppe/${things.group}/samling`, yes: [200] },
  },
  {
    what: 'take out the notice of a meeting',
    may: sitters,
    permission: meetingsPolicy.readPapers,
    to: ofGroup,
    sql: (things) => `select 1 from agenda_item where meeting_id = '${things.meeting}'`,
    route: { method: 'GET', path: (things) => `/moeder/${things.meeting}/indkaldelse.docx`, yes: [200] },
  },
  {
    what: 'note who came to a meeting',
    may: sitters,
    permission: meetingsPolicy.writeMinutes,
    to: ofGroup,
    sql: (things) =>
      `update meeting_invitee set presence = 'present' where meeting_invitee_id = '${things.invitee}' returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/${things.meeting}/referat/fremmoede`,
      form: {},
      // The meeting's day has not come.
      yes: [422],
    },
  },
  {
    what: 'send the minutes of a meeting',
    may: sitters,
    permission: meetingsPolicy.writeMinutes,
    to: ofGroup,
    sql: (things) =>
      `update meeting set state = 'held', held_at = now(), minutes_sent_at = now() where meeting_id = '${things.meeting}'`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/${things.meeting}/referat`,
      form: { goer: 'send' },
      yes: [422],
    },
  },
  {
    what: 'approve the minutes of a meeting',
    may: runners,
    permission: meetingsPolicy.approveMinutes,
    to: ofGroup,
    sql: (things) =>
      `update meeting set minutes_stand_at = now(), minutes_stand_as = 'approved' where meeting_id = '${things.meeting}'`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/${things.meeting}/referat`,
      form: { goer: 'godkend' },
      yes: [422],
    },
  },
  {
    what: 'open the minutes of a meeting to all',
    may: runners,
    permission: meetingsPolicy.approveMinutes,
    to: ofGroup,
    sql: (things) => `update meeting set is_published = true where meeting_id = '${things.meeting}'`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/${things.meeting}/referat`,
      form: { goer: 'frem' },
      yes: [422],
    },
  },
  {
    what: 'search in minutes',
    may: holders,
    permission: meetingsPolicy.readGroups,
    to: nothing,
    sql: (things) => `select 1 from meeting where meeting_id = '${things.meeting}'`,
    route: { method: 'GET', path: () => '/moeder/soeg?q=punkt', yes: [200] },
  },
  {
    what: 'read the minutes that are open to all',
    may: askers,
    permission: meetingsPolicy.readPublished,
    to: nothing,
    sql: () => `select count(*) from published_minutes(null)`,
    route: { method: 'GET', path: () => '/moeder/referater', yes: [200] },
  },
]
