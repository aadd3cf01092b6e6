import type { ItemKind } from '../agenda/agenda.ts'
import type { ItemWords } from '../agenda/item-words.ts'

/** A point that Brobyg would put on an agenda. */
export interface Suggestion {
  readonly kind: ItemKind & ('promise' | 'proposal' | 'collision')
  readonly words: ItemWords
  readonly path: string
  /** The thing it is about, where it is one; null = of its kind there is one on an agenda. */
  readonly refId: string | null
}

interface Point {
  readonly kind: ItemKind
  readonly title: string
  readonly refId: string | null
}

/** Those that are not on the agenda: one of its kind, or one about the same thing, is enough. Pure. */
export const newSuggestions = (items: readonly Point[], suggestions: readonly Suggestion[]): Suggestion[] =>
  suggestions.filter(({ kind, refId }) => !items.some((item) => item.kind === kind && item.refId === refId))

/** After which standing point each kind belongs, where that is on the agenda. */
const after: Readonly<Record<Suggestion['kind'], string>> = {
  promise: 'Løfter, der er på vej til at blive brudt',
  proposal: 'Ønsker om ændring af aftalen',
  collision: 'Kalenderen: hvad falder sammen?',
}

/** How many of the last points close the meeting: next meeting, any other business. */
const closingOf = (items: readonly Point[]): number => {
  const opening = items.findLastIndex(({ kind }) => kind !== 'standing')
  return Math.min(2, items.length - 1 - opening)
}

/** Where a suggestion goes on an agenda: after the point of its kind, else before those that close the meeting. Pure. */
export const placeOf = (items: readonly Point[], kind: Suggestion['kind']): number => {
  const same = items.findLastIndex((item) => item.kind === kind)
  const standing = items.findIndex((item) => item.kind === 'standing' && item.title === after[kind])
  const found = Math.max(same, standing)
  return found === -1 ? items.length - closingOf(items) : found + 1
}

/** A text with the lines it lacks; those that stand there already are not written twice. Pure. */
export const withLines = (body: string, lines: readonly string[]): string => {
  const there = new Set(body.split('\n').map((line) => line.trim()))
  const lacking = lines.filter((line) => !there.has(line))
  return [body, ...lacking].filter((line) => line !== '').join('\n')
}
