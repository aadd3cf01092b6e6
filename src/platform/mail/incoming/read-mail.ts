import PostalMime, { type Email } from 'postal-mime'
import { textOfHtml } from '../../icalendar/reading/plain-text.ts'
import { isMailAddress } from '../mail-address.ts'
import { readBounce } from './bounce.ts'
import { findCalendar } from './find-calendar.ts'
import type { IncomingMail, UnreadMail } from './incoming-mail.ts'
import { mimeLimits } from './mime-limits.ts'

/** The largest mail that is taken. */
export const mostMailBytes = 10 * 1024 * 1024

const most = { text: 20_000, subject: 300, name: 120, addresses: 100, answers: 20 }

/**
 * Reads a mail as it came over the wire: who it is from, what it says, and the calendar message wherever it stands, also in a mail that
 * was forwarded with it. Files are looked through for that and go no further.
 */
export const readMail = async (raw: Uint8Array): Promise<IncomingMail | { readonly unread: UnreadMail }> => {
  if (raw.length > mostMailBytes) return { unread: 'too_large' }
  const parsed = await parse(raw)
  if (parsed === null || parsed.headers.length === 0) return { unread: 'broken' }
  const text = textOf(parsed)
  return {
    messageId: messageIds(parsed.messageId)[0] ?? null,
    from: senderOf(parsed),
    to: receiversOf(parsed),
    subject: (parsed.subject ?? '')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, most.subject),
    text,
    answers: [...messageIds(parsed.inReplyTo), ...messageIds(parsed.references).toReversed()].slice(0, most.answers),
    isAutomatic: isAutomatic(parsed),
    calendar: await findCalendar(parsed, text),
    bounce: await readBounce(parsed),
  }
}

const parse = async (raw: Uint8Array): Promise<Email | null> => {
  try {
    return await PostalMime.parse(raw, mimeLimits)
  } catch {
    // What nests too deep or begins with too much is no mail that anybody wrote.
    return null
  }
}

const textOf = ({ text, html }: Email): string => {
  const plain = (text ?? '').trim()
  const said = plain === '' && html !== undefined ? textOfHtml(html) : plain
  return said
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .slice(0, most.text)
}

const senderOf = ({ from, replyTo, sender }: Email): IncomingMail['from'] => {
  for (const one of [from, sender, replyTo?.[0]]) {
    const mailbox = one?.group === undefined ? one : one.group[0]
    const address = mailbox?.address?.trim().toLowerCase() ?? ''
    if (isMailAddress(address)) return { address, name: (mailbox?.name ?? '').trim().slice(0, most.name) }
  }
  return null
}

/** Headers that servers note the receiver in, beside those the sender wrote. */
const receiverHeaders = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
  'apparently-to',
]

const receiversOf = ({ to = [], cc = [], headers }: Email): string[] => {
  const told = [...to, ...cc].flatMap((one) => (one.group ?? [one]).map(({ address }) => address))
  const noted = headers.filter(({ key }) => receiverHeaders.includes(key)).map(({ value }) => value)
  const addresses = [...noted, ...told].map((address) =>
    address
      .trim()
      .replace(/^<(.*)>$/, '$1')
      .toLowerCase(),
  )
  return [...new Set(addresses.filter(isMailAddress))].slice(0, most.addresses)
}

const messageIds = (value: string | undefined): string[] => value?.match(/<[^<>\s]{1,400}>/g) ?? []

/** Source: RFC 3834, and what Exchange and old programs write instead. */
const isAutomatic = ({ headers, subject = '' }: Email): boolean => {
  const value = (name: string): string =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? ''
  return (
    !['', 'no'].includes(value('auto-submitted')) ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(value('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'list-id', 'x-auto-reply-from'].some((name) => value(name) !== '') ||
    value('return-path') === '<>' ||
    /^(?:automatisk svar|autosvar|automatic reply|out of office|ikke til stede|auto(?:matic)?[- ]?repl)/i.test(
      subject.trim(),
    )
  )
}
