import { meetingsPolicy } from '../../src/rooms/meetings/meetings.policy.ts'
import type { Deed } from './deed.ts'
import { canaries } from './things.ts'
import type { Asker } from './world.ts'

/** Who sits in the group, leads the forum or administers the partnership. */
const itsOwn: readonly Asker[] = ['party', 'partyByPlan', 'lead', 'administrator']

const ofGroup = (things: { pollGroup: string }) => ({ group: things.pollGroup })

/** Polls about when a group can meet: asked and read by its own; answered by a link, which no asker here holds. */
export const pollDeeds: readonly Deed[] = [
  {
    what: 'read a poll about a time',
    may: itsOwn,
    permission: meetingsPolicy.askPoll,
    to: ofGroup,
    sql: (things) => `select 1 from poll where poll_id = '${things.poll}'`,
    route: {
      method: 'GET',
      path: (things) => `/moeder/afstemninger/${things.poll}`,
      yes: [200],
      holds: canaries.poll,
    },
  },
  {
    what: 'read who is asked and how they are reached',
    may: itsOwn,
    permission: meetingsPolicy.askPoll,
    to: ofGroup,
    sql: (things) => `select 1 from poll_invitee where poll_id = '${things.poll}'`,
    route: {
      method: 'GET',
      path: (things) => `/moeder/afstemninger/${things.poll}`,
      yes: [200],
      holds: 'Amina Afstemt',
    },
  },
  {
    what: 'see the form that asks when a group can meet',
    may: itsOwn,
    permission: meetingsPolicy.askPoll,
    to: ofGroup,
    sql: (things) => `select 1 from standing_item where meeting_group_id = '${things.pollGroup}'`,
    route: { method: 'GET', path: (things) => `/moeder/gruppe/${things.pollGroup}/afstemning`, yes: [200] },
  },
  {
    what: 'ask when a group can meet',
    may: itsOwn,
    permission: meetingsPolicy.askPoll,
    to: ofGroup,
    sql: (things) =>
      `insert into poll (poll_id, meeting_group_id, title, asked_at, asked_by, closes_at)
       values (gen_random_uuid(), '${things.pollGroup}', 'x', now(), 'x', now())`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/gruppe/${things.pollGroup}/afstemning`,
      form: { senest: '2026-12-01' },
      yes: [422],
    },
  },
  {
    what: 'remind those who have not answered',
    may: itsOwn,
    permission: meetingsPolicy.askPoll,
    to: ofGroup,
    sql: (things) => `update poll set note = 'x' where poll_id = '${things.poll}'`,
    route: {
      method: 'POST',
      path: (things) => `/moeder/afstemninger/${things.poll}`,
      form: { goer: 'mind' },
      yes: [303],
    },
  },
]
