import { leaveTrace, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import type { Clock } from '../../../platform/clock.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, plainMail } from '../../../platform/mail/write-mail.tsx'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, endSignInLinks, requirePermission } from '../../access/index.ts'
import { findPersonMail, setPersonMail } from '../../parties/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import type { MailChoice } from './mail-choice.ts'
import { saveMailChoice } from './reminder.queries.ts'
import { reminderTexts } from './reminder.texts.ts'
import { queueWeeklyMail, unqueueWeeklyMail } from './weekly-mail.ts'

/**
 * Chooses the mails a person gets, and where; the weekly one is queued or taken back. A change of address is told to the old one, and
 * ends the links to sign in that went there. Throws Refused('mail_address_wrong').
 */
export const chooseMails = (platform: Platform, actor: Actor, choice: MailChoice, address: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { personId } = actor
    if (personId === null) throw new Refused('sign_in_first')
    requirePermission(actor, commitmentPolicy.chooseMails, new Set(['self']))
    if (address !== '' && !isMailAddress(address)) throw new Refused('mail_address_wrong')
    const before = await findPersonMail(tx, personId)
    await setPersonMail(tx, personId, address === '' ? null : address)
    await saveMailChoice(tx, personId, choice, platform.clock.now())
    leaveTrace(tx, { verb: 'mail_choice.made', thing: 'mail_choice', about: personId })
    await (choice.wantsWeekly ? queueWeeklyMail(tx, platform.clock, personId) : unqueueWeeklyMail(tx, personId))
    if (before?.email && before.email.toLowerCase() !== address.toLowerCase()) {
      const moved = { personId, name: before.name, from: before.email, language: choice.language }
      await leaveAddress(tx, platform.clock, moved)
    }
  })

interface MovedMail {
  readonly personId: string
  readonly name: string
  readonly from: string
  readonly language: Language
}

const leaveAddress = async (tx: WriteTx, clock: Clock, { personId, name, from, language }: MovedMail) => {
  leaveTrace(tx, { verb: 'mail_address.changed', thing: 'person', ref: personId, about: personId })
  await endSignInLinks(tx, personId, clock.now())
  const words = pick(reminderTexts, language)
  const mail = {
    language,
    hello: words.hello(name),
    intro: words.movedIntro,
    parts: [],
    links: [],
    why: words.whyMoved,
    ways: [],
  }
  await queueMail(tx, clock, {
    personId,
    address: from,
    subject: words.movedSubject,
    plain: plainMail(mail),
    html: await htmlMail(mail),
    stopUrl: null,
    onceKey: `mail_address ${personId} ${clock.now().toString()}`,
  })
}
