import { createHmac, timingSafeEqual } from 'node:crypto'

/** What stands above a mail that is handed in. */
export interface DeliveryHeads {
  /** Seconds since 1970. */
  readonly timestamp: string | undefined
  /** The sender's own name of this delivery: the same where it is tried again. */
  readonly onceKey: string | undefined
  /** `sha256=` and 64 hexadecimal digits. */
  readonly signature: string | undefined
}

/** A delivery older than this, or from further in the future, is not taken: nobody replays it later. */
const seconds = 300

/** The signature of a delivery: HMAC with SHA-256 over time, key and mail, with a dot after each of the first two. */
export const signDelivery = (secret: string, timestamp: string, onceKey: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${onceKey}.`).update(body).digest('hex')}`

/** Whether what stands above it may be that of a delivery now: asked before the mail itself is read. */
export const isTimely = (
  { timestamp = '', onceKey = '', signature = '' }: DeliveryHeads,
  now: Temporal.Instant,
): boolean => {
  const isWritten =
    /^\d{1,12}$/.test(timestamp) && /^[\w.:@-]{8,200}$/.test(onceKey) && /^sha256=[0-9a-f]{64}$/.test(signature)
  return isWritten && Math.abs(Number(timestamp) - now.epochMilliseconds / 1000) <= seconds
}

/** Whether the mail is signed with the secret. */
export const isSigned = (
  secret: string,
  { timestamp = '', onceKey = '', signature = '' }: DeliveryHeads,
  body: Uint8Array,
) => {
  const made = Buffer.from(signDelivery(secret, timestamp, onceKey, body))
  const told = Buffer.from(signature)
  return made.length === told.length && timingSafeEqual(made, told)
}
