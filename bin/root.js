import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Something the person can mend, told in one sentence. */
export class SetUpFault extends Error {}

/** Says what keeps the program from starting, and ends with exit code 2. */
export const sayAndEnd = (error) => {
  process.exitCode = 2
  process.stderr.write(`${error instanceof SetUpFault ? error.message : `Brobyg cannot start: ${error.message}`}\n`)
}

/** The fault of a folder that must be written to but cannot be; undefined where the error is another. */
export const closedFolderFault = (error, purpose) => {
  const reason = {
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
  }[error.code]
  if (reason === undefined) return undefined
  return new SetUpFault(
    `Brobyg must ${purpose} in ${root}, but ${reason}. Copy it to a folder of your own and start it there.`,
  )
}
