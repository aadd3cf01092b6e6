import type { Permission } from '../permission.ts'

/** Who may do what with what is kept about residents. Row-level security says the same of the rows. */
export const residentPolicy = {
  readOwnRecord: ['self'],
  takeOutOwnRecord: ['self'],
  makeRequest: ['self'],
  listRequests: ['data_protection'],
  answerRequest: ['data_protection'],
} satisfies Record<string, Permission>
