import { createHash } from 'node:crypto'
import { type DatabaseActor, leaveTrace, readAs, type ReadTx, writeAs, type WriteTx } from '../../database/index.ts'
import { decodeCalendar } from '../../icalendar/reading/decode-calendar.ts'
import type { Platform } from '../../platform.ts'
import { getSigningKey } from '../../signing-key.queries.ts'
import { findMailByToken, findSentMail, markMailFailed, type SentMail } from '../mail.queries.ts'
import { findReplyTokens, findTokenOwner } from '../reply-address.ts'
import type { Bounce, IncomingMail } from './incoming-mail.ts'
import { findDelivered, insertIncomingMail, setOutcome } from './incoming-mail.queries.ts'
import { readMailApart } from './read-mail-apart.ts'

/** What came of a mail: a code, and the UID of what it turned out to be about. */
export interface Outcome {
  readonly code: string
  readonly aboutUid: string | null
}

/** A mail that answers one of ours, or holds a calendar message. */
export interface IncomingScheduling {
  readonly mail: IncomingMail
  readonly receivedAt: Temporal.Instant
  /** The mail of ours it answers, as the address it came to or what it quotes tells; null = not known. */
  readonly about: SentMail | null
  /** Whether it came to a signed address at all. */
  readonly hasToken: boolean
  /** Which of these addresses the signed address was made for, of what has this UID; null = none. */
  tokenOf(uid: string, addresses: readonly string[]): string | null
}

/** What is done with mails that come in; the application hands it in. */
export interface IncomingHandlers {
  /** Settles a mail in the transaction that takes it: all of it happens, or the mail is tried again. */
  readonly scheduling: (tx: WriteTx, incoming: IncomingScheduling) => Promise<Outcome>
  /** Whether a text may be kept; what may not is left out. */
  readonly mayKeep: (text: string) => boolean
}

/** How a mail came. */
export interface Delivery {
  /** What the sender calls this delivery, where it does. */
  readonly onceKey?: string
  /** Only its head is here: the rest was too large to fetch. */
  readonly isCut?: boolean
}

/** `taken` now, `known` already, or another mail than came under the same key. */
export type Taken = 'taken' | 'known' | 'other'

const program: DatabaseActor = { personId: 'system' }

class Known extends Error {}

/**
 * Takes a mail: what it is, whom it answers and what comes of it, in one transaction with the row that says it was taken. Killed in the
 * middle it was not, and comes again; one that comes again is taken once.
 */
export const takeIncomingMail = async (
  platform: Platform,
  raw: Uint8Array,
  handlers: IncomingHandlers,
  delivery: Delivery = {},
): Promise<Taken> => {
  const read = await readMailApart(raw)
  const mail = 'unread' in read ? null : read
  const hash = hashOf(raw, mail)
  const { onceKey } = delivery
  const before = onceKey === undefined ? undefined : await readAs(platform, program, (tx) => findDelivered(tx, onceKey))
  if (before !== undefined) return before.equals(hash) ? 'known' : 'other'
  const code = 'unread' in read ? read.unread : delivery.isCut === true ? 'too_large' : null
  const key = await getSigningKey(platform)
  try {
    await writeAs(platform, program, (tx) =>
      take(tx, { platform, mail, hash, code, key, handlers, onceKey: onceKey ?? null }),
    )
  } catch (error) {
    if (error instanceof Known) return 'known'
    throw error
  }
  return 'taken'
}

/** A Message-ID is the sender's own: two senders may use the same. */
const hashOf = (raw: Uint8Array, mail: IncomingMail | null): Buffer => {
  const hash = createHash('sha256')
  if (mail === null || mail.messageId === null) return hash.update(raw).digest()
  return hash.update(`${mail.messageId}|${mail.from?.address ?? ''}`).digest()
}

