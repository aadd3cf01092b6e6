import type { Permission } from '../access/index.ts'

/** Who may do what with promises. Row-level security says the same of the rows. */
export const commitmentPolicy = {
  readStates: ['anyone'],
  readNotes: ['party', 'lead', 'administrator', 'program'],
  recordEvidence: ['party', 'lead', 'administrator', 'program'],
  correctCommitment: ['party', 'lead', 'administrator', 'program'],
  settleReservation: ['party', 'lead', 'administrator', 'program'],
  planAnchoring: ['party', 'lead', 'administrator', 'program'],
  /** Everything agreed and what came of it, in one piece. */
  exportPartnership: ['lead', 'administrator', 'program'],
  /** What one asked for oneself, while one may still ask. */
  fetchPartnershipExport: ['self'],
  subscribe: ['self'],
  chooseMails: ['self'],
  seeFirstHour: ['self'],
} satisfies Record<string, Permission>
