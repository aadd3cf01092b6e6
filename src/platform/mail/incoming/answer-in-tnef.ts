import { readTnef, type Tnef } from './read-tnef.ts'
import type { IncomingCalendar } from './incoming-mail.ts'

/** What an answer of Exchange's says by the class of its message. Source: [MS-OXOCAL] 2.2.6 and 2.2.7. */
const answers: readonly (readonly [messageClass: RegExp, state: string])[] = [
  [/^ipm\.schedule\.meeting\.resp\.pos\b|^ipm\.microsoft schedule\.mtgrespp$/i, 'ACCEPTED'],
  [/^ipm\.schedule\.meeting\.resp\.neg\b|^ipm\.microsoft schedule\.mtgrespn$/i, 'DECLINED'],
  [/^ipm\.schedule\.meeting\.resp\.tent\b|^ipm\.microsoft schedule\.mtgrespa$/i, 'TENTATIVE'],
]

/** The answer to an invitation in a `winmail.dat`, as a calendar message: one that lies within it, or what its properties say. */
export const answerInTnef = (bytes: Uint8Array, from: string): IncomingCalendar | null => {
  const tnef = readTnef(bytes)
  if (tnef === null) return null
  const within = tnef.files.find((file) => /^\s*BEGIN:VCALENDAR/i.test(Buffer.from(file.subarray(0, 64)).toString()))
  if (within !== undefined) return { method: null, content: within }
  const messageClass = tnef.properties.get('001a')
  const state = answers.find(([known]) => typeof messageClass === 'string' && known.test(messageClass))?.[1]
  const uid = uidOf(tnef)
  if (state === undefined || uid === null) return null
  return { method: 'REPLY', content: new TextEncoder().encode(replyOf(tnef, { state, uid, from })) }
}

const longestUid = 500

/** The UID behind an object id of Exchange's: the sender's own where it came from elsewhere, else the id itself without its day. */
const uidOf = ({ properties }: Tnef): string | null => {
  const id = properties.get('meeting/23') ?? properties.get('meeting/3')
  if (!(id instanceof Uint8Array) || id.length < 40 || id.length > longestUid + 53) return null
  const data = Buffer.from(id.subarray(40))
  if (data.subarray(0, 8).toString('latin1') === 'vCal-Uid') {
    const uid = data.subarray(12).toString('utf8').replace(/\0.*$/s, '')
    return uid !== '' && !/\p{Cc}/u.test(uid) ? uid : null
  }
  return Buffer.from(id).fill(0, 16, 20).toString('hex').toUpperCase()
}

const replyOf = ({ properties }: Tnef, told: { state: string; uid: string; from: string }): string => {
  const sequence = properties.get('appointment/8201')
  const [proposedFrom, proposedTo] = [
    momentOf(properties.get('appointment/8250')),
    momentOf(properties.get('appointment/8251')),
  ]
  const [from, to] = [momentOf(properties.get('appointment/820d')), momentOf(properties.get('appointment/820e'))]
  const proposes = properties.get('appointment/8257') === true && proposedFrom !== null && proposedTo !== null
  const words = properties.get('1000')
  const stamp = momentOf(properties.get('meeting/1'))
  const lines = [
    ['COMMENT', typeof words === 'string' && words.trim() !== '' ? textOf(words) : null],
    ['DTSTAMP', stamp],
    ['DTSTART', proposes ? proposedFrom : from],
    ['DTEND', proposes ? proposedTo : to],
    ['X-MS-OLK-ORIGINALSTART', proposes ? from : null],
    ['X-MS-OLK-ORIGINALEND', proposes ? to : null],
    ['SEQUENCE', typeof sequence === 'number' && sequence >= 0 ? String(sequence) : null],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}:${value}`]))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${proposes ? 'COUNTER' : 'REPLY'}`,
    'BEGIN:VEVENT',
    `UID:${told.uid}`,
    `ATTENDEE;PARTSTAT=${told.state}:mailto:${told.from}`,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

const mostWords = 2000

/** Words as a calendar writes them. Source: RFC 5545, 3.3.11. */
const textOf = (words: string): string =>
  words
    .trim()
    .slice(0, mostWords)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '')

/** Between the beginning of 1601, which Windows counts from, and of 1970, in hundreds of nanoseconds. */
const windowsEpoch = 116_444_736_000_000_000n

/** A Windows moment as a calendar writes it, in UTC; null where it is none of our times. */
const momentOf = (value: unknown): string | null => {
  if (typeof value !== 'bigint') return null
  const milliseconds = Number((value - windowsEpoch) / 10_000n)
  if (milliseconds < 0 || milliseconds > 4_102_444_800_000) return null
  const moment = Temporal.Instant.fromEpochMilliseconds(milliseconds)
  return moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}
