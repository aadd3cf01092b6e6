import type { Permission } from '../../access/index.ts'

/**
 * Who may change an agreement, and how far. Row-level security says the same of the rows. Any party proposes and comments; those who
 * proposed change it and take it back; what the forum decided is written down by its lead.
 */
export const revisionPolicy = {
  /** Whoever asks for one; what they find is told by `readProposal`. */
  seekProposal: ['holder', 'program'],
  readProposal: ['party', 'lead', 'administrator', 'program'],
  propose: ['party', 'lead', 'administrator', 'program'],
  comment: ['party', 'lead', 'administrator', 'program'],
  changeProposal: ['organisation', 'lead', 'administrator', 'program'],
  put: ['organisation', 'lead', 'administrator', 'program'],
  withdraw: ['organisation', 'lead', 'administrator', 'program'],
  decide: ['lead', 'administrator', 'program'],
} satisfies Record<string, Permission>
