import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { isMailAddress } from '../mail-address.ts'
import { answerInTnef } from './answer-in-tnef.ts'
import { mimeLimits } from './mime-limits.ts'
import type { IncomingCalendar } from './incoming-mail.ts'

/** How many mails may stand within one another. */
const deepest = 4

/** Parts that are looked at; a mail with more is no answer. */
const mostParts = 200

/** How surely a part is the calendar message: one that names its method first, then one called a calendar, then a file named as one. */
const likeness = ({ mimeType, method, filename }: Attachment): number => {
  const isCalendar = mimeType === 'text/calendar' || mimeType === 'application/ics'
  if (isCalendar && method !== undefined && method !== '') return 3
  if (isCalendar) return 2
  return /\.(?:ics|vcs|ical)$/i.test(filename ?? '') || ['text/x-vcalendar', 'application/x-ical'].includes(mimeType)
    ? 1
    : 0
}

/**
 * Finds the calendar message of a mail: another form of its text, a file, pasted into its words, said by a `winmail.dat`, or within a mail
 * that is attached to it. Null where there is none.
 */
export const findCalendar = async (mail: Email, text: string, depth = 0): Promise<IncomingCalendar | null> => {
  const parts = mail.attachments.slice(0, mostParts)
  const likeliest = parts
    .map((part) => ({ part, surely: likeness(part) }))
    .filter(({ part, surely }) => surely > 0 && holdsCalendar(part))
    .toSorted((a, b) => b.surely - a.surely)[0]
  if (likeliest !== undefined) return { method: likeliest.part.method ?? null, content: bytesOf(likeliest.part) }
  const pasted = /^[ \t>]*BEGIN:VCALENDAR\b[^]*?(?:^[ \t>]*END:VCALENDAR|$(?![^]))/m.exec(text)?.[0]
  if (pasted !== undefined) return { method: null, content: new TextEncoder().encode(withoutQuotes(pasted)) }
  const answered = answerOf(parts, mail.from?.address ?? '')
  if (answered !== null) return answered
  return depth >= deepest ? null : findWithin(parts, depth)
}

/** What Exchange sends where it takes the receiver for one of its own. */
const isTnef = ({ mimeType, filename }: Attachment): boolean =>
  ['application/ms-tnef', 'application/vnd.ms-tnef'].includes(mimeType) || /^winmail\.dat$/i.test(filename ?? '')

const answerOf = (parts: readonly Attachment[], from: string): IncomingCalendar | null => {
  if (!isMailAddress(from)) return null
  for (const part of parts.filter(isTnef)) {
    const answer = answerInTnef(bytesOf(part), from)
    if (answer !== null) return answer
  }
  return null
}

const findWithin = async (parts: readonly Attachment[], depth: number): Promise<IncomingCalendar | null> => {
  for (const part of parts.filter(({ mimeType }) => mimeType === 'message/rfc822')) {
    const inner = await PostalMime.parse(bytesOf(part), mimeLimits).catch(() => null)
    const found = inner === null ? null : await findCalendar(inner, inner.text ?? '', depth + 1)
    if (found !== null) return found
  }
  return null
}

const holdsCalendar = (part: Attachment): boolean => {
  const begins = bytesOf(part).subarray(0, 2000)
  return Buffer.from(begins).toString('latin1').replaceAll('\0', '').toUpperCase().includes('BEGIN:VCALENDAR')
}

/** The bytes of a part as they were meant, whatever they were sent as. */
export const bytesOf = ({ content }: Attachment): Uint8Array => {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

const withoutQuotes = (text: string): string => text.replaceAll(/^[ \t]*>[> \t]?/gm, '')
