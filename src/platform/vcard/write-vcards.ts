import { foldLine } from '../icalendar/lines.ts'

/** A card in an address book. The same thing keeps its `uid` for ever, so that a card taken again takes the place of the first. */
export interface VCard {
  /** A UUID. */
  readonly uid: string
  /** A person, or a place without one. */
  readonly kind: 'individual' | 'org'
  readonly name: string
  readonly organisation: string
  readonly units: readonly string[]
  readonly title: string
  readonly email: string | null
  /** As it is dialled: `tel:+4522334455`. */
  readonly phone: string | null
  readonly note: string
  readonly url: string
}

/**
 * Writes cards as vCard 4.0: CRLF, lines of at most 75 octets, texts escaped. The same cards give the same text. Source: RFC 6350.
 */
export const writeVCards = (cards: readonly VCard[]): string =>
  cards
    .flatMap(card)
    .map((line) => `${foldLine(line)}\r\n`)
    .join('')

const card = (one: VCard): string[] => [
  'BEGIN:VCARD',
  'VERSION:4.0',
  `KIND:${one.kind}`,
  `UID:urn:uuid:${one.uid}`,
  `FN:${escapeText(one.name)}`,
  ...(one.kind === 'individual' ? [`N:${namesOf(one.name)}`] : []),
  `ORG:${[one.organisation, ...one.units].map(escapePart).join(';')}`,
  `TITLE:${escapeText(one.title)}`,
  ...(one.email === null ? [] : [`EMAIL;TYPE=work:${escapeText(one.email)}`]),
  ...(one.phone === null ? [] : [`TEL;TYPE=work;VALUE=uri:${one.phone}`]),
  ...(one.note === '' ? [] : [`NOTE:${escapeText(one.note)}`]),
  `URL:${one.url}`,
  'END:VCARD',
]

/** Family name, given name, and the names between: the last word is taken for the family's. */
const namesOf = (name: string): string => {
  const words = name.split(/\s+/u)
  const [given = '', ...others] = words
  const family = others.pop() ?? ''
  return [family, given, others.join(' '), '', ''].map(escapePart).join(';')
}

/** RFC 6350 §3.4: commas, backslashes and line breaks; characters that no card may hold are left out. */
const escapeText = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, '')
    .replace(/[\\,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** In a value of several parts the semicolon stands between them. */
const escapePart = (value: string): string => escapeText(value).replaceAll(';', '\\;')
