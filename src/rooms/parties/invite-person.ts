import { leaveTrace, type ReadTx, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Language } from '../../platform/language.ts'
import { isMailAddress } from '../../platform/mail/mail-address.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, isPermitted, requirePermission } from '../access/index.ts'
import * as holders from './holder.queries.ts'
import type { Invitation, InvitationForm, SentInvitation } from './invitation.ts'
import { hashOfToken, newLinkToken } from './invitation-link.ts'
import { findInvitation, findInvitationOf, insertInvitation, withdrawInvitations } from './invitation.queries.ts'
import { choosePerson, findSeat, linkLasts } from './invitation.rules.ts'
import { leavePost } from './leave-post.ts'
import { mailInvitation } from './mail-invitation.tsx'
import type { Duty } from './party.ts'
import { partyPolicy } from './party.policy.ts'
import * as parties from './party.queries.ts'

/**
 * Invites a person to a post from a day and mails them the link; without a mail server the link is only answered. The person holds the post
 * from the day, whether or not they have said yes. A person known by the mail address is not doubled, nor is a form sent twice; a link that
 * waited for them opens nothing any more. Throws Refused:
 * 'mail_address_wrong', 'same_person_asked', 'post_held', 'post_held_later',
 * 'invited_already', 'replaces_self_today'.
 */
export const invitePerson = (
  platform: Platform,
  actor: Actor,
  form: InvitationForm,
  language: Language,
): Promise<SentInvitation> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.invite)
    await holders.lockHolders(tx)
    return inviteWithin(tx, { platform, actor, language }, form)
  })

/** Who invites, in which language. */
interface Inviter {
  readonly platform: Platform
  readonly actor: Actor
  readonly language: Language
}

/** Invites in a transaction that has seen that the actor may and keeps others waiting (`lockHolders`). Throws as `invitePerson`. */
export const inviteWithin = async (tx: WriteTx, inviter: Inviter, form: InvitationForm): Promise<SentInvitation> => {
  const { platform, actor, language } = inviter
  if (!isMailAddress(form.email)) throw new Refused('mail_address_wrong')
  const sent = await findInvitation(tx, form.invitationId)
  const facts = { from: form.from.toString(), isAgain: sent !== undefined }
  const told = { verb: 'holder.invited', thing: 'invitation', ref: form.invitationId, facts }
  if (sent !== undefined) {
    leaveTrace(tx, { ...told, about: sent.personId })
    return { invitationId: sent.invitationId, holderId: sent.holderId, token: null }
  }
  const personId = await findOrAddPerson(tx, form)
  leaveTrace(tx, { ...told, about: personId })
  const postId = 'postId' in form.post ? form.post.postId : await addPost(tx, form.post)
  const seated = await seat(tx, platform, { ...form, personId, postId, actor })
  if (form.duty !== null) await giveDutyToo(tx, actor, { personId, postId, duty: form.duty })
  const token = newLinkToken()
  const invitedAt = platform.clock.now()
  const { invitationId, email } = form
  const tokenHash = hashOfToken(token)
  const invitedBy = actor.personId ?? ''
  const endsAt = invitedAt.add(linkLasts)
  const ids = { invitationId, personId, postId, ...seated }
  await insertInvitation(tx, { ...ids, tokenHash, email, invitedBy, invitedAt, endsAt })
  const holder = await holders.getHolder(tx, seated.holderId)
  await mailInvitation(tx, platform, { holder, email, token, endsAt, invitedBy: actor.name, language })
  return { invitationId, holderId: seated.holderId, token }
}

/** Whom the form names: somebody known, or null = somebody new. Throws Refused('same_person_asked'). */
export const findPersonMeant = async (
  tx: ReadTx,
  form: Pick<InvitationForm, 'name' | 'email' | 'samePerson'>,
): Promise<string | null> => {
  const known = await parties.findPersonByMail(tx, form.email)
  return known?.personId ?? choosePerson(form, await parties.listNamesakes(tx, form.name))
}

const findOrAddPerson = async (tx: WriteTx, form: InvitationForm): Promise<string> => {
  const meant = await findPersonMeant(tx, form)
  if (meant === null) return parties.insertPerson(tx, { name: form.name, email: form.email })
  if ((await parties.findPersonMail(tx, meant))?.email === null) await parties.setPersonMail(tx, meant, form.email)
  return meant
}

const giveDutyToo = async (
  tx: WriteTx,
  actor: Actor,
  { personId, postId, duty }: { personId: string; postId: string; duty: Duty },
): Promise<void> => {
  requirePermission(actor, partyPolicy.giveDuty)
  await parties.giveDuty(tx, postId, duty)
  leaveTrace(tx, { verb: 'duty.given', thing: 'post', ref: postId, about: personId, facts: { duty } })
}

const addPost = async (tx: WriteTx, post: Exclude<InvitationForm['post'], { postId: string }>): Promise<string> => {
  const organisationId = await parties.ensureOrganisation(tx, post.organisation, post.kind, false)
  const planId = post.plan === null ? null : await parties.ensurePlan(tx, post.plan, false)
  return parties.ensurePost(tx, post, { organisationId, planId, isSample: false })
}

/** Sees to it that the person holds the post from the day on. Throws Refused where another does. */
const seat = async (
  tx: WriteTx,
  platform: Platform,
  form: InvitationForm & { personId: string; postId: string; actor: Actor },
): Promise<Pick<Invitation, 'madeHolder' | 'replacedHolderId'> & { holderId: string }> => {
  const { postId, personId, actor, from, until = null } = form
  const found = findSeat(await holders.listHoldersOfPost(tx, postId, { from, until }), personId, form)
  if (found.kind === 'held_by_them') {
    const { holderId, name } = found.holder
    const before = await findInvitationOf(tx, holderId)
    const hasAccepted = before !== undefined && before.acceptedAt !== null
    if (hasAccepted && !isPermitted(actor, partyPolicy.inviteAgain)) throw new Refused('invited_already', { who: name })
    const waits = before !== undefined && before.acceptedAt === null && before.withdrawnAt === null
    if (!waits) return { holderId, madeHolder: false, replacedHolderId: null }
    await withdrawInvitations(tx, holderId, platform.clock.now())
    return { holderId, madeHolder: before.madeHolder, replacedHolderId: before.replacedHolderId }
  }
  const take = () => parties.insertHolder(tx, { postId, personId, from, until, provisional: false })
  if (found.kind === 'free') return { holderId: await take(), madeHolder: true, replacedHolderId: null }
  const { holder } = found
  // Nobody who has just left may give the post on.
  const isOwn = holder.personId === actor.personId && Temporal.PlainDate.compare(from, today(platform.clock)) <= 0
  if (isOwn) throw new Refused('replaces_self_today')
  const facts = { until: from.toString(), sessions: await leavePost(tx, platform, holder, from) }
  leaveTrace(tx, { verb: 'holder.ended', thing: 'holder', ref: holder.holderId, about: holder.personId, facts })
  return { holderId: await take(), madeHolder: true, replacedHolderId: holder.holderId }
}
