import { type DeletionClock, startOf } from '../../access/index.ts'
import { deleteExports, listExportsBefore } from './partnership-export.queries.ts'

/** Archives go a week after they were asked for; they can be made again. */
export const exportClock: DeletionClock = {
  purpose: 'partnership_export',
  listDue: async (tx, before) =>
    (await listExportsBefore(tx, startOf(before))).map((ref) => ({ thing: 'partnership_export', ref, about: null })),
  deleteDue: deleteExports,
}
