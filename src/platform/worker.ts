import { parentPort, Worker, workerData } from 'node:worker_threads'
import { errorMessage } from './fault.ts'
import { Refused } from './refused.ts'

/** What a worker may use: wall time in milliseconds, and memory for its own objects in megabytes. */
export interface WorkerLimits {
  timeMs: number
  memoryMb: number
}

type Answer =
  | { kind: 'done'; out: unknown }
  | { kind: 'refused'; code: string; facts: Record<string, string | number> }
  | { kind: 'failed'; message: string; stack: string }

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  ['done', 'refused', 'failed'].includes(String(value.kind))

const answerOf = async (job: (input: unknown) => unknown): Promise<Answer> => {
  try {
    return { kind: 'done', out: await job(workerData) }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', code: error.code, facts: { ...error.facts } }
    return { kind: 'failed', message: errorMessage(error), stack: error instanceof Error ? (error.stack ?? '') : '' }
  }
}

/** Does the job a worker was started for and sends back what came of it. A worker's file calls this once, and nothing else. */
export const answerAsWorker = async (job: (input: unknown) => unknown): Promise<void> => {
  const port = parentPort
  if (port === null) throw new Error('This file is a worker: start it with runInWorker.')
  port.postMessage(await answerOf(job))
}

// Built code needs no flags, and those meant for the whole program are not handed on. Sources are only run by developers, with tsx.
const flagsFor = (entry: URL): string[] =>
  entry.pathname.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : []

const startWorker = (entry: URL, input: unknown, limits: WorkerLimits): Worker =>
  new Worker(entry, {
    workerData: input,
    execArgv: flagsFor(entry),
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const refusedOrFailed = (answer: Exclude<Answer, { kind: 'done' }>): Error => {
  if (answer.kind === 'refused') return new Refused(answer.code, answer.facts)
  const cause = new Error(answer.message)
  cause.stack = answer.stack
  return new Error(`The worker failed: ${answer.message}`, { cause })
}

/**
 * Runs a job in a thread of its own, so that a document that takes too long or too much memory harms nobody else. `entry` is a file
 * that calls `answerAsWorker`; `input` and the result are copied, never shared. What the thread prints is thrown away.
 * Throws what the job refused, Refused('source_too_slow' | 'source_too_heavy') at the limits, and an Error with a cause otherwise.
 * The result is as the job returned it: the caller names its type and keeps both in step.
 */
export const runInWorker = async <Out>(entry: URL, input: unknown, limits: WorkerLimits): Promise<Out> => {
  const worker = startWorker(entry, input, limits)
  worker.stdout.resume()
  worker.stderr.resume()
  const { promise, resolve, reject } = Promise.withResolvers<Out>()
  const timer = setTimeout(
    () => reject(new Refused('source_too_slow', { seconds: Math.round(limits.timeMs / 1000) })),
    limits.timeMs,
  )
  worker.once('message', (answer: unknown) => {
    if (!isAnswer(answer)) reject(new Error('The worker sent no answer it knows.'))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a thread sends has no type: the caller names it
    else if (answer.kind === 'done') resolve(answer.out as Out)
    else reject(refusedOrFailed(answer))
  })
  worker.once('messageerror', (error) => reject(new Error('The worker sent what cannot be copied.', { cause: error })))
  worker.once('error', (error) => {
    const isHeavy = isOutOfMemory(error)
    const tooHeavy = new Refused('source_too_heavy', { megabytes: limits.memoryMb })
    reject(isHeavy ? tooHeavy : new Error(`The worker failed: ${errorMessage(error)}`, { cause: error }))
  })
  worker.once('exit', (code) => reject(new Error(`The worker ended without an answer (exit code ${code}).`)))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
