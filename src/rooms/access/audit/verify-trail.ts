import { readAsOwner, type ReadTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { AuditFindings, NotedHead } from './audit-entry.ts'
import { faultInWords } from './audit-words.ts'
import { eachEntry, listHeads } from './audit.queries.ts'
import { walkTrail } from './audit-trail.rules.ts'

/** Recomputes the whole trail as the transaction sees it, and compares it with heads noted earlier. */
export const verifyTrail = async (tx: ReadTx, noted: readonly NotedHead[] = []): Promise<AuditFindings> => {
  const trail = walkTrail(await listHeads(tx), noted)
  for await (const entries of eachEntry(tx)) for (const entry of entries) trail.take(entry)
  return trail.end()
}

/** Looks through the trail with the eyes of the owner of the tables: what was looked at, and in sentences what is wrong. */
export const checkAudit = async (place: {
  readonly platform: Platform
  readonly url: string
}): Promise<{ looked: string; wrong: string[] }> => {
  const { database, log } = place.platform
  const found = await readAsOwner({ url: place.url, schema: database.schema }, log, (tx) => verifyTrail(tx))
  const more = found.more > 0 ? [`${found.more} more`] : []
  return {
    looked: `${found.entries} entries`,
    wrong: [...found.faults.map((fault) => faultInWords(fault, 'en')), ...more],
  }
}
