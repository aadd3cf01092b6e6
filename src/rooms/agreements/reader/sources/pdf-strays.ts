import { setImmediate } from 'node:timers/promises'

const names = new Set([
  'XRefEntryException',
  'XRefParseException',
  'MissingDataException',
  'ParserEOFException',
  'FormatError',
  'InvalidPDFException',
  'UnknownErrorException',
  'AbortException',
  'JpegError',
  'Jbig2Error',
  'JpxError',
])

const isFromPdf = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  'name' in reason &&
  typeof reason.name === 'string' &&
  names.has(reason.name)

const ignoreStray = (reason: unknown): void => {
  if (!isFromPdf(reason))
    throw reason instanceof Error ? reason : new Error('A promise was rejected', { cause: reason })
}

let reading = 0

/**
 * Does work with pdf.js, which on damaged files rejects promises that it keeps to itself and nobody can catch: left alone, they
 * would end the process. What the work itself throws comes out as ever.
 */
export const withoutStrays = async <T>(work: () => Promise<T>): Promise<T> => {
  if (reading === 0) process.on('unhandledRejection', ignoreStray)
  reading += 1
  try {
    return await work()
  } finally {
    await setImmediate()
    reading -= 1
    if (reading === 0) process.off('unhandledRejection', ignoreStray)
  }
}
