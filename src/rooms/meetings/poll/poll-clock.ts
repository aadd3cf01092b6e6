import { type DeletionClock, startOf } from '../../access/index.ts'
import { deletePolls, listPollsClosedBefore } from './poll.queries.ts'

/** Polls about a time, with whom they asked: forgotten some time after they closed. */
export const pollClock: DeletionClock = {
  purpose: 'poll',
  listDue: async (tx, before) =>
    (await listPollsClosedBefore(tx, startOf(before))).map((pollId) => ({ thing: 'poll', ref: pollId, about: null })),
  deleteDue: deletePolls,
}
