import type { Permission } from '../permission.ts'

/** Who may do what with residents' records and consents. Row-level security says the same of the rows. */
export const consentPolicy = {
  listConsents: ['holder'],
  askForConsent: ['holder'],
  readRecord: ['self', 'circle'],
  recordAnswer: ['circle'],
  sendLink: ['circle'],
  changeCustody: ['circle'],
  answerByLink: ['self'],
  withdraw: ['self', 'circle'],
} satisfies Record<string, Permission>
