import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import { homeZone } from '../../../platform/day.ts'
import type { AuditEntry, LaneHead } from './audit-entry.ts'
import type { TrailFilter, TrailPlace } from './trail-filter.ts'

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

/** The entries the actor may see that the filter lets through, the newest first, after a place where the page before ended. */
export const listTrail = async (
  tx: ReadTx,
  filter: TrailFilter,
  { after, limit }: { after: TrailPlace | null; limit: number },
): Promise<AuditEntry[]> => {
  const is = (column: string, value: string) => (value === '' ? [] : [sql`${sql.ref(column)} = ${value}`])
  const conditions = [
    ...is('actor', filter.actor),
    ...is('post', filter.post),
    ...is('thing', filter.thing),
    ...is('thing_ref', filter.ref),
    ...is('about_ref', filter.about),
    ...(filter.group === '' ? [] : [sql`starts_with(verb, ${`${filter.group}.`})`]),
    ...(filter.from === null ? [] : [sql`happened_at >= ${startOf(filter.from)}`]),
    ...(filter.to === null ? [] : [sql`happened_at < ${startOf(filter.to.add({ days: 1 }))}`]),
    ...(after === null ? [] : [isAfter(after)]),
  ]
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from audit_entry e
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by e.happened_at desc, e.lane, e.number limit ${limit}`.execute(tx)
  return rows.map(toEntry)
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(homeZone).toInstant()

// The first condition is what the index is entered by; within one moment the order goes on by lane and number.
const isAfter = ({ micros, lane, number }: TrailPlace) => {
  const moment = Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1_000n)
  return sql`happened_at <= ${moment} and (happened_at < ${moment} or (lane, number) > (${lane}, ${number}))`
}

/** The latest entry of this verb that the actor may see. */
export const findLastOf = async (tx: ReadTx, verb: string): Promise<AuditEntry | undefined> => {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from audit_entry e where verb = ${verb} order by e.happened_at desc limit 1`.execute(tx)
  return rows[0] && toEntry(rows[0])
}
