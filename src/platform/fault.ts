/**
 * Something the person at the keyboard can mend: a taken port, a closed folder, a wrong address. Its message is the whole
 * sentence to print; the process then ends with exit code 2 and no stack trace.
 */
export class Fault extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'Fault'
  }
}

/** The code of an error from the system, such as `EACCES`, or an SQLSTATE from PostgreSQL; '' where it carries none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What an unknown thrown value says of itself. */
export const errorMessage = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(errorMessage).join('; ')
  return error instanceof Error ? error.message : String(error)
}
