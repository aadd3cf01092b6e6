import { createHmac, timingSafeEqual } from 'node:crypto'

/** The calendar's mails that can be stopped by a link in them, by their word in the address. */
export const stoppableMails = { holdt: 'held', begivenheder: 'events' } as const

export type CalendarMail = (typeof stoppableMails)[keyof typeof stoppableMails]

/** Where a person stops the mails of a kind without signing in. The address is signed, so that nobody can make one for another. */
export const mailStopUrl = (
  baseUrl: string,
  key: Buffer,
  personId: string,
  word: keyof typeof stoppableMails,
): string => {
  const asked = new URLSearchParams({ hvem: personId, hvad: word, tegn: signatureOf(key, personId, word) })
  return `${baseUrl}/kalender/mail/stop?${asked}`
}

/** Whom and what a stop address is for, or null where its signature is wrong. */
export const readMailStop = (
  key: Buffer,
  asked: (name: string) => string | undefined,
): { personId: string; kind: CalendarMail } | null => {
  const [personId, word, signature] = [asked('hvem') ?? '', asked('hvad') ?? '', asked('tegn') ?? '']
  if (!isStoppable(word)) return null
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(key, personId, word))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return { personId, kind: stoppableMails[word] }
}

const isStoppable = (word: string): word is keyof typeof stoppableMails => Object.hasOwn(stoppableMails, word)

const signatureOf = (key: Buffer, personId: string, word: string): string =>
  createHmac('sha256', key).update(`stop-calendar-mail ${word} ${personId}`).digest('base64url')
