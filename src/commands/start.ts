import { parseArgs } from 'node:util'
import { main } from '../main.ts'
import { configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg start [settings] [--no-sample]

Starts PostgreSQL unless DATABASE_URL is set, brings the database up to date, loads the sample
partnership Havneby into an empty one, and serves the pages until Ctrl-C.

  --no-sample        BROBYG_SAMPLE=no    leave an empty database empty

${configHelp}
`

/** `brobyg start`: serves the pages until the process is asked to stop. */
export const runStart = async (args: string[], io: Io): Promise<number> => {
  const options = {
    ...configFlagOptions,
    'no-sample': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const
  const { values } = parseArgs({ args, options })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const wantsSample = values['no-sample'] !== true && io.environment['BROBYG_SAMPLE'] !== 'no'
  return main(readConfig(io.environment, values), io, { wantsSample })
}
