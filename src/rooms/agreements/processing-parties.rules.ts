import type { AgreementDocument, Contact } from './agreement-format.ts'

/** A party in the sense of data protection: a legal person. The departments of a municipality are one. */
interface KnownParty {
  readonly party: string
  /** What the agreement may call it: plans, units, posts, the department's own name; in lower case. */
  readonly names: readonly string[]
  readonly kind: Contact['kind']
}

/** Who is meant by the names an agreement uses. */
export interface PartyBook {
  /** Every party, in the order the agreement names them. */
  readonly all: readonly string[]
  /** Those who take part in the activity. */
  readonly taking: readonly string[]
  /** The parties meant by a name ("helhedsplanen Bølgen"); none where the agreement does not tell. */
  find(name: string): readonly string[]
}

const joined = /(?<!-)\s+og\s+(?=\p{Lu})/u

/** The legal persons of a contact: the municipality for its departments; a joint one is several. */
const partiesOf = ({ party, kind }: Pick<Contact, 'party' | 'kind'>, municipality: string | null): string[] =>
  kind === 'department' && municipality !== null ? [municipality] : party.split(joined)

const knownBy = (contacts: readonly Contact[], municipality: string | null): KnownParty[] =>
  contacts.flatMap((contact) =>
    partiesOf(contact, municipality).map((party) => ({
      party,
      kind: contact.kind,
      names: [party, contact.party, contact.plan, contact.unit, contact.post]
        .filter((name) => name !== null)
        .map((name) => name.toLowerCase()),
    })),
  )

/** Everyone the contacts of a document name, once each. */
export const listParties = (document: AgreementDocument): string[] => {
  const contacts = [...document.contacts, ...document.activities.flatMap((activity) => activity.contacts)]
  const own = knownBy(contacts, document.municipality).map(({ party }) => party)
  return [...new Set([...own, ...document.otherParties.map(({ name }) => name)])]
}

/** The book of an activity: its own contacts and those of the activities it is part of say first who is meant. */
export const bookOf = (document: AgreementDocument, contacts: readonly Contact[]): PartyBook => {
  const near = knownBy(contacts, document.municipality)
  const far = knownBy(document.contacts, document.municipality)
  const others = document.otherParties.map(({ name }) => ({
    party: name,
    kind: 'other' as const,
    names: [name.toLowerCase()],
  }))
  const taking = distinct(near.map(({ party }) => party))
  const find = (name: string): readonly string[] => {
    const asked = name.toLowerCase()
    if (/^(?:alle )?parter(?:ne)?$|^(?:en|én) af parterne$/.test(asked)) return taking
    for (const known of [near, far, others]) {
      const found = known.filter((party) => isMeant(asked, party))
      if (found.length > 0) return distinct(found.map(({ party }) => party))
    }
    return []
  }
  return { all: listParties(document), taking, find }
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)]

const groups: readonly (readonly [word: RegExp, kinds: readonly Contact['kind'][]])[] = [
  [/^(?:helhedsplanerne|boligorganisationerne|boligorganisationen)$/, ['housing_organisation']],
  [/^(?:forvaltningerne|forvaltningen|kommunen|klubberne|klubben)$/, ['department']],
  [/^(?:foreningerne|foreningen)$/, ['association', 'club']],
]

const isMeant = (asked: string, { names, kind }: KnownParty): boolean =>
  groups.some(([word, kinds]) => word.test(asked) && kinds.includes(kind)) ||
  names.some((name) => name === asked || hasWords(asked, name) || hasWords(name, asked))

/** Whether the words of one name stand in another: "Fritidsklubben Molen" has "Molen", "lodskoordinator i Bølgen" has "Bølgen". */
const hasWords = (name: string, part: string): boolean => {
  const at = name.indexOf(part)
  if (part.length < 4 || at < 0) return false
  const isEdge = (sign: string | undefined) => sign === undefined || !/[\p{L}\p{N}-]/u.test(sign)
  return isEdge(name[at - 1]) && (isEdge(name[at + part.length]) || /^s\b/.test(name.slice(at + part.length)))
}
