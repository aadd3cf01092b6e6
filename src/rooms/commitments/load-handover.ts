import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { type BegunDraft, type BegunProposal, listDraftsBegunBy, listProposalsBegunBy } from '../agreements/index.ts'
import {
  type Handover,
  type HandoverNote,
  listHandoverNotes,
  listInvitationsBy,
  type PostChoice,
} from '../parties/index.ts'
import { agendaOf, type OwedPromise } from './owed-promises.rules.ts'
import { loadPostWork, type PostWork } from './post-work.ts'

type SentInvitation = Awaited<ReturnType<typeof listInvitationsBy>>[number]

/** Everything that is under way in a post when it changes hands, and what was said of it. */
export interface HandoverList extends Pick<PostWork, 'reservations' | 'anchoring' | 'questions'> {
  readonly urgent: readonly OwedPromise[]
  readonly upcoming: readonly OwedPromise[]
  readonly drafts: readonly BegunDraft[]
  readonly proposals: readonly BegunProposal[]
  readonly invitations: readonly SentInvitation[]
  readonly notes: readonly HandoverNote[]
}

/** So many days ahead are handed over one by one; what comes later is on the post's own page. */
const horizonDays = 90

/** Lists it as the actor may see it; what the leaver began is found by who they are. */
export const loadHandover = async (
  tx: ReadTx,
  { leaver }: Pick<Handover, 'leaver'>,
  { post, day }: { readonly post: PostChoice; readonly day: Day },
): Promise<HandoverList> => {
  const { promises, reservations, anchoring, questions } = await loadPostWork(tx, post, day)
  const ours = promises.filter(({ share }) => share === 'ours')
  const { urgent, upcoming } = agendaOf(ours, day, horizonDays)
  return {
    urgent,
    upcoming,
    reservations,
    anchoring,
    questions,
    drafts: await listDraftsBegunBy(tx, leaver.personId),
    proposals: await listProposalsBegunBy(tx, leaver.personId),
    invitations: await listInvitationsBy(tx, leaver.personId),
    notes: await listHandoverNotes(tx, leaver.holderId),
  }
}
