import { splitClauses } from '../clauses.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { sectionText } from './clauses-in.rules.ts'

/** What of an agreement a proposal may change: the words of a section or of one clause in it, or something to be added. */
export type Place =
  | { readonly kind: 'section'; readonly activityId: string; readonly section: number }
  | { readonly kind: 'clause'; readonly activityId: string; readonly section: number; readonly position: number }
  | { readonly kind: 'new_clause'; readonly activityId: string; readonly section: number }
  | { readonly kind: 'new_section'; readonly activityId: string }
  | { readonly kind: 'new_activity' }
  | { readonly kind: 'period' }

/** How a place is written in an address: `a3.1/2`, `a3.1/2/5`, `a3.1/2/ny`, `a3.1/ny`, `ny`, `periode`. */
export const writePlace = (place: Place): string => {
  if (place.kind === 'period') return 'periode'
  if (place.kind === 'new_activity') return 'ny'
  if (place.kind === 'new_section') return `${place.activityId}/ny`
  const section = `${place.activityId}/${place.section}`
  if (place.kind === 'section') return section
  return `${section}/${place.kind === 'clause' ? place.position : 'ny'}`
}

const written = /^(?<activityId>[\w.]+)\/(?<section>\d{1,4}|ny)(?:\/(?<position>\d{1,4}|ny))?$/

/** The place that is written so, where the document has it; else undefined. A list of posts is changed as a whole: names are no clauses. */
export const findPlace = (document: AgreementDocument, text: string): Place | undefined => {
  if (text === 'periode') return { kind: 'period' }
  if (text === 'ny') return { kind: 'new_activity' }
  const { activityId, section, position } = written.exec(text)?.groups ?? {}
  if (activityId === undefined || section === undefined) return undefined
  if (section === 'ny') {
    const isThere = position === undefined && document.activities.some(({ id }) => id === activityId)
    return isThere ? { kind: 'new_section', activityId } : undefined
  }
  return placeInSection(document, { activityId, section: Number(section) }, position)
}

const placeInSection = (
  document: AgreementDocument,
  at: { activityId: string; section: number },
  position: string | undefined,
): Place | undefined => {
  const stands = sectionText(document, at.activityId, at.section)
  const isOfNames = document.activities.find(({ id }) => id === at.activityId)?.sections[at.section]?.kind === 'posts'
  if (stands === undefined) return undefined
  if (position === undefined) return { kind: 'section', ...at }
  if (isOfNames) return undefined
  if (position === 'ny') return { kind: 'new_clause', ...at }
  const isThere = splitClauses(stands)[Number(position)] !== undefined
  return isThere ? { kind: 'clause', ...at, position: Number(position) } : undefined
}

/** The words that stand at a place; '' where something is to be added. The last day in force where the place is the period. */
export const wordsAt = (document: AgreementDocument, place: Place): string => {
  if (place.kind === 'period') return document.validDuring?.to ?? ''
  if (place.kind !== 'section' && place.kind !== 'clause') return ''
  const text = sectionText(document, place.activityId, place.section) ?? ''
  return place.kind === 'section' ? text : (splitClauses(text)[place.position]?.text ?? '')
}
