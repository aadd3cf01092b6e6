import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { setPersonMail } from '../../parties/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import type { MailChoice } from './mail-choice.ts'
import { saveMailChoice } from './reminder.queries.ts'
import { queueWeeklyMail, unqueueWeeklyMail } from './weekly-mail.ts'

/** Chooses the mails a person gets, and where; the weekly one is queued or taken back. Throws Refused('mail_address_wrong'). */
export const chooseMails = (platform: Platform, actor: Actor, choice: MailChoice, address: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { personId } = actor
    if (personId === null) throw new Refused('sign_in_first')
    requirePermission(actor, commitmentPolicy.chooseMails, new Set(['self']))
    if (address !== '' && !isMailAddress(address)) throw new Refused('mail_address_wrong')
    await setPersonMail(tx, personId, address === '' ? null : address)
    await saveMailChoice(tx, personId, choice, platform.clock.now())
    leaveTrace(tx, { verb: 'mail_choice.made', thing: 'mail_choice', about: personId })
    await (choice.wantsWeekly ? queueWeeklyMail(tx, platform.clock, personId) : unqueueWeeklyMail(tx, personId))
  })

const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u.test(text)