interface Taking {
  readonly platform: Platform
  readonly mail: IncomingMail | null
  readonly hash: Buffer
  /** What has come of it already: it could not be read. */
  readonly code: string | null
  readonly key: Buffer
  readonly handlers: IncomingHandlers
  readonly onceKey: string | null
}

const take = async (tx: WriteTx, taking: Taking): Promise<void> => {
  const { platform, mail, handlers, hash, onceKey } = taking
  const tokens = mail === null ? [] : findReplyTokens(platform.config.replyMailbox ?? '', mail.to)
  const about = mail === null ? null : await findAbout(tx, mail, tokens)
  const receivedAt = platform.clock.now()
  const keep = (text: string): string => (handlers.mayKeep(text) ? text : '')
  const incomingMailId = await insertIncomingMail(tx, {
    hash,
    onceKey,
    receivedAt,
    fromAddress: mail?.from?.address ?? null,
    subject: keep(mail?.subject ?? ''),
    said: keep(mail?.text ?? ''),
    calendar: mail?.calendar ? keep(keptCalendar(mail.calendar.content)) || null : null,
    mailId: about?.mailId ?? null,
  })
  if (incomingMailId === null) throw new Known()
  const outcome = await settle(tx, taking, { tokens, about, receivedAt })
  await setOutcome(tx, incomingMailId, outcome)
  leaveTrace(tx, {
    verb: 'incoming_mail.taken',
    thing: 'incoming_mail',
    ref: incomingMailId,
    facts: { outcome: outcome.code },
  })
}

const keptCalendar = (content: Uint8Array): string => decodeCalendar(content.subarray(0, 100_000))

interface Addressed {
  readonly tokens: readonly string[]
  readonly about: SentMail | null
  readonly receivedAt: Temporal.Instant
}

const settle = async (
  tx: WriteTx,
  { platform, mail, code, key, handlers }: Taking,
  { tokens, about, receivedAt }: Addressed,
): Promise<Outcome> => {
  if (mail === null || code !== null) return { code: code ?? 'broken', aboutUid: about?.aboutUid ?? null }
  if (mail.bounce !== null) return settleBounce(tx, platform, mail.bounce, about)
  if (mail.calendar === null && about === null && tokens.length === 0)
    return { code: mail.isAutomatic ? 'automatic' : 'about_nothing', aboutUid: null }
  return handlers.scheduling(tx, {
    mail,
    receivedAt,
    about,
    hasToken: tokens.length > 0,
    tokenOf: (uid, addresses) =>
      tokens.map((token) => findTokenOwner(key, uid, token, addresses)).find((owner) => owner !== null) ?? null,
  })
}

/** By the signed address it came to; else by the mail it says it answers, or that came back. */
const findAbout = async (tx: ReadTx, mail: IncomingMail, tokens: readonly string[]): Promise<SentMail | null> => {
  for (const id of mailIdsOf(mail)) {
    const found = await findSentMail(tx, id)
    if (found !== undefined) return found
  }
  for (const token of tokens) {
    const found = await findMailByToken(tx, token)
    if (found !== undefined) return found
  }
  return null
}

/** Our Message-IDs are the mail's own id and our domain. */
const mailIdsOf = ({ bounce, answers }: IncomingMail): string[] =>
  [bounce?.messageId ?? '', ...answers].flatMap((messageId) => {
    const id = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(messageId)?.[1]
    return id === undefined ? [] : [id]
  })

/** Only a report on the address the mail went to says anything of it: who made it up knows neither. */
const settleBounce = async (
  tx: WriteTx,
  { clock }: Platform,
  { address, isForGood }: Bounce,
  about: SentMail | null,
): Promise<Outcome> => {
  const isOurs = about !== null && (address === null || address === about.address.toLowerCase())
  if (!isOurs) return { code: 'bounce_of_nothing', aboutUid: null }
  await markMailFailed(tx, about.mailId, isForGood ? 'bounced' : 'delayed', clock.now())
  return { code: isForGood ? 'bounced' : 'delayed', aboutUid: about.aboutUid }
}
