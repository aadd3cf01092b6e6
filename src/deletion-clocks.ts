import { deleteIncomingMails, listIncomingMailsBefore } from './platform/mail/incoming/incoming-mail.queries.ts'
import { deleteMails, listMailsBefore } from './platform/mail/mail.queries.ts'
import { accessClocks, type DeletionClock, startOf } from './rooms/access/index.ts'
import { draftClock } from './rooms/agreements/index.ts'
import { exportClock } from './rooms/commitments/index.ts'
import { pushClock, signUpClock } from './rooms/calendar/index.ts'
import { meetingClocks, pollClock } from './rooms/meetings/index.ts'
import { personClock } from './rooms/parties/index.ts'

const mailClock: DeletionClock = {
  purpose: 'mail',
  listDue: async (tx, before) =>
    (await listMailsBefore(tx, startOf(before))).map(({ mailId, personId }) => ({
      thing: 'mail',
      ref: mailId,
      about: personId,
    })),
  deleteDue: deleteMails,
}

const incomingMailClock: DeletionClock = {
  purpose: 'incoming_mail',
  listDue: async (tx, before) =>
    (await listIncomingMailsBefore(tx, startOf(before))).map(({ incomingMailId }) => ({
      thing: 'incoming_mail',
      ref: incomingMailId,
      about: null,
    })),
  deleteDue: deleteIncomingMails,
}

/** Everything that is kept for a time, by the rooms that keep it. */
export const deletionClocks: readonly DeletionClock[] = [
  mailClock,
  incomingMailClock,
  ...accessClocks,
  draftClock,
  personClock,
  exportClock,
  signUpClock,
  pushClock,
  ...meetingClocks,
  pollClock,
]
