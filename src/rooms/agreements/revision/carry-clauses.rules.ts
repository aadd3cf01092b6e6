import { diffWords, wordsOf } from './word-diff.rules.ts'

/** A clause where it stands in a version, with the identity it keeps from version to version. */
export interface StandingClause {
  readonly clauseId: string
  readonly activityId: string
  /** The place of its section among the activity's, and its place in the section. */
  readonly section: number
  readonly position: number
  readonly text: string
}

export type NewClause = Omit<StandingClause, 'clauseId'>

/** Clauses share an identity when at least this much of their words is the same. */
const alikeFrom = 0.5

/**
 * Gives the clauses of a new version the identities of those they continue: first the ones whose words did not change, then, in the
 * same activity, the ones most alike; the rest are new, and get one from `newId`. No identity is given twice.
 */
export const carryClauses = (
  before: readonly StandingClause[],
  after: readonly NewClause[],
  newId: () => string,
): StandingClause[] => {
  const free = new Map(before.map((clause) => [clause.clauseId, clause]))
  const taken = new Map<NewClause, string>()
  const take = (clause: NewClause, id: string) => {
    taken.set(clause, id)
    free.delete(id)
  }
  for (const clause of after) {
    const same = nearest(
      clause,
      [...free.values()].filter((one) => isSameText(one, clause)),
    )
    if (same) take(clause, same.clauseId)
  }
  const pairs = after
    .filter((clause) => !taken.has(clause))
    .flatMap((clause) =>
      [...free.values()]
        .filter((one) => one.activityId === clause.activityId)
        .map((one) => ({ clause, one, alike: likeness(one.text, clause.text) })),
    )
    .filter(({ alike }) => alike >= alikeFrom)
    .toSorted((a, b) => b.alike - a.alike)
  for (const { clause, one } of pairs) if (!taken.has(clause) && free.has(one.clauseId)) take(clause, one.clauseId)
  return after.map((clause) => ({ ...clause, clauseId: taken.get(clause) ?? newId() }))
}

const isSameText = (one: StandingClause, clause: NewClause): boolean =>
  one.text === clause.text && one.activityId === clause.activityId

/** Of several with the same words, the one that stands where this one does. */
const nearest = (clause: NewClause, among: readonly StandingClause[]): StandingClause | undefined =>
  among.toSorted((a, b) => distance(a, clause) - distance(b, clause))[0]

const distance = (one: StandingClause, clause: NewClause): number =>
  Math.abs(one.section - clause.section) * 1000 + Math.abs(one.position - clause.position)

/** How much of two texts' letters stand in both, from 0 to 1. */
export const likeness = (one: string, other: string): number => {
  const shared = diffWords(one, other).reduce((sum, { kind, text }) => (kind === 'same' ? sum + letters(text) : sum), 0)
  const all = letters(one) + letters(other)
  return all === 0 ? 1 : (2 * shared) / all
}

const letters = (text: string): number =>
  wordsOf(text).reduce((sum, word) => (/[\p{L}\p{N}]/u.test(word) ? sum + word.length : sum), 0)
