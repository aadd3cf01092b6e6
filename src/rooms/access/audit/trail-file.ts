import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { ReadTx } from '../../../platform/database/index.ts'
import { errorCode, Fault } from '../../../platform/fault.ts'
import type { AuditEntry, AuditFindings, NotedHead } from './audit-entry.ts'
import { walkTrail } from './audit-trail.rules.ts'
import { eachEntry, listHeads } from './audit.queries.ts'

const format = 'brobyg-audit/1'

const firstLine = z.object({
  format: z.literal(format),
  municipality: z.string(),
  takenAt: z.string(),
  heads: z.array(
    z.object({ lane: z.int(), number: z.int(), hash: z.string(), cutNumber: z.int(), cutHash: z.string() }),
  ),
})

const entryLine = z.object({
  lane: z.int(),
  number: z.int(),
  at: z.string(),
  actor: z.string(),
  post: z.string(),
  request: z.string(),
  verb: z.string(),
  thing: z.string(),
  ref: z.string(),
  about: z.string(),
  facts: z.string(),
  hash: z.string(),
})

/** What was found in a file of the trail; `unreadable` are the lines that are no entries, counted from 1. */
export interface FileFindings extends AuditFindings {
  readonly takenAt: string
  readonly unreadable: readonly number[]
}

interface Taken {
  readonly municipality: string
  readonly takenAt: Temporal.Instant
}

/** The trail the transaction sees as JSON lines: the heads first, then every entry. It can be verified without the database. */
export async function* writeTrailLines(tx: ReadTx, { municipality, takenAt }: Taken): AsyncGenerator<string> {
  yield `${JSON.stringify({ format, municipality, takenAt: takenAt.toString(), heads: await listHeads(tx) })}\n`
  for await (const entries of eachEntry(tx)) yield entries.map((entry) => `${JSON.stringify(toLine(entry))}\n`).join('')
}

const toLine = ({ micros, ...entry }: AuditEntry): z.infer<typeof entryLine> => ({ ...entry, at: writeAt(micros) })

const writeAt = (micros: string): string => Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1_000n).toString()

/** A moment written otherwise than the trail writes it is not the one that was written. */
const readAt = (at: string): string => {
  try {
    const micros = (Temporal.Instant.from(at).epochNanoseconds / 1_000n).toString()
    return writeAt(micros) === at ? micros : at
  } catch {
    return at
  }
}

/** Verifies a file of the trail, line by line. Throws Fault where it is none. */
export const verifyTrailFile = async (path: string, noted: readonly NotedHead[]): Promise<FileFindings> => {
  const unreadable: number[] = []
  let number = 0
  let begun: { taken: z.infer<typeof firstLine>; trail: ReturnType<typeof walkTrail> } | null = null
  for await (const line of linesOf(path)) {
    number += 1
    if (begun === null) {
      const taken = firstLine.safeParse(parsed(line)).data
      if (taken === undefined) break
      begun = { taken, trail: walkTrail(taken.heads, noted) }
      continue
    }
    if (line.trim() === '') continue
    const entry = entryLine.safeParse(parsed(line)).data
    if (entry === undefined) unreadable.push(number)
    else begun.trail.take({ ...entry, micros: readAt(entry.at) })
  }
  if (begun === null) throw new Fault(`${path} is not an audit trail written by brobyg verify-audit --export.`)
  return { ...begun.trail.end(), takenAt: begun.taken.takenAt, unreadable }
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  } catch (error) {
    throw new Fault(`The file ${path} cannot be read (${errorCode(error)}).`, { cause: error })
  }
}
