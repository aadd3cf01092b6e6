import { parseArgs } from 'node:util'
import { configFlagOptions, configHelp, readConfig, shownConfig } from '../platform/config.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg config [settings]

Prints the settings as the program reads them, as JSON; passwords are left out.

${configHelp}
`

/** `brobyg config`: shows what flags and environment amount to. */
export const runConfig = async (args: string[], io: Io): Promise<number> => {
  const { values } = parseArgs({ args, options: { ...configFlagOptions, help: { type: 'boolean', short: 'h' } } })
  const text =
    values.help === true ? help : `${JSON.stringify(shownConfig(readConfig(io.environment, values)), null, 2)}\n`
  io.stdout.write(text)
  return 0
}
