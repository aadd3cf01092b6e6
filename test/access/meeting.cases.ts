import { meetingsPolicy } from '../../src/rooms/meetings/meetings.policy.ts'
import type { Deed } from './deed.ts'
import { canaries } from './things.ts'
import { holders } from './who-may.people.cases.ts'
import type { Asker } from './world.ts'

/** Who sits in the group, leads the forum or administers the partnership. */
const sitters: readonly Asker[] = ['party', 'partyByPlan', 'lead', 'administrator']

/** Who is told to call its meetings, leads the forum or administers the partnership. */
const runners: readonly Asker[] = ['party', 'lead', 'administrator']

const ofGroup = (things: { group: string }) => ({ group: things.group })
const nothing = () => ({})

/** Groups that meet: that they are is known to all who take part, their papers to those who sit there. */
export const meetingDeeds: readonly Deed[] = [
  {
    what: 'see that a group is',
    may: holders,
    permission: meetingsPolicy.readGroups,
    to: nothing,
    sql: (things) => `select 1 from meeting_group where meeting_group_id = '${things.group}'`,
    route: { method: 'GET', path: (things) => `/moeder/gruppe/${things.group}`, yes: [200] },
  },
  {
    what: 'see when it meets',
    may: holders,
    permission: meetingsPolicy.readGroups,
    to: nothing,
    sql: (things) => `select 1 from meeting where meeting_id = '${things.meeting}'`,
    route: { method: 'GET', path: (things) => `/moeder/${things.meeting}`, yes: [200] },
  },
  {
    what: 'read the agenda of a meeting',
    may: sitters,
    permission: meetingsPolicy.readPapers,
    to: ofGroup,
    sql: (things) => `select 1 from agenda_item where meeting_id = '${things.meeting}' and kind = 'proposed'`,
    route: { method: 'GET', path: (things) => `/moeder/${things.meeting}`, yes: [200], holds: canaries.agenda },
  },
  {
    what: 'read what somebody answered to a meeting',
    may: sitters,
    permission: meetingsPolicy.readPapers,
    to: ofGroup,
    sql: (things) => `select 1 from meeting_invitee where meeting_invitee_id = '${things.invitee}'`,
    route: { method: 'GET', path: (things) => `/moeder/${things.meeting}`, yes: [200], holds: canaries.answer },
  },
  {
    what: 'know who sits in a seat without a post',
    may: sitters,
    permission: meetingsPolicy.readPapers,
    to: ofGroup,
    sql: (things) => `select 1 from group_member_contact where group_member_id = '${things.seat}'`,
    route: { method: 'GET', path: (things) => `/moeder/gruppe/${things.group}`, yes: [200], holds: canaries.seat },
  },
  {
    what: 'propose a point for its next meeting',
    may: sitters,
    permission: meetingsPolicy.proposeItem,
    to: ofGroup,
    sql: (things) =>
      `insert into agenda_item (agenda_item_id, meeting_group_id, number, position, kind, title, proposed_by, proposed_at)
       values (gen_random_uuid(), '${things.group}', 99, 0, 'proposed', 'x', 'x', now())`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.group}/punkt`,
      form: { titel: '' },
      yes: [422],
    },
  },
  {
    what: 'skip a turn in it',
    may: sitters,
    permission: meetingsPolicy.takeTurn,
    to: ofGroup,
    sql: (things) =>
      `insert into rotation_event (meeting_group_id, number, kind, group_member_id, happened_on, noted_at, noted_by)
       values ('${things.group}', 99, 'skip', '${things.seat}', '2026-11-21', now(), 'x')`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.group}/tur`,
      form: { goer: 'spring', hvem: 'x' },
      yes: [422],
    },
  },
  {
    what: 'plan a meeting of it',
    may: runners,
    permission: meetingsPolicy.callMeeting,
    to: ofGroup,
    sql: (things) =>
      `insert into meeting (meeting_id, meeting_group_id, number, occurrence_id, state, made_at, made_by)
       values (gen_random_uuid(), '${things.group}', 99, '${things.plannedTime}', 'planned', now(), 'x')`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.group}/indkald`,
      form: { dag: '2027-01-12', fra: '12', til: '11' },
      yes: [422],
    },
  },
  {
    what: 'change what it has agreed',
    may: runners,
    permission: meetingsPolicy.changeGroup,
    to: ofGroup,
    sql: (things) => `update meeting_group set quorum = 2 where meeting_group_id = '${things.group}'`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.group}/ret`,
      form: { udgave: '77', navn: 'x', varer: '120', indsigelse: '14' },
      yes: [422],
    },
  },
  {
    what: 'change who sits there',
    may: runners,
    permission: meetingsPolicy.changeGroup,
    to: ofGroup,
    sql: (things) => `update group_member set name = 'x' where group_member_id = '${things.seat}'`,
    route: {
      method: 'GET',
      path: (things) => `/moeder/gruppe/${things.group}/ret`,
      yes: [200],
      holds: canaries.seatMail,
    },
  },
  {
    what: 'end a seat in it',
    may: runners,
    permission: meetingsPolicy.changeGroup,
    to: ofGroup,
    sql: (things) => `update group_member_contact set mail = 'x' where group_member_id = '${things.seat}'`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.group}/plads`,
      form: { udgave: '77', goer: 'slut', hvem: 'x', sidste: '2027-01-01' },
      yes: [422],
    },
  },
  {
    what: 'change what stands on each of its agendas',
    may: runners,
    permission: meetingsPolicy.changeGroup,
    to: ofGroup,
    sql: (things) =>
      `insert into standing_item (standing_item_id, meeting_group_id, position, title) values (gen_random_uuid(), '${things.group}', 99, 'x')`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.group}/fast`,
      form: { udgave: '77', goer: 'add', titel: 'x' },
      yes: [422],
    },
  },
  {
    what: 'hand over the calling of its meetings',
    may: runners,
    permission: meetingsPolicy.changeGroup,
    to: ofGroup,
    sql: (things) => `update convenorship set why = 'x' where meeting_group_id = '${things.group}'`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.group}/overdrag`,
      form: { hvem: 'x', fra: '2027-01-01' },
      yes: [422],
    },
  },
  {
    what: 'make a group by hand',
    may: ['lead', 'administrator'],
    permission: meetingsPolicy.makeGroup,
    to: nothing,
    sql: () =>
      `insert into meeting_group (meeting_group_id, name, kind, convening, made_at, made_by)
       values (gen_random_uuid(), 'x', 'other', 'unsaid', now(), 'x')`,
    route: { method: 'GET', path: () => '/moeder/ny', yes: [200] },
  },
]
