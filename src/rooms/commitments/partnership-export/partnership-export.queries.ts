import { sql } from 'kysely'
import { type ReadTx, refuseOn, type WriteTx } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/refused.ts'
import type { PartnershipExport } from './partnership-export.ts'

type ExportRow = Omit<PartnershipExport, 'day'> & { readonly stoodOn: string }

const selectExports = sql`
  select partnership_export_id as "partnershipExportId", asked_by as "askedBy", asked_post as "askedPost", plan_id as "planId",
    plan_name as plan, stood_on::text as "stoodOn", language, asked_at as "askedAt", steps, steps_done as "stepsDone",
    finished_at as "finishedAt", failed_at as "failedAt", octet_length(archive) as size, sha256
  from partnership_export`

const toExport = ({ stoodOn, ...row }: ExportRow): PartnershipExport => ({
  ...row,
  day: Temporal.PlainDate.from(stoodOn),
})

/** The archives the actor asked for, the newest first. */
export const listExports = async (tx: ReadTx): Promise<PartnershipExport[]> => {
  const { rows } = await sql<ExportRow>`${selectExports} order by asked_at desc, partnership_export_id desc`.execute(tx)
  return rows.map(toExport)
}

/** An archive the actor asked for. Throws Refused('partnership_export_not_found'). */
export const getExport = async (tx: ReadTx, partnershipExportId: string): Promise<PartnershipExport> => {
  const { rows } = await sql<ExportRow>`${selectExports}
    where partnership_export_id::text = ${partnershipExportId}`.execute(tx)
  if (!rows[0]) throw new Refused('partnership_export_not_found')
  return toExport(rows[0])
}

/** The archive's bytes. Throws Refused('partnership_export_not_found') also where it is not finished. */
export const getArchive = async (tx: ReadTx, partnershipExportId: string): Promise<Uint8Array> => {
  const { rows } = await sql<{ archive: Buffer }>`
    select archive from partnership_export
    where partnership_export_id::text = ${partnershipExportId} and archive is not null`.execute(tx)
  if (!rows[0]) throw new Refused('partnership_export_not_found')
  return rows[0].archive
}

type NewExport = Pick<
  PartnershipExport,
  'partnershipExportId' | 'askedBy' | 'askedPost' | 'planId' | 'plan' | 'day' | 'language' | 'askedAt' | 'steps'
>

/** Writes that an archive is asked for. Throws Refused('partnership_export_under_way') where the same person's last is not done. */
export const insertExport = async (tx: WriteTx, asked: NewExport): Promise<void> => {
  try {
    await tx
      .insertInto('partnership_export')
      .values({
        partnership_export_id: asked.partnershipExportId,
        asked_by: asked.askedBy,
        asked_post: asked.askedPost,
        plan_id: asked.planId,
        plan_name: asked.plan,
        stood_on: asked.day.toString(),
        language: asked.language,
        asked_at: asked.askedAt,
        steps: asked.steps,
      })
      .execute()
  } catch (error) {
    throw refuseOn(error, { export_made_one_at_a_time: () => new Refused('partnership_export_under_way') })
  }
}

interface ExportChange {
  readonly steps?: number
  readonly steps_done?: number
  readonly finished_at?: Temporal.Instant
  readonly failed_at?: Temporal.Instant
  readonly archive?: Buffer
  readonly sha256?: string
}

/** Writes how far the making has come; what is finished, failed or deleted stays so. */
export const updateExport = (tx: WriteTx, partnershipExportId: string, change: ExportChange) =>
  tx
    .updateTable('partnership_export')
    .set(change)
    .where('partnership_export_id', '=', partnershipExportId)
    .where('finished_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute()

/** Those asked for before a moment. */
export const listExportsBefore = async (tx: ReadTx, before: Temporal.Instant): Promise<string[]> => {
  const rows = await tx
    .selectFrom('partnership_export')
    .select('partnership_export_id as id')
    .where('asked_at', '<', before)
    .orderBy('asked_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Deletes archives; answers how many went. */
export const deleteExports = async (tx: WriteTx, refs: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('partnership_export')
    .where(sql<boolean>`partnership_export_id = any (${[...refs]}::uuid[])`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
