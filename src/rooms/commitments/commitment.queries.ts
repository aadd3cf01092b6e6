import { type RawBuilder, sql } from 'kysely'
import { readDaySpan, type ReadTx, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { CommitmentKind, ReadCommitment } from '../agreements/index.ts'
import { type SideTerm, withinTerm } from './side-agreement.rules.ts'
import type { Commitment, CommitmentReading, PlacedCommitment, ReadingInTurn } from './commitment.ts'

/** Writes the promises of a version, in the order of the text. */
export const insertCommitments = async (
  tx: WriteTx,
  agreementVersionId: string,
  read: readonly ReadCommitment[],
): Promise<void> => {
  if (read.length === 0) return
  await tx
    .insertInto('commitment')
    .values(
      read.map((commitment, position) => ({
        ...newLife(),
        agreement_version_id: agreementVersionId,
        reading_id: commitment.id,
        position,
        ...rowOfReading(commitment, commitment.within),
        section: commitment.within?.section ?? null,
        source_line: commitment.source.line,
      })),
    )
    .execute()
}

/** A promise that continues no earlier one: its life begins with itself. */
const newLife = () => {
  const commitment_id = newId<'commitment'>()
  return { commitment_id, lineage_id: commitment_id }
}

interface CommitmentRow {
  readonly commitmentId: string
  readonly agreementVersionId: string
  readonly readingId: string
  readonly kind: CommitmentKind
  readonly text: string
  readonly owedBy: string[]
  readonly owedTo: string[]
  readonly notation: string
  readonly section: number | null
  readonly textFrom: number | null
  readonly textTo: number | null
  readonly sourceLine: number
  readonly origin: Commitment['origin']
  readonly corrections: number
  readonly lineageId: string
  readonly inForceDuring: string
  readonly meantDuring: string | null
  readonly judgedFrom: string | null
  readonly sideTerm: SideTerm
}

const toCommitment = ({ section, textFrom, textTo, sideTerm, ...row }: CommitmentRow): Commitment => ({
  ...row,
  inForceDuring: withinTerm(readDaySpan(row.inForceDuring), sideTerm),
  meantDuring: row.meantDuring === null ? null : readDaySpan(row.meantDuring),
  judgedFrom: row.judgedFrom === null ? null : Temporal.PlainDate.from(row.judgedFrom),
  within: section === null || textFrom === null || textTo === null ? null : { section, from: textFrom, to: textTo },
})

/** A promise as last corrected, with its version's days (`v`); the corrections are few, so the latest is looked up beside each. */
const asCorrected = sql`
  c.commitment_id as "commitmentId", c.agreement_version_id as "agreementVersionId", c.reading_id as "readingId",
  coalesce(r.kind, c.kind) as kind, coalesce(r.text, c.text) as text,
  coalesce(r.owed_by, c.owed_by) as "owedBy", coalesce(r.owed_to, c.owed_to) as "owedTo",
  coalesce(r.notation, c.notation) as notation, c.section,
  case when r.number is null then c.text_from else r.text_from end as "textFrom",
  case when r.number is null then c.text_to else r.text_to end as "textTo",
  c.source_line as "sourceLine", c.origin, coalesce(r.number, 0) as corrections, c.lineage_id as "lineageId",
  c.judged_from_on as "judgedFrom", v.in_force_during::text as "inForceDuring", v.meant_during::text as "meantDuring"`

/** The terms of their own that a version's side agreements have, by activity; told once for all its promises. */
const termsOf = sql`
  (select jsonb_object_agg(e ->> 'id', e -> 'validDuring') from jsonb_array_elements(v.document -> 'otherActivities') e) as terms`

const termIn = sql`v.terms -> split_part(c.reading_id, '/', 1) as "sideTerm"`

const latestCorrection = sql`
  left join lateral (select * from commitment_correction n where n.commitment_id = c.commitment_id order by number desc limit 1) r on true`

/** The promises of a version the actor may see, as last corrected, in the order of the text; withdrawn ones are left out. */
export const listCommitments = async (tx: ReadTx, agreementVersionId: string): Promise<Commitment[]> => {
  const { rows } = await sql<CommitmentRow>`
    with v as materialized (
      select v.agreement_version_id, v.in_force_during, v.meant_during, ${termsOf}
      from agreement_version v where v.agreement_version_id = ${agreementVersionId})
    select ${asCorrected}, ${termIn} from v join commitment c using (agreement_version_id) ${latestCorrection}
    where c.agreement_version_id = ${agreementVersionId} and r.is_withdrawn is distinct from true
    order by c.position, c.reading_id`.execute(tx)
  return rows.map(toCommitment)
}

type PlacedRow = CommitmentRow & { slug: string; agreement: string; activity: string | null; version: number }

const placed = sql`
  a.slug, coalesce(a.focus_area, a.title) as agreement, v.number as version,
  (select e ->> 'title' from jsonb_array_elements(v.document -> 'activities' || (v.document -> 'otherActivities')) e
    where e ->> 'id' = split_part(c.reading_id, '/', 1)) as activity`

const toPlaced = ({ slug, agreement, activity, version, ...row }: PlacedRow): PlacedCommitment => ({
  ...toCommitment(row),
  slug,
  agreement,
  activity: activity ?? '',
  version,
})

/** The promises of some versions; each version's document, which is large, is opened once and not for every promise. */
const listPlaced = async (tx: ReadTx, ofVersions: RawBuilder<unknown>): Promise<PlacedCommitment[]> => {
  const { rows } = await sql<PlacedRow>`
    with v as materialized (
      select v.agreement_version_id, v.number, v.in_force_during, v.meant_during, a.slug, coalesce(a.focus_area, a.title) as agreement,
        (select jsonb_object_agg(e ->> 'id', e ->> 'title')
          from jsonb_array_elements(v.document -> 'activities' || (v.document -> 'otherActivities')) e) as titles,
        ${termsOf}
      from agreement_version v join agreement a using (agreement_id) where ${ofVersions})
    select ${asCorrected}, ${termIn}, v.slug, v.agreement, v.number as version,
      v.titles ->> split_part(c.reading_id, '/', 1) as activity
    from v join commitment c using (agreement_version_id) ${latestCorrection}
    where r.is_withdrawn is distinct from true
    order by v.slug, lower(v.in_force_during), c.position, c.reading_id`.execute(tx)
  return rows.map(toPlaced)
}

/** Every promise in force on the day that the actor may see, over all agreements. */
export const listCommitmentsInForce = (tx: ReadTx, day: Day): Promise<PlacedCommitment[]> =>
  listPlaced(tx, sql`v.in_force_during @> ${day.toString()}::date`)

/** The promises of these versions that the actor may see. */
export const listPlacedOf = (tx: ReadTx, versionIds: readonly string[]): Promise<PlacedCommitment[]> =>
  listPlaced(tx, sql`v.agreement_version_id = any (${[...versionIds]}::uuid[])`)

/** Every promise in force on any of the days that the actor may see, over all agreements and versions. Both ends included. */
export const listCommitmentsDuring = (tx: ReadTx, from: Day, to: Day): Promise<PlacedCommitment[]> =>
  listPlaced(tx, sql`v.in_force_during && daterange(${from.toString()}::date, ${to.toString()}::date, '[]')`)

/** One promise with where it belongs, as last corrected, also when it was withdrawn. Throws Refused('commitment_not_found'). */
export const getCommitment = async (tx: ReadTx, commitmentId: string): Promise<PlacedCommitment> => {
  const { rows } = await sql<PlacedRow>`
    select ${asCorrected}, ${placed}, (
      select e -> 'validDuring' from jsonb_array_elements(v.document -> 'otherActivities') e
      where e ->> 'id' = split_part(c.reading_id, '/', 1)) as "sideTerm"
    from commitment c join agreement_version v using (agreement_version_id) join agreement a using (agreement_id) ${latestCorrection}
    where c.commitment_id::text = ${commitmentId}`.execute(tx)
  const row = rows[0]
  if (!row) throw new Refused('commitment_not_found')
  return toPlaced(row)
}

/** The promise locked until the transaction ends, so that corrections come in turn. Throws Refused('commitment_not_found'). */
export const getCommitmentForUpdate = async (tx: WriteTx, commitmentId: string): Promise<PlacedCommitment> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${commitmentId}, 0))`.execute(tx)
  return getCommitment(tx, commitmentId)
}

/** What was read, and each correction in turn. */
export const listReadings = async (tx: ReadTx, commitmentId: string): Promise<ReadingInTurn[]> => {
  const { rows } = await sql<ReadingInTurn>`
    select 0 as number, kind, text, owed_by as "owedBy", owed_to as "owedTo", notation, false as "isWithdrawn",
      entered_by as "correctedBy", entered_at as "correctedAt"
    from commitment where commitment_id = ${commitmentId}
    union all
    select number, kind, text, owed_by, owed_to, notation, is_withdrawn, corrected_by, corrected_at
    from commitment_correction where commitment_id = ${commitmentId}
    order by number`.execute(tx)
  return rows
}

type CorrectionRow = CommitmentReading &
  Omit<NewCorrection, 'number' | 'reading' | 'within'> & { textFrom: number | null; textTo: number | null }

/** What people corrected in the promises of a version, in turn, by promise. */
export const listCorrectionsOf = async (
  tx: ReadTx,
  agreementVersionId: string,
): Promise<Map<string, Omit<NewCorrection, 'commitmentId' | 'number'>[]>> => {
  const { rows } = await sql<CorrectionRow>`
    select n.commitment_id as "commitmentId", n.kind, n.text, n.owed_by as "owedBy", n.owed_to as "owedTo", n.notation,
      n.text_from as "textFrom", n.text_to as "textTo", n.is_withdrawn as "isWithdrawn", n.corrected_by as "correctedBy",
      n.corrected_at as "correctedAt"
    from commitment_correction n join commitment c using (commitment_id)
    where c.agreement_version_id = ${agreementVersionId} order by n.commitment_id, n.number`.execute(tx)
  const corrections = new Map<string, Omit<NewCorrection, 'commitmentId' | 'number'>[]>()
  for (const { commitmentId, textFrom, textTo, isWithdrawn, correctedBy, correctedAt, ...reading } of rows) {
    const within = textFrom === null || textTo === null ? null : { from: textFrom, to: textTo }
    const known = corrections.get(commitmentId) ?? []
    corrections.set(commitmentId, [...known, { reading, within, isWithdrawn, correctedBy, correctedAt }])
  }
  return corrections
}

interface NewCorrection {
  readonly commitmentId: string
  readonly number: number
  readonly reading: CommitmentReading
  readonly within: { readonly from: number; readonly to: number } | null
  readonly isWithdrawn: boolean
  readonly correctedBy: string
  readonly correctedAt: Temporal.Instant
}

/** Writes the next reading of a promise; what was read before stays. */
export const insertCorrection = (tx: WriteTx, correction: NewCorrection) =>
  tx
    .insertInto('commitment_correction')
    .values({
      commitment_id: correction.commitmentId,
      number: correction.number,
      ...rowOfCorrection(correction),
    })
    .execute()

/** The columns of what a sentence promises, and of where in its section it stands. */
export const rowOfReading = (
  reading: CommitmentReading,
  within: { readonly from: number; readonly to: number } | null,
) => ({
  kind: reading.kind,
  text: reading.text,
  owed_by: [...reading.owedBy],
  owed_to: [...reading.owedTo],
  notation: reading.notation,
  text_from: within?.from ?? null,
  text_to: within?.to ?? null,
})

/** The columns of a correction, but for which promise it is of and its number. */
export const rowOfCorrection = (correction: Omit<NewCorrection, 'commitmentId' | 'number'>) => ({
  ...rowOfReading(correction.reading, correction.within),
  is_withdrawn: correction.isWithdrawn,
  corrected_by: correction.correctedBy,
  corrected_at: correction.correctedAt,
})

interface EnteredCommitment {
  readonly agreementVersionId: string
  readonly activityId: string
  readonly reading: CommitmentReading
  readonly within: { readonly section: number; readonly from: number; readonly to: number } | null
  readonly sourceLine: number
  readonly origin: 'split' | 'by_hand'
  readonly enteredBy: string
  readonly enteredAt: Temporal.Instant
}

/** Writes a promise a person made of a sentence or wrote by hand, numbered after the activity's others. Answers with its id. */
export const insertEnteredCommitment = async (tx: WriteTx, entered: EnteredCommitment): Promise<string> => {
  const commitmentId = newId<'commitment'>()
  await sql`select pg_advisory_xact_lock(hashtextextended(${entered.agreementVersionId}, 0))`.execute(tx)
  const { rows } = await sql<{ next: number; position: number }>`
    select coalesce(max(substring(reading_id from '/k(\\d+)$')::int) filter (where split_part(reading_id, '/', 1) = ${entered.activityId}), 0) + 1 as next,
      coalesce(max(position), 0) + 1 as position
    from commitment where agreement_version_id = ${entered.agreementVersionId}`.execute(tx)
  await tx
    .insertInto('commitment')
    .values({
      commitment_id: commitmentId,
      lineage_id: commitmentId,
      agreement_version_id: entered.agreementVersionId,
      reading_id: `${entered.activityId}/k${rows[0]?.next ?? 1}`,
      position: rows[0]?.position ?? 1,
      ...rowOfReading(entered.reading, entered.within),
      section: entered.within?.section ?? null,
      source_line: entered.sourceLine,
      origin: entered.origin,
      entered_at: entered.enteredAt,
      entered_by: entered.enteredBy,
    })
    .execute()
  return commitmentId
}

/** How many promises each version has, by version; withdrawn ones are left out. */
export const countCommitments = async (tx: ReadTx, versionIds: readonly string[]): Promise<Map<string, number>> => {
  if (versionIds.length === 0) return new Map()
  const { rows } = await sql<{ version: string; promises: bigint }>`
    select c.agreement_version_id as version, count(*) as promises from commitment c ${latestCorrection}
    where c.agreement_version_id = any (${[...versionIds]}::uuid[]) and r.is_withdrawn is distinct from true
    group by c.agreement_version_id`.execute(tx)
  return new Map(rows.map((row) => [row.version, Number(row.promises)]))
}
