import { existsSync, statfsSync } from 'node:fs'

/** PostgreSQL asks for 16 MB at a time for its log of changes, and cannot start without. */
const leastFree = 32 * 1024 * 1024

/** Whether the disk a folder is on has too little room for PostgreSQL to work. Of a folder that is not there nothing is said. */
export const isDiskFull = (folder: string): boolean => {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < leastFree
}
