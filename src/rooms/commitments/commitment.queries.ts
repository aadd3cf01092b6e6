import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import type { CommitmentKind, ReadCommitment } from '../agreements/index.ts'
import type { Commitment } from './commitment.ts'

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
        commitment_id: newId<'commitment'>(),
        agreement_version_id: agreementVersionId,
        reading_id: commitment.id,
        position,
        kind: commitment.kind,
        text: commitment.text,
        owed_by: commitment.owedBy,
        owed_to: commitment.owedTo,
        notation: commitment.notation,
        section: commitment.within?.section ?? null,
        text_from: commitment.within?.from ?? null,
        text_to: commitment.within?.to ?? null,
        source_line: commitment.source.line,
      })),
    )
    .execute()
}

/** The promises of a version the actor may see, in the order of the text. */
export const listCommitments = async (tx: ReadTx, agreementVersionId: string): Promise<Commitment[]> => {
  const rows = await tx
    .selectFrom('commitment')
    .selectAll()
    .select(sql<CommitmentKind>`kind`.as('kind'))
    .where('agreement_version_id', '=', agreementVersionId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    commitmentId: row.commitment_id,
    readingId: row.reading_id,
    kind: row.kind,
    text: row.text,
    owedBy: row.owed_by,
    owedTo: row.owed_to,
    notation: row.notation,
    within:
      row.section === null || row.text_from === null || row.text_to === null
        ? null
        : { section: row.section, from: row.text_from, to: row.text_to },
    sourceLine: row.source_line,
  }))
}

/** How many promises each version has, by version. */
export const countCommitments = async (tx: ReadTx, versionIds: readonly string[]): Promise<Map<string, number>> => {
  if (versionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('commitment')
    .select((eb) => ['agreement_version_id', eb.fn.countAll<bigint>().as('promises')])
    .where('agreement_version_id', 'in', versionIds)
    .groupBy('agreement_version_id')
    .execute()
  return new Map(rows.map((row) => [row.agreement_version_id, Number(row.promises)]))
}
