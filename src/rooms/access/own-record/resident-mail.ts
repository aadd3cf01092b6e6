import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import type { MailToQueue } from '../../../platform/mail/mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import { residentMailTexts } from './resident-mail.texts.ts'

type Written = Pick<MailToQueue, 'subject' | 'plain' | 'html'>

/** The mail whose link opens what is kept. */
export const openRecordMail = ({ url, language }: { url: string; language: Language }): Promise<Written> => {
  const words = pick(residentMailTexts, language)
  return write(words.openSubject, {
    language,
    hello: words.hello,
    intro: words.openBefore,
    parts: [],
    links: [{ words: words.openLink, url }],
    why: words.openAfter,
    ways: [],
  })
}

/** The mail whose link asks for a consent. It names nobody: a mail is read by whoever opens it. */
export const answerConsentMail = (asked: { url: string; language: Language; lastDay: Day }): Promise<Written> => {
  const words = pick(residentMailTexts, asked.language)
  return write(words.answerSubject, {
    language: asked.language,
    hello: words.hello,
    intro: words.answerBefore,
    parts: [],
    links: [{ words: words.answerLink, url: asked.url }],
    why: words.answerAfter(formatDay(asked.lastDay, asked.language)),
    ways: [],
  })
}

const write = async (subject: string, words: MailWords): Promise<Written> => ({
  subject,
  plain: plainMail(words),
  html: await htmlMail(words),
})
