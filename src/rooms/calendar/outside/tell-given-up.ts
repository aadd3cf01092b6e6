import type { WriteTx } from '../../../platform/database/index.ts'
import { pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import { findId } from '../../../platform/id.ts'
import { findPersonMail } from '../../parties/index.ts'
import type { FollowedCalendar } from './outside-calendar.ts'
import { outsideTexts } from './outside.texts.ts'

/** Tells whoever added a calendar, by mail, that it has not answered for a month and is followed no longer. */
export const tellGivenUp = async (tx: WriteTx, platform: Platform, calendar: FollowedCalendar): Promise<void> => {
  const personId = findId(calendar.addedBy)
  const person = personId && (await findPersonMail(tx, personId))
  if (personId === undefined || person === undefined || person.email === null) return
  const { mail } = pick(outsideTexts, 'da')
  const words: MailWords = {
    language: 'da',
    hello: mail.hello(person.name),
    intro: mail.intro(calendar.name),
    parts: [],
    links: [{ words: mail.link, url: `${platform.config.baseUrl}/kalender/foelg/${calendar.outsideCalendarId}` }],
    why: mail.why,
    ways: [],
  }
  await queueMail(tx, platform.clock, {
    personId,
    address: person.email,
    subject: mail.subject(calendar.name),
    plain: plainMail(words),
    html: await htmlMail(words),
    stopUrl: null,
    onceKey: `calendar given up ${calendar.outsideCalendarId} ${calendar.fault?.since.toString() ?? ''}`,
  })
}
