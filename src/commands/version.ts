import { parseArgs } from 'node:util'
import { programVersion } from '../platform/root.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg version

Prints the version of Brobyg and of the Node it runs on.
`

/** `brobyg version`. */
export const runVersion = async (args: string[], io: Io): Promise<number> => {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } })
  io.stdout.write(values.help === true ? help : `brobyg ${programVersion()} (Node ${process.versions.node})\n`)
  return 0
}
