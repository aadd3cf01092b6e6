import { parseArgs } from 'node:util'
import { type Config, configFlagOptions, configHelp, readConfig, shownConfig } from '../platform/config.ts'
import type { Io } from './io.ts'

const help = `Usage: brobyg config [settings]

Prints the settings as the program reads them, as JSON; passwords, secrets and keys are left out.

${configHelp}
`

/** `brobyg config`: shows what flags and environment amount to. */
export const runConfig = async (args: string[], io: Io): Promise<number> => {
  const { values } = parseArgs({ args, options: { ...configFlagOptions, help: { type: 'boolean', short: 'h' } } })
  io.stdout.write(
    values.help === true ? help : `${JSON.stringify(await shown(readConfig(io.environment, values)), null, 2)}\n`,
  )
  return 0
}

const shown = async (config: Config) => {
  const { identityProvidersFile } = config
  if (identityProvidersFile === null) return shownConfig(config)
  const { openIdentityProviders, shownProvider } = await import('../rooms/access/index.ts')
  const identityProviders = (await openIdentityProviders(identityProvidersFile)).map(shownProvider)
  return { ...shownConfig(config), identityProviders }
}
