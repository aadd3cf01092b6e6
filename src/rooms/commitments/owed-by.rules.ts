/** A post and where it belongs, or a place alone (`title` null), as agreements and the register of parties name them. */
export interface Place {
  readonly title: string | null
  readonly organisation: string
  readonly plan: string | null
  readonly unit: string | null
  /** What its organisation, plan and unit have been called or are called too. */
  readonly otherNames?: readonly string[]
}

const placeNames = ({ plan, unit, organisation, otherNames = [] }: Place): string[] =>
  [plan, unit, organisation, ...otherNames].filter((name) => name !== null)

/**
 * Whether one of the names a promise is owed by means the post, its plan, its unit or its organisation. Tolerant of case, of the
 * definite form, plural and genitive. `contacts` are the posts the activity names: they settle what a bare title or a word like
 * "klubberne" or "parterne" means there; without them such words mean nobody.
 */
export const isOwedBy = (names: readonly string[], post: Place, contacts: readonly Place[]): boolean =>
  names.some((name) => meansPost(name, post, contacts))

const meansPost = (name: string, post: Place, contacts: readonly Place[]): boolean => {
  const { title, place } = cutName(name)
  if (place !== null && title !== null)
    return (
      ((meansPlace(place, post, contacts) || isInTitle(place, post)) && isTitleThere(title, post)) ||
      isWhole(name, post)
    )
  return meansPlace(name, post, contacts) || isTitleHere(name, post, contacts)
}

interface CutName {
  readonly title: string | null
  readonly place: string | null
}

/** "Ungemedarbejder i Kajkanten" and "Dokkens pædagogiske leder" → title and place; anything else stays whole. */
const cutName = (name: string): CutName => {
  const [, title, place] = /^(.+?)\s(?:i|fra|ved|hos|under|på|for)\s(.+)$/u.exec(name) ?? []
  if (title !== undefined && place !== undefined) return { title, place }
  const [, owner, post] = /^(\S{4,}s)\s+(\p{Ll}.*)$/u.exec(name) ?? []
  if (owner !== undefined && post !== undefined) return { title: post, place: owner }
  return { title: null, place: null }
}

/** What a word of many means: by its stem, whom among those the activity names. */
const collectives: readonly (readonly [stem: RegExp, includes: (post: Place) => boolean])[] = [
  [/^(?:part|samarbejdspart)$/, () => true],
  [/^helhedsplan$/, (post) => post.plan !== null],
  [/^bolig(?:organisation|selskab|forening)$/, (post) => post.plan !== null || /bolig/iu.test(post.organisation)],
  [/^klub$/, (post) => stemsOf(`${post.unit ?? ''} ${post.organisation}`).some((stem) => stem.endsWith('klub'))],
  [/^forvaltning$/, (post) => stemsOf(post.organisation).some((stem) => stem.endsWith('forvaltning'))],
  [/^(?:jobcent|jobcenter)$/, (post) => stemsOf(post.unit ?? '').some((stem) => /^jobcent/.test(stem))],
]

const meansPlace = (name: string, post: Place, contacts: readonly Place[]): boolean => {
  const [only, ...more] = stemsOf(name, quantities)
  const collective = more.length === 0 && only !== undefined && collectives.find(([stem]) => stem.test(only))
  if (!collective) return isNamed(name, post)
  return collective[1](post) && contacts.some((contact) => isSamePlace(contact, post))
}

/** Whether the name, or a part of it between commas or around an "og", is that of the plan, unit or organisation. */
const isNamed = (name: string, post: Place): boolean =>
  [...partsOf(name), name].some((part) => {
    const asked = stemsOf(part)
    if (asked.length === 0) return false
    return placeNames(post).some((known) => [known, ...partsOf(known)].some((one) => isShortFor(asked, stemsOf(one))))
  })

/** Whether the name has no words but those of the plan, unit or organisation: "Foreningen for unge". */
const isWhole = (name: string, post: Place): boolean =>
  placeNames(post).some((known) => {
    const words = stemsOf(known)
    return stemsOf(name).every((stem) => words.includes(stem))
  })

/** Whether the post's own title names the place: "projektleder for Lodserne". */
const isInTitle = (place: string, post: Place): boolean => {
  const words = stemsOf(post.title ?? '')
  return stemsOf(place).every((stem) => words.includes(stem))
}

