import { formatDay, formatMoment } from '../../../platform/dates.ts'
import { type Language, pick } from '../../../platform/language.ts'
import type { AuditEntry } from './audit-entry.ts'
import { auditTexts } from './audit.texts.ts'
import { isImpersonal } from './trail-filter.ts'
import { verbTexts } from './verb.texts.ts'

/** A post as the trail tells it: "projektkoordinator", "Bølgen". */
export interface NamedPost {
  readonly title: string
  readonly place: string
}

/** Names by id, looked up when the trail is read: it holds none itself. */
export interface TrailNames {
  readonly people: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, NamedPost>
}

/** An entry in the words of its reader. */
export interface ToldEntry {
  /** "Ida Holt, projektkoordinator i Bølgen," or "Brobyg". */
  readonly who: string
  /** "rettede et løfte". */
  readonly did: string
  /** Whose record it concerns; null = nobody's. */
  readonly about: string | null
  /** "method: cast". */
  readonly facts: string
}

/** Tells an entry: who, on behalf of which post, did what, about whom. */
export const tellEntry = (entry: AuditEntry, names: TrailNames, language: Language): ToldEntry => {
  const words = pick(auditTexts, language)
  const personOf = (id: string) => names.people.get(id) ?? words.unknownPerson
  const post = names.posts.get(entry.post)
  const name = isImpersonal(entry.actor) ? words.impersonal[entry.actor] : personOf(entry.actor)
  return {
    who: post === undefined ? name : `${name}, ${words.postIn(post.title, post.place)},`,
    did: verbInWords(entry.verb, language),
    about: entry.about === '' ? null : personOf(entry.about),
    facts: factsOf(entry.facts, names, language),
  }
}

/** What a verb says in words; one that has none is told by its code. */
export const verbInWords = (verb: string, language: Language): string =>
  pick(verbTexts, language).verbs[verb] ?? pick(auditTexts, language).unknownVerb(verb)

const factsOf = (facts: string, names: TrailNames, language: Language): string => {
  if (facts === '') return ''
  const words: Readonly<Record<string, string>> = pick(verbTexts, language).facts
  const told: unknown = JSON.parse(facts)
  if (typeof told !== 'object' || told === null) return ''
  return Object.entries(told)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const said = String(value)
      return `${words[name] ?? name}: ${words[said] ?? valueInWords(said, names, language)}`
    })
    .join(', ')
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const isoMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A day and a moment as they are written, a person and a post by name, and of another id as much as tells it from others. */
const valueInWords = (value: string, names: TrailNames, language: Language): string => {
  if (isoDay.test(value)) return formatDay(Temporal.PlainDate.from(value), language)
  if (isoMoment.test(value)) return formatMoment(Temporal.Instant.from(value), language)
  if (!uuid.test(value)) return value
  return (
    names.people.get(value) ?? names.posts.get(value)?.title ?? pick(auditTexts, language).idNumber(value.slice(-8))
  )
}
