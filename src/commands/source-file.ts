import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { errorCode, errorMessage, Fault } from '../platform/fault.ts'
import { Refused } from '../platform/refused.ts'

const largest = 20 * 1024 * 1024

/** Reads the file a person named. Throws Fault where it cannot be had, Refused('source_too_large') over 20 MB. */
export const readSourceFile = async (path: string): Promise<{ bytes: Uint8Array; name: string }> => {
  try {
    const name = basename(path)
    const { size } = await stat(path)
    if (size > largest) throw new Refused('source_too_large', { name, megabytes: Math.ceil(size / 1024 / 1024) })
    return { bytes: await readFile(path), name }
  } catch (error) {
    const sentences: Record<string, string> = {
      ENOENT: `There is no file ${path}.`,
      ENOTDIR: `There is no file ${path}.`,
      EISDIR: `${path} is a folder, not a file.`,
      EACCES: `You may not read the file ${path}.`,
    }
    if (error instanceof Refused) throw error
    throw new Fault(sentences[errorCode(error)] ?? `The file ${path} cannot be read: ${errorMessage(error)}.`, {
      cause: error,
    })
  }
}

/** The one file a command was given. Throws Fault where there is none or more than one. */
export const onlyFile = (positionals: string[], command: string): string => {
  const [path, ...more] = positionals
  if (path !== undefined && more.length === 0) return path
  const what = path === undefined ? 'Name the file' : 'Name one file at a time'
  throw new Fault(`${what}. Run brobyg ${command} --help to see how it is used.`)
}
