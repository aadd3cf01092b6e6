import type { DeletionClock } from './deletion-clock.ts'
import { deleteSubjectIfFree } from './deletion.queries.ts'
import * as due from './due.queries.ts'

/** What this room keeps, and how it goes. Consents go before the people they are about. */
export const accessClocks: readonly DeletionClock[] = [
  { purpose: 'session', listDue: due.listEndedSessions, deleteDue: due.deleteSessions },
  { purpose: 'subject_link', listDue: due.listExpiredLinks, deleteDue: due.deleteLinks },
  { purpose: 'consent', listDue: due.listEndedConsents, deleteDue: due.deleteConsents },
  {
    purpose: 'data_subject',
    listDue: due.listFreeSubjects,
    deleteDue: async (tx, refs) => {
      let gone = 0
      for (const ref of refs) if (await deleteSubjectIfFree(tx, ref)) gone += 1
      return gone
    },
  },
  { purpose: 'subject_request', listDue: due.listAnsweredRequests, deleteDue: due.deleteRequests },
  // A hold on any chain holds all: the trail is cut on one day.
  { purpose: 'audit_entry', listDue: due.listLongLanes, deleteDue: (tx, _refs, before) => due.cutAudit(tx, before) },
]
