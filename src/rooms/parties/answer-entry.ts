import { leaveTrace, readAs, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import { isMailAddress } from '../../platform/mail/mail-address.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission, visitor } from '../access/index.ts'
import type { ContactAnswer, ContactEntry } from './contact-entry.ts'
import * as entries from './contact-entry.queries.ts'
import { hashOfToken } from './invitation-link.ts'
import { partyPolicy } from './party.policy.ts'
import { phoneTyped } from './phone.rules.ts'

/** Finds links by their hash and sees nothing else. */
const contactDoor = { personId: 'contact-door' }

/**
 * Whom a link in a mail asks, who acts by it on their own entries alone. Looking it up changes nothing. Throws
 * Refused('confirmation_not_found') and Refused('confirmation_expired').
 */
export const openConfirmation = async (platform: Platform, asker: Actor, token: string): Promise<Actor> => {
  const link = await readAs(platform, contactDoor, (tx) => entries.getConfirmationLink(tx, hashOfToken(token)))
  if (Temporal.Instant.compare(platform.clock.now(), link.endsAt) >= 0) throw new Refused('confirmation_expired')
  const { requestId = null } = asker
  return { ...visitor, personId: link.personId, day: today(platform.clock), requestId }
}

/** What stands about the one who acts, in each post they hold today. */
export const listOwnEntries = (platform: Platform, actor: Actor): Promise<ContactEntry[]> => {
  requirePermission(actor, partyPolicy.confirmEntry, own(actor))
  return readAs(platform, actor, (tx) => entries.listEntriesOf(tx, actor.personId ?? '', today(platform.clock)))
}

const own = ({ personId }: Actor) => new Set(personId === null ? [] : (['self'] as const))

interface Given {
  readonly holderId: string
  readonly answer: ContactAnswer
  readonly by: 'link' | 'page'
}

/**
 * Takes what a person says of their own entry. A phone number is theirs to change; that they left, and where their mail goes, which signs in,
 * waits for the lead. Throws Refused('holder_not_found'), 'phone_wrong' and 'mail_address_wrong'.
 */
export const answerEntry = (platform: Platform, actor: Actor, { holderId, answer, by }: Given): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.confirmEntry, own(actor))
    const known = await entries.listEntriesOf(tx, actor.personId ?? '', today(platform.clock))
    const entry = known.find((one) => one.holderId === holderId)
    if (entry === undefined) throw new Refused('holder_not_found')
    const { verb, facts } = await takeAnswer(tx, entry, answer, platform.clock.now())
    const told = { ...facts, by_link: by === 'link' }
    leaveTrace(tx, { verb, thing: 'holder', ref: holderId, about: entry.personId, facts: told })
  })

/** Says that one's own entry is right in every post one holds today. */
export const confirmEntries = (platform: Platform, actor: Actor): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.confirmEntry, own(actor))
    const personId = actor.personId ?? ''
    const known = await entries.listEntriesOf(tx, personId, today(platform.clock))
    for (const entry of known) await takeAnswer(tx, entry, { kind: 'right' }, platform.clock.now())
    const facts = { posts: known.length }
    leaveTrace(tx, { verb: 'holder.entry_confirmed', thing: 'person', ref: personId, about: personId, facts })
  })

const takeAnswer = async (tx: WriteTx, entry: ContactEntry, answer: ContactAnswer, at: Temporal.Instant) => {
  const { holderId, personId } = entry
  if (answer.kind === 'gone') {
    await entries.insertAnswer(tx, { holderId, isGone: true, email: null, at })
    return { verb: 'contact.left', facts: {} }
  }
  if (answer.kind === 'right') {
    await entries.settleAnswersAbout(tx, holderId, at)
    await entries.insertConfirmation(tx, holderId, at, personId)
    return { verb: 'contact.confirmed', facts: {} }
  }
  const phone = phoneTyped(answer.phone)
  const email = answer.email.trim()
  if (email !== '' && !isMailAddress(email)) throw new Refused('mail_address_wrong')
  const isNewMail = email !== '' && email.toLowerCase() !== entry.email?.toLowerCase()
  if (phone !== entry.phone) await entries.setPersonPhone(tx, personId, phone)
  if (isNewMail) await entries.insertAnswer(tx, { holderId, isGone: false, email, at })
  await entries.insertConfirmation(tx, holderId, at, personId)
  return { verb: 'contact.corrected', facts: { phone: phone !== entry.phone, mail: isNewMail } }
}
