import { statfsSync } from 'node:fs'

/** PostgreSQL asks for 16 MB at a time for its log of changes, and cannot start without. */
const leastFree = 32 * 1024 * 1024

/** Whether the disk a folder is on has too little room for PostgreSQL to work. */
export const isDiskFull = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < leastFree
}
