import { isPostModifier, isPostWord, isUnitWord } from './contact-words.ts'
import { bareName, findMarkers, isFullName, nameLength, vacant, type Word, wordsOf } from './read-holders.ts'
import { findPlans } from './read-plans.ts'

/** One contact as a line tells it, before the party above it is known. */
export interface RawContact {
  plan: string | null
  unit: string | null
  post: string | null
  holder: string | null
  provisional: boolean
  /** The word between post and unit ("af", "i"), where the unit follows the post. */
  link: string | null
}

/** A stretch of a line about one contact: what stands before the name, and the name. */
interface Stretch {
  before: string
  holders: string[]
  provisional: boolean
  /** True where the "pt." stands behind the name: "Ida Holt (pt.)", "Ida Holt, pt.". */
  isNameBefore: boolean
  /** True for what a comma leads to behind the last name. */
  isTrailing: boolean
}

const unheld = { holders: [], provisional: false, isNameBefore: false, isTrailing: false }

const tidyEnds = (text: string): string =>
  text
    .replace(/^[\s,.:;–)-]+|[\s,.:;–(-]+$/gu, '')
    .replace(/\($/u, '')
    .replace(/^(?:og|samt)\s+(?=\S)/u, '')
    .trim()

/** The names at the beginning of a text: one, or several joined by "og" or a slash. */
const readNames = (text: string): { holders: string[]; to: number } => {
  const words = wordsOf(text)
  const holders: string[] = []
  let at = 0
  let to = 0
  for (let length = nameLength(words, 0); length > 0; length = nameLength(words, at)) {
    const name = bareName(
      words
        .slice(at, at + length)
        .map((word) => word.text)
        .join(' '),
    )
    if (holders.length > 0 && !isFullName(name)) break
    holders.push(name)
    at += length
    to = words[at - 1]?.to ?? to
    if (!/^(?:og|samt|&|\/)$/iu.test(words[at]?.text ?? '')) break
    at += 1
  }
  return { holders, to }
}

/** More than the names of one post ever take, so that a very long line costs no more than it should. */
const longestNames = 400

/** Cuts a line after each name that follows a "pt.". */
const cutAtMarkers = (text: string): Stretch[] => {
  const stretches: Stretch[] = []
  let from = 0
  for (const marker of findMarkers(text)) {
    if (marker.from < from) continue
    const after = text.slice(marker.to, marker.to + longestNames)
    const empty = vacant(after)
    const names = empty > 0 ? { holders: [], to: empty } : readNames(after)
    stretches.push({
      before: text.slice(from, marker.from),
      holders: names.holders,
      provisional: true,
      isNameBefore: after.startsWith(')') || (names.holders.length === 0 && empty === 0),
      isTrailing: false,
    })
    from = marker.to + names.to
  }
  const rest = text.slice(from)
  if (tidyEnds(rest) !== '') stretches.push({ ...unheld, before: rest, isTrailing: text[from - 1] === ',' })
  return stretches
}

const isCapital = (text: string): boolean => /^["'’‘“”(]*[\p{Lu}\d]/u.test(text)

/** Where a post begins among words: its own word, and those before it that belong to it. */
const postStart = (words: Word[], at: number, least: number): number => {
  let first = at
  while (first > least && isPostModifier(words[first - 1]?.text ?? '')) first -= 1
  return first
}

const joinsPosts = (word: string): boolean =>
  /^(?:og|samt|eller|\/|&|til|med|for|af)$/iu.test(word) || /[,/-]$/u.test(word)

/**
 * Cuts a stretch where a second post begins with a capital letter after a first one that already told its unit:
 * the line break between two contacts was lost.
 */
const cutAtPosts = (text: string): string[] => {
  const words = wordsOf(text)
  const posts = words.flatMap((word, at) => (isPostWord(word.text) ? [at] : []))
  const cuts: number[] = []
  let least = (posts[0] ?? 0) + 1
  for (const at of posts.slice(1)) {
    const first = postStart(words, at, least)
    const word = words[first]
    const previous = words[first - 1]
    if (word !== undefined && previous !== undefined && isCapital(word.text) && !joinsPosts(previous.text))
      cuts.push(word.from)
    least = at + 1
  }
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at] ?? text.length))
}

const segmentsOf = (text: string): string[] => {
  const segments: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && /[,;:]/u.test(text[at] ?? '') && !/\d/u.test(text[at + 1] ?? '')) {
      segments.push(text.slice(from, at))
      from = at + 1
    }
  }
  segments.push(text.slice(from))
  return segments.map(tidyEnds).filter((segment) => segment !== '')
}

const preposition = /^(?:af|fra|i|på|ved|hos|for|under|til|v\/)$/iu

interface PostParts {
  before: string
  post: string
  after: string
  link: string | null
  name: string | null
}

const textOf = (words: Word[]): string => tidyEnds(words.map((word) => word.text).join(' '))

/** How many words right of a post still belong to it: what stands in brackets, and posts joined by "og" or a slash. */
const postLength = (words: Word[], at: number): number => {
  let end = at + 1
  while (end < words.length) {
    const word = words[end]?.text ?? ''
    if (/^\(/u.test(word)) {
      while (end < words.length && !/\)[.,;:]?$/u.test(words[end]?.text ?? '')) end += 1
      end += 1
    } else if (/^(?:og|samt|\/|&)$/iu.test(word) && isPostWord(words[end + 1]?.text ?? '')) end += 2
    else break
  }
  return Math.min(end, words.length)
}

