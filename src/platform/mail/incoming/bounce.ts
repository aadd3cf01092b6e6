import PostalMime, { type Email } from 'postal-mime'
import { isMailAddress } from '../mail-address.ts'
import { bytesOf } from './find-calendar.ts'
import { mimeLimits } from './mime-limits.ts'
import type { Bounce } from './incoming-mail.ts'

const textOfPart = (mail: Email, kinds: readonly string[]): string | null => {
  const part = mail.attachments.find(({ mimeType }) => kinds.includes(mimeType))
  return part === undefined ? null : Buffer.from(bytesOf(part).subarray(0, 64_000)).toString('utf8')
}

const field = (text: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(text.replaceAll(/\r?\n[ \t]+/g, ' '))?.[1]?.trim() ?? null

/**
 * Reads a report that a mail did not come through; null where a mail is none. Exim says so in a header alone. What is relayed or
 * delivered, and that somebody has read a mail, is none.
 */
export const readBounce = async (mail: Email): Promise<Bounce | null> => {
  const report = textOfPart(mail, ['message/delivery-status', 'message/global-delivery-status'])
  const failed = mail.headers.find(({ key }) => key === 'x-failed-recipients')?.value
  if (report === null && failed === undefined) return null
  const action = field(report ?? '', 'Action')?.toLowerCase() ?? 'failed'
  if (!['failed', 'delayed'].includes(action)) return null
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field(report ?? '', 'Status') ?? '')?.[0] ?? null
  return {
    messageId: await failedMessage(mail, report),
    address: receiver(
      field(report ?? '', 'Original-Recipient') ?? field(report ?? '', 'Final-Recipient') ?? failed ?? '',
    ),
    isForGood: action === 'failed' && status?.startsWith('4') !== true,
    status,
  }
}

/** `rfc822; person@example.dk`. */
const receiver = (value: string): string | null => {
  const address =
    (value.split(';').at(-1) ?? '')
      .split(',')[0]
      ?.trim()
      .replace(/^<(.*)>$/, '$1')
      .toLowerCase() ?? ''
  return isMailAddress(address) ? address : null
}

/** The mail itself or its head comes along with the report; some only name it. */
const failedMessage = async (mail: Email, report: string | null): Promise<string | null> => {
  const head = textOfPart(mail, ['text/rfc822-headers', 'message/rfc822-headers', 'message/rfc822', 'message/global'])
  const named = head === null ? null : (await PostalMime.parse(head, mimeLimits).catch(() => null))?.messageId
  const told = named ?? field(report ?? '', 'X-Original-Message-ID') ?? mail.inReplyTo ?? mail.references ?? ''
  return /<[^<>\s]{1,400}>/.exec(told)?.[0] ?? null
}