/** Two names mean the same place where one has all the words of the other. */
const isShortFor = (one: readonly string[], other: readonly string[]): boolean => {
  if (one.length === 0 || other.length === 0) return false
  return one.every((stem) => other.includes(stem)) || other.every((stem) => one.includes(stem))
}

const partsOf = (name: string): string[] => name.split(/,\s+|(?<!-)\s+og\s+(?=\p{Lu})/u).filter((part) => part !== name)

/** Whether two posts stand in the same plan or unit, or, where neither is told of both, in the same organisation. */
const isSamePlace = (one: Place, other: Place): boolean => {
  if (one.plan !== null && other.plan !== null) return isShortFor(stemsOf(one.plan), stemsOf(other.plan))
  if (one.unit !== null && other.unit !== null) return isShortFor(stemsOf(one.unit), stemsOf(other.unit))
  return isNamed(one.organisation, { ...other, plan: null, unit: null })
}

/** Words for anyone who works somewhere. */
const anyone: ReadonlySet<string> = new Set(['medarbejd', 'ansat', 'kontaktperson', 'repræsentant', 'person'])

/** Whether the post is called so, where the place is named too: then a short title is enough ("koordinator i Bølgen"). */
const isTitleThere = (title: string, post: Place): boolean => {
  if (post.title === null) return true
  const asked = stemsOf(title, quantities)
  const known = titleStems(post.title)
  const [askedHead, knownHead] = [asked.at(-1), known.at(-1)]
  if (askedHead === undefined || knownHead === undefined) return false
  if (asked.length === 1 && anyone.has(askedHead)) return true
  return knownHead.endsWith(askedHead) && asked.slice(0, -1).every((stem) => known.includes(stem))
}

/** Whether a title that stands alone is the post's, and the post is one of those the activity names by it. */
const isTitleHere = (title: string, post: Place, contacts: readonly Place[]): boolean => {
  if (post.title === null) return false
  const asked = stemsOf(title, quantities)
  if (!isSame(asked, titleStems(post.title))) return false
  const meant = contacts.filter((contact) => contact.title !== null && isSame(asked, titleStems(contact.title)))
  return meant.length === 0 || meant.some((contact) => isSamePlace(contact, post))
}

/** The words of a title, without what follows "for" or "i": "projektleder for Lodserne" → projektleder. */
const titleStems = (title: string): readonly string[] =>
  stemsOf(title.replace(/\s(?:i|fra|ved|hos|under|på|for)\s.*$/u, ''))

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.length === other.length && one.every((stem) => other.includes(stem))

const fillers: ReadonlySet<string> = new Set('i fra ved hos under på for og af den det de helhedsplan'.split(' '))

const quantities: ReadonlySet<string> = new Set('al beg relevant en to tre fir fem lokal øvrig'.split(' '))

/** The words of a name bared of case, brackets, definite form, plural and genitive. A filler alone is kept. */
const stemsOf = (name: string, dropped: ReadonlySet<string> = none): readonly string[] => {
  const known = knownStems.get(name) ?? learnStems(name)
  return dropped.size === 0 ? known : known.filter((stem) => !dropped.has(stem))
}

const none: ReadonlySet<string> = new Set()

/** The same few names come back for every promise of a city; what they amount to is kept, and forgotten when there are too many. */
const knownStems = new Map<string, readonly string[]>()
const mostNamesKept = 5_000

const learnStems = (name: string): readonly string[] => {
  const words =
    name
      .toLowerCase()
      .replace(/\([^)]*\)/gu, ' ')
      .match(/[\p{L}\p{N}&+]+/gu) ?? []
  const stems = words.map(stemOf).filter((stem) => !/^\d$/.test(stem))
  const telling = stems.filter((stem) => !fillers.has(stem))
  const learnt = telling.length > 0 ? telling : stems
  if (knownStems.size >= mostNamesKept) knownStems.clear()
  knownStems.set(name, learnt)
  return learnt
}

const stemOf = (word: string): string => {
  if (word.length < 4) return word
  const bare = word.replace(/s$/u, '').replace(/(?<=\p{L}{3})(?:erne|eren|ere|ene|er|en|et|e)$/u, '')
  return bare.replace(/(?<=\p{L}{3})s$/u, '').replace(/([bdfgklmnprst])\1$/u, '$1')
}
