import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { AuditEntry, LaneHead } from './audit-entry.ts'

/** So many entries are fetched at a time. */
const batch = 5_000

/** The heads of all lanes the actor may see, in order. */
export const listHeads = async (tx: ReadTx): Promise<LaneHead[]> => {
  const rows = await tx.selectFrom('audit_lane').selectAll().orderBy('lane').execute()
  return rows.map((row) => ({
    lane: row.lane,
    number: Number(row.number),
    hash: row.hash.toString('hex'),
    cutNumber: Number(row.cut_number),
    cutHash: row.cut_hash.toString('hex'),
  }))
}

type EntryRow = Omit<AuditEntry, 'number'> & { readonly number: string }

const entryColumns = sql`lane, number::text as number, (extract(epoch from happened_at) * 1000000)::bigint::text as micros, actor, post,
  request, verb, thing, thing_ref as ref, about_ref as about, facts, encode(hash, 'hex') as hash`

const toEntry = (row: EntryRow): AuditEntry => ({ ...row, number: Number(row.number) })

const listBatch = async (tx: ReadTx, after: { lane: number; number: string }): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from audit_entry e
    where (e.lane, e.number) > (${after.lane}, ${after.number}::bigint) order by e.lane, e.number limit ${batch}`.execute(
    tx,
  )
  return rows
}

/** Every entry the actor may see, lane by lane in the order of their numbers; a few thousand are held at a time. */
export async function* eachEntry(tx: ReadTx): AsyncGenerator<readonly AuditEntry[]> {
  let coming = listBatch(tx, { lane: -1, number: '0' })
  for (;;) {
    const rows = await coming
    const last = rows.at(-1)
    if (last === undefined) return
    // The next are fetched while these are looked at.
    coming = listBatch(tx, last)
    yield rows.map(toEntry)
  }
}
