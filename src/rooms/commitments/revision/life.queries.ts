import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { Commitment } from '../commitment.ts'
import { listCorrectionsOf, rowOfCorrection, rowOfReading } from '../commitment.queries.ts'
import type { CarriedLife, Life } from './life.ts'

interface LifeRow {
  readonly commitmentId: string
  readonly lineageId: string
  readonly readingId: string
  readonly kind: Commitment['kind']
  readonly text: string
  readonly owedBy: string[]
  readonly owedTo: string[]
  readonly notation: string
  readonly section: number | null
  readonly textFrom: number | null
  readonly textTo: number | null
  readonly sourceLine: number
  readonly origin: Life['origin']
  readonly enteredBy: string | null
  readonly enteredAt: Temporal.Instant | null
  readonly judgedFrom: string | null
}

/** Every promise of a version, withdrawn ones too, with what was read and each correction in turn. */
export const listLives = async (tx: ReadTx, agreementVersionId: string): Promise<Life[]> => {
  const { rows } = await sql<LifeRow>`
    select commitment_id as "commitmentId", lineage_id as "lineageId", reading_id as "readingId", kind, text, owed_by as "owedBy",
      owed_to as "owedTo", notation, section, text_from as "textFrom", text_to as "textTo", source_line as "sourceLine", origin,
      entered_by as "enteredBy", entered_at as "enteredAt", judged_from_on as "judgedFrom"
    from commitment where agreement_version_id = ${agreementVersionId} order by position, reading_id`.execute(tx)
  const corrections = await listCorrectionsOf(tx, agreementVersionId)
  return rows.map(({ commitmentId, section, textFrom, textTo, kind, text, owedBy, owedTo, notation, ...row }) => ({
    ...row,
    read: { kind, text, owedBy, owedTo, notation },
    readWithin:
      section === null || textFrom === null || textTo === null ? null : { section, from: textFrom, to: textTo },
    corrections: corrections.get(commitmentId) ?? [],
    judgedFrom: row.judgedFrom === null ? null : Temporal.PlainDate.from(row.judgedFrom),
  }))
}

/** Writes the promises of a version that follows another, with what people corrected in them. */
export const insertLives = async (
  tx: WriteTx,
  agreementVersionId: string,
  lives: readonly CarriedLife[],
): Promise<void> => {
  if (lives.length === 0) return
  const rows = lives.map((life) => ({ life, commitmentId: newId<'commitment'>() }))
  await tx
    .insertInto('commitment')
    .values(
      rows.map(({ life, commitmentId }, position) => ({
        commitment_id: commitmentId,
        lineage_id: life.lineageId ?? commitmentId,
        judged_from_on: life.judgedFrom?.toString() ?? null,
        agreement_version_id: agreementVersionId,
        reading_id: life.readingId,
        position,
        ...rowOfReading(life.read, life.readWithin),
        section: life.readWithin?.section ?? null,
        source_line: life.sourceLine,
        origin: life.origin,
        entered_by: life.enteredBy,
        entered_at: life.enteredAt,
      })),
    )
    .execute()
  const corrections = rows.flatMap(({ life, commitmentId }) =>
    life.corrections.map((one, at) => ({
      commitment_id: commitmentId,
      number: at + 1,
      ...rowOfCorrection(one),
    })),
  )
  if (corrections.length > 0) await tx.insertInto('commitment_correction').values(corrections).execute()
}

/** Lets what became of reservations go on with those that stand in the same words in the next version. */
export const copySettlements = (tx: WriteTx, from: string, to: string) =>
  sql`insert into reservation_settlement (reservation_id, number, outcome, ended_on, settled_on, settled_by, settled_at)
    select distinct on (n.reservation_id, s.number) n.reservation_id, s.number, s.outcome, s.ended_on, s.settled_on, s.settled_by,
      s.settled_at
    from reservation n join reservation o on o.agreement_version_id = ${from} and o.activity_id = n.activity_id and o.text = n.text
    join reservation_settlement s on s.reservation_id = o.reservation_id
    where n.agreement_version_id = ${to} order by n.reservation_id, s.number, o.position`.execute(tx)

/** Lets the plans for who carries activities on go on in the next version. */
export const copyAnchoringPlans = (tx: WriteTx, from: string, to: string) =>
  sql`insert into anchoring_plan (agreement_version_id, activity_id, number, taken_over_by, by_on, proof, state, taken_over_on,
      planned_by, planned_at)
    select ${to}::uuid, activity_id, number, taken_over_by, by_on, proof, state, taken_over_on, planned_by, planned_at
    from anchoring_plan where agreement_version_id = ${from}`.execute(tx)

/** The promise that goes on with this one in the version in force on the day, if another does. */
export const findGoingOn = async (
  tx: ReadTx,
  { commitmentId, lineageId }: Pick<Commitment, 'commitmentId' | 'lineageId'>,
  day: Day,
): Promise<{ readonly commitmentId: string; readonly version: number } | undefined> => {
  const { rows } = await sql<{ commitmentId: string; version: number }>`
    select c.commitment_id as "commitmentId", v.number as version
    from commitment c join agreement_version v using (agreement_version_id)
    where c.lineage_id = ${lineageId} and c.commitment_id <> ${commitmentId} and v.in_force_during @> ${day.toString()}::date`.execute(
    tx,
  )
  return rows[0]
}