const splitAtPost = (segment: string): PostParts | null => {
  const words = wordsOf(segment)
  const at = words.findIndex((word) => isPostWord(word.text))
  if (at < 0) return null
  const opening = words.slice(0, at)
  const isSmall = /^[\p{Ll}-]/u.test(words[at]?.text ?? '')
  const unitBefore = opening.some((word) => isUnitWord(word.text) && !isPostModifier(word.text))
  const first = unitBefore || !isSmall ? postStart(words, at, 0) : 0
  const end = postLength(words, at)
  let after = words.slice(end)
  const link = preposition.test(after[0]?.text ?? '') ? (after[0]?.text ?? null) : null
  if (link !== null) after = after.slice(1)
  const follows = textOf(after)
  const isName = link === null && isFullName(follows)
  return {
    before: textOf(words.slice(0, first)),
    post: textOf(words.slice(first, end)),
    after: isName ? '' : follows,
    link,
    name: isName ? follows : null,
  }
}

/** A plan meant without its name is no unit of its own. */
const isNoUnit = (text: string): boolean =>
  /^(?:(?:den|de|hver|begge|to|tre|fire|boligsociale?)\s+)*helhedsplan(?:en|er|erne)?s?$/iu.test(text) ||
  vacant(text) > 0

const withoutVacancy = (text: string): string =>
  text.replace(/,?\s*(?:men\s+)?(?:stillingen|posten)\s+er\s*(?:for tiden\s*)?$/iu, '')

const shortNamed = /^(?:(?:ved\s+)?(?:kontaktperson(?:er)?|kontakt)(?![\p{L}])|ved(?=\s)|v\/|v\.)\s*:?\s*/iu

const nameAmong = (segments: string[]): number =>
  segments.findIndex((segment) => isFullName(segment.replace(/^\(|\)$/gu, '')))

/** Reads one stretch: the plan, the post with its unit before or behind it, and a name that no "pt." announced. */
const readStretch = (stretch: Stretch, plan: string | null): RawContact[] => {
  let segments = segmentsOf(withoutVacancy(stretch.before.replace(/\bv\/\s*/giu, ', v/ '))).map((segment) =>
    segment.replace(shortNamed, ''),
  )
  const [told = null, ...others] = stretch.holders
  let holder = told
  const at = segments.findIndex((segment) => splitAtPost(segment) !== null)
  const parts = at < 0 ? null : splitAtPost(segments[at] ?? '')
  const around = segments.flatMap((segment, index) =>
    index === at && parts !== null ? [parts.before, parts.after] : [segment],
  )
  segments = around.filter((segment) => segment !== '')
  if (holder === null && (!stretch.provisional || stretch.isNameBefore)) {
    const found = parts?.name ?? null
    const other = found === null ? nameAmong(segments) : -1
    holder = found ?? (other < 0 ? null : bareName((segments[other] ?? '').replace(/^\(|\)$/gu, '')))
    if (other >= 0) segments = segments.filter((_, index) => index !== other)
  }
  const units = segments.filter((one) => one !== '' && !isNoUnit(one))
  const unit = units.length === 0 ? null : units.join(', ')
  const post = parts?.post ?? null
  if (post === null && holder === null && unit === null && plan === null && !stretch.provisional) return []
  return [holder, ...others].map((name) => ({
    plan,
    unit,
    post,
    holder: name,
    provisional: stretch.provisional,
    link: parts?.link ?? null,
  }))
}

const withoutPlans = (text: string): { text: string; plan: string | null } => {
  const plans = findPlans(text)
  let left = text
  for (const plan of plans.toReversed()) left = `${left.slice(0, plan.from)}, ${left.slice(plan.to)}`
  return { text: left, plan: plans.at(-1)?.name ?? null }
}

const contactsIn = (stretch: Stretch): RawContact[] => {
  const pieces = cutAtPosts(stretch.before)
  return pieces.flatMap((piece, at) => {
    const isLast = at === pieces.length - 1
    const { text, plan } = withoutPlans(piece)
    return readStretch(isLast ? { ...stretch, before: text } : { ...unheld, before: text }, plan)
  })
}

/** "Bibliotekschef pt. Ida Holt, Kulturhuset" and "pt. Ida Holt, bibliotekschef" tell the rest behind the name. */
const addTrailing = (contacts: RawContact[], trailing: RawContact[]): RawContact[] => {
  const [more, ...others] = trailing
  const last = contacts.at(-1)
  if (last === undefined || more === undefined || others.length > 0 || more.holder !== null)
    return [...contacts, ...trailing]
  if (more.post !== null && last.post !== null) return [...contacts, more]
  const whole = { ...last, post: last.post ?? more.post, unit: last.unit ?? more.unit, plan: last.plan ?? more.plan }
  return [...contacts.slice(0, -1), whole]
}

/**
 * Cuts a line into its contacts. A line may hold several, with or without a "pt.", because tables lose their line breaks.
 * A line that tells only a plan or a unit comes as a contact without post and holder.
 */
export const cutContacts = (line: string): RawContact[] =>
  cutAtMarkers(line).reduce<RawContact[]>(
    (contacts, stretch) =>
      stretch.isTrailing ? addTrailing(contacts, contactsIn(stretch)) : [...contacts, ...contactsIn(stretch)],
    [],
  )
