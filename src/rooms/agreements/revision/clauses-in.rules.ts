import type { AgreementDocument } from '../agreement-format.ts'
import { splitClauses } from '../clauses.ts'
import type { NewClause } from './carry-clauses.rules.ts'

/** Every clause of the document, in the order of the text; an activity outside the form is one section. Posts are names, not clauses. */
export const clausesIn = (document: AgreementDocument): NewClause[] => [
  ...document.activities.flatMap(({ id, sections }) =>
    sections.flatMap(({ kind, text }, section) => (kind === 'posts' ? [] : clausesOf(id, section, text))),
  ),
  ...document.otherActivities.flatMap(({ id, text }) => clausesOf(id, 0, text)),
]

const clausesOf = (activityId: string, section: number, text: string): NewClause[] =>
  splitClauses(text).map((clause, position) => ({ activityId, section, position, text: clause.text }))

/** Where a clause's words stand in its section's text; null where they do not. */
export const spanOfClause = (
  sectionText: string,
  clause: Pick<NewClause, 'position' | 'text'>,
): { readonly from: number; readonly to: number } | null => {
  const clauses = splitClauses(sectionText)
  const there = clauses[clause.position]
  const found = there?.text === clause.text ? there : clauses.find(({ text }) => text === clause.text)
  return found === undefined ? null : { from: found.from, to: found.to }
}

/** A section's text; undefined where the document has no such section. An activity outside the form has one, its text. */
export const sectionText = (document: AgreementDocument, activityId: string, section: number): string | undefined =>
  document.activities.find(({ id }) => id === activityId)?.sections[section]?.text ??
  (section === 0 ? document.otherActivities.find(({ id }) => id === activityId)?.text : undefined)
