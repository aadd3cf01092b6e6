import type { DeletionClock } from '../access/index.ts'
import { forgetPersons, listFormerHolders } from './former-holder.queries.ts'

/** People whose last post ended: their name and mail go, their place in what was signed stays as a former employee. */
export const personClock: DeletionClock = {
  purpose: 'person',
  listDue: async (tx, before) =>
    (await listFormerHolders(tx, before)).map((ref) => ({ thing: 'person', ref, about: ref })),
  deleteDue: forgetPersons,
}
