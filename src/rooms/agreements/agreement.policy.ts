import type { Permission } from '../access/index.ts'

/**
 * Who may do what with agreements. Row-level security says the same of the rows. Rights come from the agreement, so only the forum's lead
 * and the administrator bring one into force.
 */
export const agreementPolicy = {
  readPublished: ['anyone'],
  readUnpublished: ['party', 'lead', 'data_protection', 'administrator', 'program'],
  readSource: ['party', 'lead', 'administrator', 'program'],
  beginDraft: ['holder', 'program'],
  correctDraft: ['organisation', 'lead', 'administrator', 'program'],
  confirmDraft: ['lead', 'administrator', 'program'],
  /** Once per organisation and version, for the organisation of the post they hold that day. */
  signVersion: ['signatory'],
  askForSignatures: ['lead', 'administrator'],
  readJournal: ['party', 'lead', 'administrator', 'program'],
  writeJournal: ['party', 'lead', 'administrator', 'program'],
  /** Over all agreements: which of their journals is seen, each agreement decides. */
  readJournals: ['holder', 'program'],
  readProcessing: ['data_protection', 'lead', 'administrator'],
  readFocusAreas: ['anyone'],
  keepFocusAreas: ['administrator'],
  removeSample: ['holder', 'program'],
} satisfies Record<string, Permission>
