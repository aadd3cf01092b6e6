import type { Config } from '../config.ts'
import type { Mail } from './mail.ts'

/** Hands mails to a mail server. */
export interface PostOffice {
  send(mail: Mail): Promise<void>
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
        from: config.mailFrom,
        to: mail.address,
        subject: mail.subject,
        text: mail.plain,
        html: mail.html,
        messageId: `<${mail.mailId}@${domain}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
        headers: stopHeaders(mail),
      })
    },
    close: () => transport.close(),
  }
}

// RFC 8058: mail programs offer to stop at one click, which they send as a form.
const stopHeaders = ({ stopUrl }: Mail): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(stopUrl === null
    ? {}
    : { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
})
