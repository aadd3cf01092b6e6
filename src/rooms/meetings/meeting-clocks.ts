import { type DeletionClock, startOf } from '../access/index.ts'
import * as kept from './kept.queries.ts'
import { deleteKnownCalendars, listKnownOfFormer } from './known/known-calendar.queries.ts'

/** What groups keep about those who come to meetings, and how it goes. */
export const meetingClocks: readonly DeletionClock[] = [
  {
    purpose: 'meeting_invitee',
    listDue: async (tx, before) =>
      (await kept.listInviteesBefore(tx, startOf(before))).map(({ inviteeId, personId }) => ({
        thing: 'meeting_invitee',
        ref: inviteeId,
        about: personId,
      })),
    deleteDue: kept.forgetInvitees,
  },
  {
    purpose: 'member_contact',
    listDue: async (tx, before) =>
      (await kept.listContactsEndedBefore(tx, before)).map((ref) => ({ thing: 'member_contact', ref, about: null })),
    deleteDue: kept.deleteContacts,
  },
  {
    purpose: 'known_calendar',
    listDue: async (tx, before) =>
      (await listKnownOfFormer(tx, before)).map((ref) => ({ thing: 'known_calendar', ref, about: ref })),
    deleteDue: deleteKnownCalendars,
  },
]
