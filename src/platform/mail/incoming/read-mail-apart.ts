import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refused } from '../../refused.ts'
import { projectRoot } from '../../root.ts'
import { runInWorker } from '../../worker.ts'
import type { IncomingMail, UnreadMail } from './incoming-mail.ts'
import { mostMailBytes, readMail } from './read-mail.ts'

const worker = import.meta.url.endsWith('.ts') ? join('src', 'mail.worker.ts') : join('dist', 'mail.worker.js')

const limits = { timeMs: 30_000, memoryMb: 512 }

/** A mail as small as this is read within a fifth of a second, whatever it is made of. */
const small = 32 * 1024

/** Reads a mail as `readMail` does; a large one in a thread of its own, so that nobody waits for it. */
export const readMailApart = async (raw: Uint8Array): Promise<IncomingMail | { readonly unread: UnreadMail }> => {
  if (raw.length <= small || raw.length > mostMailBytes) return readMail(raw)
  try {
    return await runInWorker<IncomingMail | { unread: UnreadMail }>(
      pathToFileURL(join(projectRoot, worker)),
      new Uint8Array(raw),
      limits,
    )
  } catch (error) {
    if (error instanceof Refused) return { unread: 'too_heavy' }
    throw error
  }
}
