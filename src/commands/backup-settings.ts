import { resolve } from 'node:path'
import { type Config, type ConfigFlags, readConfig } from '../platform/config.ts'
import { openServer } from '../platform/database/index.ts'
import { isDataFolder } from '../platform/data-folder.ts'
import { Fault } from '../platform/fault.ts'
import { standardLog } from '../platform/log.ts'

/** The settings, with the key file named by a flag before one named by the environment. */
export const readBackupConfig = (
  environment: NodeJS.ProcessEnv,
  flags: ConfigFlags & { key?: string | undefined },
): Config => {
  const config = readConfig(environment, flags)
  return flags.key === undefined ? config : { ...config, backupKeyFile: resolve(flags.key) }
}

/** Does a command's work on a database that is there, without bringing its tables up to date. Throws Fault where there is none. */
export const withServer = async <T>(
  config: Config,
  use: 'joining' | 'alone',
  work: (server: { url: string }) => Promise<T>,
): Promise<T> => {
  if (use === 'joining' && config.databaseUrl === null && !isDataFolder(config.dataFolder))
    throw new Fault(`There is no data folder of Brobyg at ${config.dataFolder}. Name one with --data or BROBYG_DATA.`)
  const server = await openServer(config, use, standardLog)
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}
