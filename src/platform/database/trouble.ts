import { errorCode } from '../fault.ts'

/** What is wrong with the database itself, when it is not the statement: it cannot be reached, or its disk is full. */
export type DatabaseTrouble = 'away' | 'disk_full'

// Of the system, of PostgreSQL as it stops, starts or has no connection left, and of a connection that broke (class 08).
const awayCodes =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P0[1235]|53300|08...)$/

// What `pg` says without a code.
const awayMessages = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^Client has encountered a connection error/,
  /^Client was closed and is not queryable/,
  /^Connection ended unexpectedly/,
]

const diskFullCodes = ['53100', 'ENOSPC', 'EDQUOT']

/** Which trouble an error tells of; null = it is about something else. */
export const databaseTrouble = (error: unknown): DatabaseTrouble | null => {
  const code = errorCode(error)
  if (diskFullCodes.includes(code)) return 'disk_full'
  if (awayCodes.test(code)) return 'away'
  return error instanceof Error && awayMessages.some((message) => message.test(error.message)) ? 'away' : null
}
