import type { DeletionClock } from '../access/index.ts'
import { startOf } from '../access/index.ts'
import { deleteDrafts, listDraftsLeft } from './draft.queries.ts'

/** Drafts that nobody confirmed, and their sources, go when nobody has changed them for the rule's time. */
export const draftClock: DeletionClock = {
  purpose: 'draft',
  listDue: async (tx, before) =>
    (await listDraftsLeft(tx, startOf(before))).map((ref) => ({ thing: 'draft', ref, about: null })),
  deleteDue: deleteDrafts,
}
