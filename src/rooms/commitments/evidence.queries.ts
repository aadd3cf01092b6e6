import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { Evidence } from './commitment.ts'
import type { EvidenceDay } from './state/state.ts'

interface NewEvidence {
  readonly commitmentId: string
  readonly happenedOn: string
  readonly quantity: number
  readonly unit: string | null
  readonly room: string
  readonly thingId: string | null
  readonly cancelsEvidenceId: string | null
  readonly recordedBy: string
  readonly recordedAt: Temporal.Instant
}

const rowOf = (evidence: NewEvidence) => ({
  evidence_id: newId<'evidence'>(),
  commitment_id: evidence.commitmentId,
  happened_on: evidence.happenedOn,
  quantity: String(evidence.quantity),
  unit: evidence.unit,
  room: evidence.room,
  thing_id: evidence.thingId,
  cancels_evidence_id: evidence.cancelsEvidenceId,
  recorded_by: evidence.recordedBy,
  recorded_at: evidence.recordedAt,
})

/** Writes a piece of evidence, or the row that cancels one. Answers with its id. */
export const insertEvidence = async (tx: WriteTx, evidence: NewEvidence): Promise<string> => {
  const row = rowOf(evidence)
  await tx.insertInto('evidence').values(row).execute()
  return row.evidence_id
}

/** Writes many pieces of evidence at once, in as few statements as PostgreSQL's parameters allow. */
export const insertEvidenceRows = async (tx: WriteTx, rows: readonly NewEvidence[]): Promise<void> => {
  for (let first = 0; first < rows.length; first += 5000)
    await tx
      .insertInto('evidence')
      .values(rows.slice(first, first + 5000).map(rowOf))
      .execute()
}

export const insertEvidenceNote = (tx: WriteTx, note: { evidenceId: string; note: string; link: string | null }) =>
  tx.insertInto('evidence_note').values({ evidence_id: note.evidenceId, note: note.note, link: note.link }).execute()

const selectEvidence = sql`
  select e.evidence_id as "evidenceId", e.commitment_id as "commitmentId", e.happened_on as "happenedOn", e.quantity::float8 as quantity,
    e.unit, e.room, e.thing_id as "thingId", x.evidence_id is not null as "isCancelled", e.recorded_by as "recordedBy",
    e.recorded_at as "recordedAt", n.note, n.link
  from evidence e
  left join evidence x on x.cancels_evidence_id = e.evidence_id
  left join evidence_note n on n.evidence_id = e.evidence_id
  where e.cancels_evidence_id is null`

/** The promise `c` and those it shares its life with, as `k`; of theirs, evidence counts from the day it is judged. */
const wholeLife = sql`
  commitment c join agreement_version v on v.agreement_version_id = c.agreement_version_id
  join commitment k on k.lineage_id = c.lineage_id`

const countsInLife = sql`
  (k.commitment_id = c.commitment_id or e.happened_on >= coalesce(c.judged_from_on, lower(v.in_force_during)))`

/** The evidence of a promise, also what it had in earlier versions, the newest first; cancelled evidence is marked. */
export const listEvidence = async (tx: ReadTx, commitmentId: string): Promise<Evidence[]> => {
  const { rows } = await sql<Evidence>`${selectEvidence}
    and exists (select from ${wholeLife} where c.commitment_id = ${commitmentId} and k.commitment_id = e.commitment_id and ${countsInLife})
    order by e.happened_on desc, e.recorded_at desc`.execute(tx)
  return rows
}

/** A piece of evidence. Throws Refused('evidence_not_found'). */
export const getEvidence = async (tx: ReadTx, evidenceId: string): Promise<Evidence> => {
  const { rows } = await sql<Evidence>`${selectEvidence} and e.evidence_id::text = ${evidenceId}`.execute(tx)
  const row = rows[0]
  if (!row) throw new Refused('evidence_not_found')
  return row
}

/** The days of evidence of each promise in order of days, for judging, those of earlier versions included; what was cancelled is left out. Versions by id; null = all in sight. */
export const listEvidenceDays = async (
  tx: ReadTx,
  versionIds: readonly string[],
): Promise<Map<string, EvidenceDay[]>> => {
  // Step by step: left to itself, PostgreSQL asks the policies anew for every pair of a promise and a row of evidence.
  const { rows } = await sql<{ commitmentId: string; on: number; quantity: number }>`
    with asked as materialized (
      select c.commitment_id, c.lineage_id, coalesce(c.judged_from_on, lower(v.in_force_during)) as from_on
      from commitment c join agreement_version v using (agreement_version_id)
      where c.agreement_version_id = any (${[...versionIds]}::uuid[])),
    life as materialized (
      select asked.commitment_id, asked.from_on, k.commitment_id as given_to from asked join commitment k using (lineage_id)),
    cancelled as materialized (select cancels_evidence_id from evidence where cancels_evidence_id is not null),
    given as materialized (
      select e.evidence_id, e.commitment_id, e.happened_on, e.quantity from evidence e
      where e.commitment_id = any (array(select given_to from life)) and e.cancels_evidence_id is null)
    select life.commitment_id as "commitmentId", e.happened_on - date '1970-01-01' as on, e.quantity::float8 as quantity
    from life join given e on e.commitment_id = life.given_to
    where (life.given_to = life.commitment_id or e.happened_on >= life.from_on)
      and e.evidence_id not in (select cancels_evidence_id from cancelled)
    order by life.commitment_id, e.happened_on, e.quantity`.execute(tx)
  const days = new Map<string, EvidenceDay[]>()
  for (const { commitmentId, on, quantity } of rows) {
    const known = days.get(commitmentId)
    if (known) known.push({ on, quantity })
    else days.set(commitmentId, [{ on, quantity }])
  }
  return days
}
