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
    facts: factsOf(entry.facts, pick(verbTexts, language).facts),
  }
}

/** What a verb says in words; one that has none is told by its code. */
export const verbInWords = (verb: string, language: Language): string =>
  pick(verbTexts, language).verbs[verb] ?? pick(auditTexts, language).unknownVerb(verb)

const factsOf = (facts: string, words: Readonly<Record<string, string>>): string => {
  if (facts === '') return ''
  const told: unknown = JSON.parse(facts)
  if (typeof told !== 'object' || told === null) return ''
  return Object.entries(told)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${words[name] ?? name}: ${words[String(value)] ?? value}`)
    .join(', ')
}
