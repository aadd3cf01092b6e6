import { type AgreementDocument, sectionText, spanOfClause, type StandingClause } from '../../agreements/index.ts'
import type { Within } from './life.ts'

/** A clause with where its words stand in its section. */
export interface PlacedClause {
  readonly clause: StandingClause
  readonly from: number
  readonly to: number
}

/** Where each clause of a version stands, by its id, in the order of the text. */
export const placeClauses = (
  document: AgreementDocument,
  clauses: readonly StandingClause[],
): Map<string, PlacedClause> =>
  new Map(
    clauses.flatMap((clause) => {
      const span = spanOfClause(sectionText(document, clause.activityId, clause.section) ?? '', clause)
      return span === null ? [] : [[clause.clauseId, { clause, ...span }] as const]
    }),
  )

/** A promise as far as it is placed: by the activity in its reading id and where its words stand. */
interface Placeable {
  readonly readingId: string
  readonly text: string
  readonly within: Within
}

/** What is in a clause by the clause's id; `unplaced` holds what stands in none: written by hand, or in a footnote. */
export const placePromises = <T extends Placeable>(
  document: AgreementDocument,
  placed: ReadonlyMap<string, PlacedClause>,
  promises: readonly T[],
): { readonly byClause: ReadonlyMap<string, readonly T[]>; readonly unplaced: readonly T[] } => {
  const bySection = Map.groupBy(placed.values(), ({ clause }) => `${clause.activityId}/${clause.section}`)
  const byClause = new Map<string, T[]>()
  const unplaced: T[] = []
  for (const promise of promises) {
    const activityId = promise.readingId.split('/')[0] ?? ''
    const within = promise.within ?? withinOther(document, activityId, promise.text)
    const there = within && bySection.get(`${activityId}/${within.section}`)
    const found = within && there?.find(({ from, to }) => within.from >= from && within.from < to)
    if (found) byClause.set(found.clause.clauseId, [...(byClause.get(found.clause.clauseId) ?? []), promise])
    else unplaced.push(promise)
  }
  return { byClause, unplaced }
}

/** An activity outside the form does not say where its promises stand: their words do. */
const withinOther = (document: AgreementDocument, activityId: string, text: string): Within => {
  const from = document.otherActivities.find(({ id }) => id === activityId)?.text.indexOf(text) ?? -1
  return from < 0 || text === '' ? null : { section: 0, from, to: from + text.length }
}
