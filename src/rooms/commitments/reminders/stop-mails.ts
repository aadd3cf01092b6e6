import { keepHouse, leaveTrace } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findPersonMail } from '../../parties/index.ts'
import { usualMailChoice } from './mail-choice.ts'
import { findMailChoice, saveMailChoice } from './reminder.queries.ts'
import type { MailKind } from './stop-link.ts'
import { unqueueWeeklyMail } from './weekly-mail.ts'

/** Stops the mails of a kind to a person, whom a signed address names; nobody needs to be signed in. */
export const stopMails = (
  platform: Platform,
  { personId, kind }: { personId: string; kind: MailKind },
): Promise<void> =>
  keepHouse(platform, { personId }, async (tx) => {
    if ((await findPersonMail(tx, personId)) === undefined) return
    const choice = (await findMailChoice(tx, personId)) ?? usualMailChoice
    const changed = kind === 'weekly' ? { ...choice, wantsWeekly: false } : { ...choice, wantsWarnings: false }
    await saveMailChoice(tx, personId, changed, platform.clock.now())
    leaveTrace(tx, { verb: 'mail_choice.stopped_by_link', thing: 'mail_choice', about: personId, facts: { kind } })
    if (kind === 'weekly') await unqueueWeeklyMail(tx, personId)
  })
