/** Facts of a log line: codes, counts, ids and times. Never a name, an address or a text a person wrote. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}

let [writtenAt, written] = [Number.NaN, '']

/** The time on the clock, written once for all lines of a millisecond: a page made once is answered in less time than it takes to write. */
const writtenNow = (): string => {
  const now = Date.now()
  if (now !== writtenAt) [writtenAt, written] = [now, new Date(now).toISOString()]
  return written
}

/** Writes one JSON object a line, so that standard output stays free for what a command prints. */
export const lineLog = (write: (line: string) => void): Log => {
  const put = (level: string) => (event: string, facts?: LogFacts) => {
    const begin = `{"at":"${writtenNow()}","level":"${level}","event":${JSON.stringify(event)}`
    const rest = facts === undefined ? '}' : JSON.stringify(facts).slice(1)
    write(`${begin}${rest.length > 1 ? ',' : ''}${rest}\n`)
  }
  return { info: put('info'), warn: put('warn'), error: put('error') }
}

/** So many milliseconds lines wait for others. */
const waits = 20

/**
 * Writes the lines of a moment in one go, in their order, and what is left when the process ends: a write for each line would take longer
 * than answering from what is made once. A process that is killed takes its last moment's lines along.
 */
const together = (write: (text: string) => void): ((line: string) => void) => {
  let waiting = ''
  const flush = () => {
    const text = waiting
    waiting = ''
    if (text !== '') write(text)
  }
  process.on('exit', flush)
  return (line) => {
    if (waiting === '') setTimeout(flush, waits).unref()
    waiting += line
  }
}

/** The log of a running process, on standard error. */
export const standardLog: Log = lineLog(together((text) => process.stderr.write(text)))

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
