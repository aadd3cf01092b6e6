import type { Config } from '../config.ts'
import type { Mail, MailToSend } from './mail.ts'

/** Hands mails to a mail server. */
export interface PostOffice {
  send(mail: MailToSend): Promise<void>
  close(): void
}

/** The mail server of the settings; null where none is set, and mails are only kept. */
export const openPostOffice = async (config: Config): Promise<PostOffice | null> => {
  if (config.smtpUrl === null) return null
  // Loaded here, because a Brobyg without a mail server needs none of it.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ url: config.smtpUrl, connectionTimeout: 20_000, socketTimeout: 60_000 })
  const domain = new URL(config.baseUrl).hostname
  return {
    send: async (mail) => {
      await transport.sendMail({
        ...senderOf(mail, config.mailFrom),
        to: mail.address,
        subject: mail.subject,
        text: mail.plain,
        html: mail.html,
        messageId: `<${mail.mailId}@${domain}>`,
        ...(mail.follows === null ? {} : threadOf(`<${mail.follows}@${domain}>`)),
        ...calendarOf(mail),
        attachments: mail.files.map(({ name, contentType, content }) => ({
          filename: name,
          contentType,
          content: Buffer.from(content),
        })),
        disableFileAccess: true,
        disableUrlAccess: true,
        headers: stopHeaders(mail),
      })
    },
    close: () => transport.close(),
  }
}

/**
 * Calendar programs trust an invitation that is from its organizer, which is the address answers go to; so is what a mail that comes
 * back is sent to.
 */
const senderOf = ({ answerTo, address }: MailToSend, mailFrom: string) =>
  answerTo === null
    ? { from: mailFrom }
    : {
        from: { name: answerTo.name ?? displayName(mailFrom), address: answerTo.address },
        replyTo: answerTo.address,
        envelope: { from: answerTo.address, to: address },
      }

const displayName = (from: string): string => /^([^<]+) </.exec(from)?.[1]?.trim() ?? ''

const threadOf = (first: string) => ({ inReplyTo: first, references: [first] })

/** Both as another form of the words, which Outlook, Gmail and Apple read, and as a file, which others open. */
const calendarOf = ({ calendar }: MailToSend) =>
  calendar === null ? {} : { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.content } }

// RFC 8058: mail programs offer to stop at one click, which they send as a form.
const stopHeaders = ({ stopUrl }: Mail): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(stopUrl === null
    ? {}
    : { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
})
