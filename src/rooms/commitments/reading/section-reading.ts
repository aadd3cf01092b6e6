import type { Clause, SectionKind } from '../../agreements/index.ts'
import { readTerms } from '../grammar/read-terms.ts'
import { findTerm, formatNotation } from '../notation.ts'
import { readAct } from './act.ts'
import { type FoundPromise, readClauses } from './read-clause.ts'
import { partiesOf } from './settle-owners.ts'
import type { Roster } from './roster.ts'

/** The sections that say what is hoped for, whom it is for, or who holds what: they promise nothing. */
const promisesNothing: ReadonlySet<SectionKind> = new Set([
  'posts',
  'responsible',
  'target_group',
  'sub_goals',
  'success_criteria',
  'focus_areas',
])

/** The seven-question form's answers that those of other templates are read like. */
const readsLike: Partial<Record<SectionKind, SectionKind>> = {
  framework: 'purpose',
  baseline: 'purpose',
  activities: 'purpose',
  indicators: 'purpose',
  organisation: 'responsibilities',
  content: 'responsibilities',
  resources: 'economy',
}

/** The promises of a section's clauses, by what the section answers. */
export const readSection = (clauses: readonly Clause[], kind: SectionKind, roster: Roster): FoundPromise[] => {
  if (promisesNothing.has(kind)) return []
  if (kind === 'milestones') return clauses.flatMap((clause) => readMilestone(clause, roster))
  return readClauses(clauses, readsLike[kind] ?? kind, roster)
}

/** A milestone with a day is promised by whoever is responsible, whatever its sentence is about; one without is a hope. */
const readMilestone = (clause: Clause, roster: Roster): FoundPromise[] => {
  const rules = readTerms(clause.text)
  const hasDay = rules.some((rule) => findTerm(rule, 'DEADLINE') !== undefined || findTerm(rule, 'DATE') !== undefined)
  if (!hasDay) return []
  return [
    {
      clause,
      text: clause.text,
      from: clause.from,
      to: clause.to,
      kind: 'task',
      owedBy: responsibleIn(roster),
      owedTo: [],
      notation: formatNotation(rules),
      rules,
      calls: false,
      act: readAct(clause.text),
      spokenOf: [],
    },
  ]
}

const responsibleIn = (roster: Roster): string[] => {
  const posts = new Set(roster.near.flatMap(({ post }) => post ?? []))
  return posts.size > 0 && posts.size <= 3 ? [...posts] : partiesOf(roster)
}
