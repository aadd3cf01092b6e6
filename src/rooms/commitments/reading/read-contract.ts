import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../../platform/root.ts'
import { runInWorker } from '../../../platform/worker.ts'
import type { SourceRead } from './read-source.ts'

const limits = { timeMs: 20_000, memoryMb: 512 }

// Built, this file is a piece of dist/; run from its sources, it keeps its own ending.
const worker = import.meta.url.endsWith('.ts') ? join('src', 'reading.worker.ts') : join('dist', 'reading.worker.js')

/**
 * Reads a file in a thread of its own, for at most 20 seconds and 512 MB, so that no document can harm the server.
 * Throws Refused with the reader's reasons, or with 'source_too_slow' or 'source_too_heavy'.
 */
export const readContract = (bytes: Uint8Array, name: string): Promise<SourceRead> =>
  inWorker<SourceRead>({ bytes: new Uint8Array(bytes), name })

/** The hash of the agreement a file carries as data; null where it carries none. In the same thread, with the same limits and refusals. */
export const readCarriedApart = (bytes: Uint8Array, name: string): Promise<string | null> =>
  inWorker<string | null>({ bytes: new Uint8Array(bytes), name, isToCheck: true })

const inWorker = <Out>(input: unknown): Promise<Out> =>
  runInWorker<Out>(pathToFileURL(join(projectRoot, worker)), input, limits)
