import { sql } from 'kysely'
import { type ReadTx, readDaySpan, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import type { Invitation, OpenedInvitation } from './invitation.ts'
import { organisationNameOn } from './name-on.queries.ts'
import { postWords } from './party.ts'

const columns = [
  'invitation_id as invitationId',
  'person_id as personId',
  'post_id as postId',
  'holder_id as holderId',
  'made_holder as madeHolder',
  'replaced_holder_id as replacedHolderId',
  'email',
  'invited_at as invitedAt',
  'ends_at as endsAt',
  'accepted_at as acceptedAt',
  'withdrawn_at as withdrawnAt',
] as const

interface NewInvitation extends Omit<Invitation, 'acceptedAt' | 'withdrawnAt'> {
  readonly tokenHash: Buffer
  readonly invitedBy: string
}

export const insertInvitation = (tx: WriteTx, invitation: NewInvitation) =>
  tx
    .insertInto('invitation')
    .values({
      invitation_id: invitation.invitationId,
      token_hash: invitation.tokenHash,
      person_id: invitation.personId,
      post_id: invitation.postId,
      holder_id: invitation.holderId,
      made_holder: invitation.madeHolder,
      replaced_holder_id: invitation.replacedHolderId,
      email: invitation.email,
      invited_by: invitation.invitedBy,
      invited_at: invitation.invitedAt,
      ends_at: invitation.endsAt,
    })
    .execute()

export const findInvitation = (tx: ReadTx, invitationId: string): Promise<Invitation | undefined> =>
  tx.selectFrom('invitation').select(columns).where('invitation_id', '=', invitationId).executeTakeFirst()

/** The last invitation of a holder; undefined where they came without one. */
export const findInvitationOf = (tx: ReadTx, holderId: string): Promise<Invitation | undefined> =>
  tx
    .selectFrom('invitation')
    .select(columns)
    .where('holder_id', '=', holderId)
    .orderBy('invited_at', 'desc')
    .orderBy('invitation_id', 'desc')
    .executeTakeFirst()

/** The invitation whose link has this hash, with what it tells in the names of the day. Throws Refused('invitation_not_found'). */
export const getInvitationByHash = async (tx: ReadTx, tokenHash: Buffer, day: Day): Promise<OpenedInvitation> => {
  const found = await tx
    .selectFrom('invitation')
    .innerJoin('person', 'person.person_id', 'invitation.person_id')
    .innerJoin('post', 'post.post_id', 'invitation.post_id')
    .innerJoin('organisation', 'organisation.organisation_id', 'post.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .leftJoin('holder', 'holder.holder_id', 'invitation.holder_id')
    .select([
      'invitation.invitation_id as invitationId',
      'invitation.person_id as personId',
      'invitation.post_id as postId',
      'invitation.holder_id as holderId',
      'invitation.made_holder as madeHolder',
      'invitation.replaced_holder_id as replacedHolderId',
      'invitation.email as email',
      'invitation.invited_at as invitedAt',
      'invitation.ends_at as endsAt',
      'invitation.accepted_at as acceptedAt',
      'invitation.withdrawn_at as withdrawnAt',
      'person.name as name',
      'post.title as title',
      organisationNameOn(day).as('organisation'),
      'plan.name as plan',
      sql<string | null>`holder.holder_during::text`.as('during'),
    ])
    .where('invitation.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (found === undefined) throw new Refused('invitation_not_found')
  const { during, title, organisation, plan, ...invitation } = found
  const span = during === null ? { from: null, to: null } : readDaySpan(during)
  const until = span.to?.add({ days: 1 }) ?? null
  return { ...invitation, post: postWords({ title, organisation, plan }), from: span.from, until }
}

/** Notes that an invitation is accepted, unless it was used or withdrawn at the same moment. Throws Refused('invitation_accepted'). */
export const markInvitationAccepted = async (tx: WriteTx, invitationId: string, at: Temporal.Instant) => {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ accepted_at: at })
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Refused('invitation_accepted')
}

/** Gives a waiting invitation a new link, and with it new time; the old one opens nothing any more. */
export const renewInvitation = (
  tx: WriteTx,
  invitationId: string,
  link: { tokenHash: Buffer; endsAt: Temporal.Instant },
) =>
  tx
    .updateTable('invitation')
    .set({ token_hash: link.tokenHash, ends_at: link.endsAt })
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()

/** Withdraws what waits for an answer from a holder. */
export const withdrawInvitations = (tx: WriteTx, holderId: string, at: Temporal.Instant) =>
  tx
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('holder_id', '=', holderId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
