import { errorCode, errorMessage, Fault } from '../platform/fault.ts'
import { Refused } from '../platform/refused.ts'
import type { Io, Run } from './io.ts'

interface Command {
  readonly summary: string
  readonly load: () => Promise<Run>
}

// Loaded one by one, so that reading a phrase does not wait for the web.
const commands: Readonly<Record<string, Command>> = {
  start: { summary: 'serve the pages', load: async () => (await import('./start.ts')).runStart },
  read: {
    summary: 'print what a contract file says, as JSON',
    load: async () => (await import('./read.ts')).runRead,
  },
  import: {
    summary: 'begin a draft with what a contract file says',
    load: async () => (await import('./import.ts')).runImport,
  },
  export: {
    summary: 'write an agreement as Word, PDF, page or JSON',
    load: async () => (await import('./export.ts')).runExport,
  },
  'export-partnership': {
    summary: 'write all that was agreed and what came of it, as one archive',
    load: async () => (await import('./export-partnership.ts')).runExportPartnership,
  },
  phrase: {
    summary: 'print the notation of a phrase',
    load: async () => (await import('./phrase.ts')).runPhrase,
  },
  occurrences: {
    summary: 'print when something that repeats happens',
    load: async () => (await import('./occurrences.ts')).runOccurrences,
  },
  replay: {
    summary: "print how an agreement's promises stood, month by month",
    load: async () => (await import('./replay.ts')).runReplay,
  },
  invite: {
    summary: 'print a link that lets a person in to a post',
    load: async () => (await import('./invite.ts')).runInvite,
  },
  migrate: {
    summary: 'bring the database up to date, and nothing else',
    load: async () => (await import('./migrate.ts')).runMigrate,
  },
  backup: {
    summary: 'write an encrypted backup into a folder',
    load: async () => (await import('./backup.ts')).runBackup,
  },
  restore: {
    summary: 'restore a backup into an empty place',
    load: async () => (await import('./restore.ts')).runRestore,
  },
  check: {
    summary: 'look whether what is stored is whole',
    load: async () => (await import('./check.ts')).runCheck,
  },
  'verify-audit': {
    summary: 'say whether the audit trail is as it was written',
    load: async () => (await import('./verify-audit.ts')).runVerifyAudit,
  },
  config: { summary: 'show the settings as they are read', load: async () => (await import('./config.ts')).runConfig },
  version: { summary: 'tell the version', load: async () => (await import('./version.ts')).runVersion },
}

const help = (): string => {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(20)}${summary}`)
  return `Brobyg reads a cooperation contract and shows whether its promises are kept.

Usage: brobyg COMMAND [arguments]

${lines.join('\n')}

brobyg COMMAND --help tells more of one command.
`
}

/** Runs the command a person typed; every failure is a sentence on standard error. Returns the exit code. */
export const runBrobyg = async (typed: string[], io: Io): Promise<number> => {
  const [name = '--help', ...args] = typed
  if (['--help', '-h', 'help'].includes(name)) return print(io, help())
  const command =
    name === '--version' ? commands['version'] : Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    io.stderr.write(`There is no command "${name}". Run brobyg --help to see them all.\n`)
    return 2
  }
  try {
    const run = await command.load()
    return await run(args, io)
  } catch (error) {
    return explain(error, name, io)
  }
}

const print = (io: Io, text: string): number => {
  io.stdout.write(text)
  return 0
}

const explain = async (error: unknown, name: string, io: Io): Promise<number> => {
  if (error instanceof Refused) {
    const { explainRefusal } = await import('./explain-refusal.ts')
    io.stderr.write(`${explainRefusal(error, io.environment)}\n`)
    return 2
  }
  if (error instanceof Fault) {
    io.stderr.write(`${error.message}\n`)
    return 2
  }
  if (errorCode(error).startsWith('ERR_PARSE_ARGS_')) {
    io.stderr.write(`${errorMessage(error)}. Run brobyg ${name} --help to see how it is used.\n`)
    return 2
  }
  io.stderr.write(`Brobyg failed: ${errorMessage(error)}\n`)
  if (io.environment['BROBYG_DEBUG'] !== undefined && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`)
  return 1
}

const { stdin, stdout, stderr, env } = process
// A reader that has seen enough, such as `head`, closes our output; that is no failure.
stdout.on('error', () => process.exit())
process.exitCode = await runBrobyg(process.argv.slice(2), { stdin, stdout, stderr, environment: env })
// The channel to the launcher would keep the process alive.
if (process.connected) process.disconnect?.()
