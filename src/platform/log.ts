/** Facts of a log line: codes, counts, ids and times. Never a name, an address or a text a person wrote. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}

/** Writes one JSON object a line, so that standard output stays free for what a command prints. */
export const lineLog = (write: (line: string) => void): Log => {
  const put =
    (level: string) =>
    (event: string, facts: LogFacts = {}) =>
      write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
  return { info: put('info'), warn: put('warn'), error: put('error') }
}

/** The log of a running process, on standard error. */
export const standardLog: Log = lineLog((line) => process.stderr.write(line))

/** For tests and short commands that print sentences instead. */
export const silentLog: Log = lineLog(() => {})

/**
 * What may be logged of an error: its name and code and where in our code it arose. PostgreSQL puts values of rows into its
 * messages, so messages stay out.
 */
export const loggedError = (error: unknown): LogFacts => {
  if (!(error instanceof Error)) return { error: typeof error }
  const place = /\(?((?:file:|\/)[^\s()]+:\d+:\d+)\)?/.exec(error.stack ?? '')?.[1] ?? null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null
  return { error: error.name, code, constraint, place }
}
