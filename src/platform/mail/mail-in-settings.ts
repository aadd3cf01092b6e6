import { Fault } from '../fault.ts'
import { isMailAddress } from './mail-address.ts'

/** The settings of mail that comes in. */
export interface MailInSettings {
  /** Where answers to mails go, each to an address of its own (`svar+token@…`); null = none are taken. */
  readonly replyMailbox: string | null
  /** The mailbox that mails come into, `imaps://user:password@host/INBOX`; null = none is looked into. */
  readonly imapUrl: string | null
  /** The secret that mails handed in at `/post/ind` are signed with; null = the door is not there. */
  readonly mailWebhookSecret: string | null
}

/** Reads them. `host` is that of the address people use. Throws Fault naming the setting that cannot be used. */
export const readMailInSettings = (environment: NodeJS.ProcessEnv, host: string): MailInSettings => {
  const given = (name: string): string | null => environment[name] || null
  const imapUrl = readImapUrl(given('IMAP_URL'))
  const mailWebhookSecret = readSecret(given('MAIL_WEBHOOK_SECRET'))
  const hasDoor = imapUrl !== null || mailWebhookSecret !== null
  const named = given('MAIL_REPLY_TO')
  return {
    imapUrl,
    mailWebhookSecret,
    replyMailbox: named === null ? (hasDoor ? `svar@${host}` : null) : readMailbox(named),
  }
}

const readImapUrl = (text: string | null): string | null => {
  if (text === null) return null
  const url = URL.parse(text)
  if (url !== null && ['imap:', 'imaps:'].includes(url.protocol) && url.hostname !== '' && url.username !== '')
    return text
  throw new Fault('IMAP_URL must look like imaps://user:password@host/INBOX.')
}

const readSecret = (text: string | null): string | null => {
  if (text === null || text.length >= 32) return text
  throw new Fault('MAIL_WEBHOOK_SECRET must be at least 32 letters.')
}

/** An address may be 64 letters before the @, and a token takes 27. */
const readMailbox = (text: string): string => {
  if (isMailAddress(text) && text.lastIndexOf('@') <= 37) return text.toLowerCase()
  throw new Fault(
    `MAIL_REPLY_TO must be an address such as svar@example.dk, at most 37 letters before the @, not "${text}".`,
  )
}
