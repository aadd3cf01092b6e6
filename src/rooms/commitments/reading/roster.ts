import type { AgreedActivity, AgreementDocument, Contact } from '../../agreements/index.ts'

/**
 * The names an agreement itself gives its parties and posts, as seen from one activity: the activity's own contacts first,
 * then those of the activity above it, then those of the whole agreement.
 */
export interface Roster {
  /** The contacts of the activity (or of its parent, or its parts, where it has none). */
  near: readonly Contact[]
  /** All contacts of the agreement. */
  all: readonly Contact[]
  /** Plans of the activity's contacts, each once, as first written. */
  plans: readonly string[]
  /** Plans of the whole agreement. */
  allPlans: readonly string[]
  /** Every proper name known, in lower case, by its first word: parties, units, plans, other parties. */
  names: ReadonlyMap<string, readonly string[]>
}

/**
 * Gathers what an agreement calls its parties, once; the function returned gives the roster of one activity, or for `null`
 * of the agreement as a whole.
 */
export const rostersOf = (agreement: AgreementDocument): ((activity: AgreedActivity | null) => Roster) => {
  const written = [...agreement.contacts, ...agreement.activities.flatMap(({ contacts }) => contacts)]
  const allPlans = onceEach([...agreement.frames.map(({ plan }) => plan), ...written.flatMap(({ plan }) => plan ?? [])])
  const spelling = new Map(allPlans.map((plan) => [bare(plan), plan]))
  const spellAlike = (contacts: readonly Contact[]): Contact[] =>
    contacts.map((contact) => ({ ...contact, plan: spelling.get(bare(contact.plan ?? '')) ?? contact.plan }))
  const all = spellAlike(written)
  const names = byFirstWord([
    ...all.flatMap(({ party, unit, post }) => [party, unit ?? '', ...placesInPost(post ?? '')]),
    ...allPlans,
    ...agreement.otherParties.map(({ name }) => name),
    ...properNamesIn(agreement),
  ])
  return (activity) => {
    const near = activity === null ? all : spellAlike(nearContacts(agreement, activity))
    return { near, all, plans: onceEach(near.flatMap(({ plan }) => plan ?? [])), allPlans, names }
  }
}

const nearContacts = (agreement: AgreementDocument, activity: AgreedActivity): readonly Contact[] => {
  if (activity.contacts.length > 0) return activity.contacts
  const parent = agreement.activities.find(({ id }) => id === activity.parentId)
  if (parent !== undefined && parent.contacts.length > 0) return parent.contacts
  const parts = agreement.activities
    .filter(({ parentId }) => parentId === activity.id)
    .flatMap(({ contacts }) => contacts)
  return parts.length > 0 ? parts : agreement.contacts
}

const onceEach = (plans: readonly string[]): string[] => {
  const seen = new Map<string, string>()
  for (const plan of plans) if (!seen.has(bare(plan))) seen.set(bare(plan), plan)
  return [...seen.values()]
}

const byFirstWord = (names: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const name of new Set(names.map((name) => name.trim().toLowerCase()))) {
    const first = /^['‘’"]?([\p{L}\p{N}&-]+)/u.exec(name)?.[1]
    if (first === undefined || name.length < 2) continue
    found.set(first, [...(found.get(first) ?? []), name])
  }
  return found
}

/** "Daglig leder af Værftet" names Værftet. */
const placesInPost = (post: string): string[] =>
  [...post.matchAll(/(?<!\p{L})(?:af|for|fra|i|på) (\p{Lu}[\p{L}\d]{2,})/gu)].flatMap(([, name]) => name ?? [])

/** Words written with a capital inside a sentence anywhere in the agreement: names of units the contacts leave out. */
const properNamesIn = (agreement: AgreementDocument): string[] => {
  const found = new Set<string>()
  const read = (text: string): void => {
    for (const [, name] of text.matchAll(/[\p{Ll},] (\p{Lu}[\p{L}\d]{3,})/gu)) if (name !== undefined) found.add(name)
  }
  for (const { sections } of agreement.activities) for (const { text } of sections) read(text)
  for (const { text } of agreement.otherActivities) read(text)
  for (const { name } of agreement.otherParties) found.add((name.split(/ [–-] /u)[0] ?? '').trim())
  return [...found]
}

/** A name without case, blanks, hyphens and quotes, so that spellings of one name meet. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The contact's post among the near contacts that a word names, if exactly one does; holders count once. */
export const findContact = (roster: Roster, post: string, inPlan: boolean | null): Contact | undefined => {
  const wanted = bare(post)
  const fits = roster.near.filter(
    (contact) =>
      contact.post !== null &&
      (inPlan === null || (contact.plan !== null) === inPlan) &&
      namesPost(contact.post, wanted),
  )
  const distinct = new Map(
    fits.map((contact) => [`${bare(contact.post ?? '')}|${bare(contact.plan ?? contact.party)}`, contact]),
  )
  const exact = fits.filter((contact) => bare(contact.post ?? '') === wanted)
  if (distinct.size === 1) return fits[0]
  return exact.length === 1 ? exact[0] : undefined
}

const namesPost = (post: string, wanted: string): boolean =>
  post.split(',').some((part) => bare(part.split(/ (?:for|i|fra|af|på) /u)[0] ?? '').endsWith(wanted))

/** The party an abbreviation stands for, if exactly one fits: the initials, with the ending's F, C, K or A. */
export const findPartyByShortName = (roster: Roster, short: string): string | undefined => {
  for (const contacts of [roster.near, roster.all]) {
    const parties = new Map(contacts.map(({ party }) => [bare(party), party]))
    const fits = [...parties.values()].filter((party) => shortNamesOf(party).has(short.toUpperCase()))
    if (fits.length > 0) return fits.length === 1 ? fits[0] : undefined
  }
  return undefined
}

const endings: readonly [RegExp, string][] = [
  [/forvaltning(?:en)?$/iu, 'F'],
  [/centre?t?$/iu, 'C'],
  [/kommune$/iu, 'K'],
]

const shortNamesOf = (party: string): Set<string> => {
  const words = party.split(/[\s–-]+/u).filter((word) => /^\p{L}/u.test(word) && !/^(?:og|i|for|af)$/iu.test(word))
  const ending = endings.find(([pattern]) => pattern.test(party))?.[1] ?? ''
  const last = words.at(-1) ?? ''
  const initials = words.map((word) => word[0] ?? '').join('')
  const endsInsideWord = ending !== '' && last.length > 12
  const short = endsInsideWord ? initials + ending : initials
  const twoLetters = endsInsideWord ? (words[0] ?? '').slice(0, 2) + ending : ''
  return new Set([short.toUpperCase(), twoLetters.toUpperCase()].filter((name) => name.length > 1))
}
