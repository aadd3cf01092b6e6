import { createHmac, timingSafeEqual } from 'node:crypto'

/** The mails that can be stopped by a link in them, by their word in the address. */
export const stoppableMails = { ugentlig: 'weekly', udloeb: 'warnings' } as const

export type MailKind = (typeof stoppableMails)[keyof typeof stoppableMails]

/** Where a person stops the mails of a kind without signing in. The address is signed, so that nobody can make one for another. */
export const stopUrl = (baseUrl: string, key: Buffer, personId: string, word: keyof typeof stoppableMails): string => {
  const asked = new URLSearchParams({ hvem: personId, hvad: word, tegn: signatureOf(key, personId, word) })
  return `${baseUrl}/loefter/mail/stop?${asked}`
}

/** Whom and what a stop address is for, or null where its signature is wrong. */
export const readStopLink = (
  key: Buffer,
  asked: (name: string) => string | undefined,
): { personId: string; kind: MailKind } | null => {
  const [personId, word, signature] = [asked('hvem') ?? '', asked('hvad') ?? '', asked('tegn') ?? '']
  if (!isStoppable(word)) return null
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(key, personId, word))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return { personId, kind: stoppableMails[word] }
}

const isStoppable = (word: string): word is keyof typeof stoppableMails => Object.hasOwn(stoppableMails, word)

const signatureOf = (key: Buffer, personId: string, word: string): string =>
  createHmac('sha256', key).update(`stop-mail ${word} ${personId}`).digest('base64url')
