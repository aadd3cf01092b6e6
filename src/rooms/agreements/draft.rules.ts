import { Refused } from '../../platform/refused.ts'
import type { AgreementDocument, ReadCommitment } from './agreement-format.ts'
import { readEmbedded } from './agreement-format.schema.ts'
import type { DraftCorrection } from './agreement.ts'
import { resolvePath, valueAt, withElementInserted, withoutElementAt, withValueAt } from './draft-path.rules.ts'

/** One correction: what stands at the path becomes something else; undefined `was` adds an element, undefined `became` takes it out. */
export interface Correction {
  readonly path: string
  readonly was: unknown
  readonly became: unknown
}

/** The document with the correction made and what follows from it set right: ids, and where promises stand in their section. */
export const applyCorrection = (document: AgreementDocument, correction: Correction): AgreementDocument => {
  const places = correctionPlaces(document, correction.path)
  const changed =
    correction.became === undefined
      ? withoutElementAt(document, places)
      : correction.was === undefined
        ? withElementInserted(document, places, correction.became)
        : withValueAt(document, places, correction.became)
  return settle(checked(changed, correction.path))
}

const checked = (changed: unknown, path: string): AgreementDocument => {
  const document = readEmbedded(changed)
  if (document === null) throw new Refused('draft_path_unknown', { path })
  return document
}

/** The places of a path, also of a new element at the end of its list. Throws Refused('draft_path_unknown'). */
export const correctionPlaces = (document: AgreementDocument, path: string): (string | number)[] => {
  const known = resolvePath(document, path)
  if (known) return known
  const steps = path.split('.')
  const listPath = resolvePath(document, steps.slice(0, -1).join('.'))
  const list = listPath && valueAt(document, listPath)
  const at = steps.at(-1)
  if (!listPath || !Array.isArray(list) || (at !== '+' && at !== String(list.length)))
    throw new Refused('draft_path_unknown', { path })
  return [...listPath, list.length]
}

/** The last correction that still stands: neither an undoing itself nor undone. Corrections come the last first. */
export const lastStanding = (corrections: readonly DraftCorrection[]): DraftCorrection | undefined => {
  const undone = new Set(corrections.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])))
  return corrections.find(({ revision, undoes }) => undoes === null && !undone.has(revision))
}

const settle = (document: AgreementDocument): AgreementDocument => ({
  ...document,
  activities: document.activities.map((activity) => ({
    ...activity,
    commitments: numbered(activity.id, activity.commitments).map((commitment) => ({
      ...commitment,
      within: within(commitment, activity.sections),
    })),
  })),
  otherActivities: document.otherActivities.map((activity) => ({
    ...activity,
    commitments: numbered(activity.id, activity.commitments),
  })),
})

/** A promise written by hand gets the next free number; the others keep theirs, so that references last. */
const numbered = (activityId: string, commitments: readonly ReadCommitment[]): ReadCommitment[] => {
  let highest = Math.max(0, ...commitments.map((commitment) => Number(/\/k(\d+)$/.exec(commitment.id)?.[1] ?? 0)))
  return commitments.map((commitment) =>
    commitment.id === '' ? { ...commitment, id: `${activityId}/k${++highest}` } : commitment,
  )
}

const within = (commitment: ReadCommitment, sections: readonly { text: string }[]): ReadCommitment['within'] => {
  const stood = commitment.within
  if (stood && sections[stood.section]?.text.slice(stood.from, stood.to) === commitment.text) return stood
  const inOrder = sections.map((_, section) => section)
  const sameFirst = stood ? [stood.section, ...inOrder] : inOrder
  for (const section of sameFirst) {
    const from = sections[section]?.text.indexOf(commitment.text) ?? -1
    if (from >= 0 && commitment.text !== '') return { section, from, to: from + commitment.text.length }
  }
  return null
}

/** The days an agreement may come into force: it must say from when. Throws Refused('draft_lacks_title' | 'draft_lacks_dates' | 'draft_ends_before_it_begins'). */
export const requireConfirmable = (document: AgreementDocument): { from: string; to: string | null } => {
  if (!document.title?.trim()) throw new Refused('draft_lacks_title')
  const { from, to } = document.validDuring ?? { from: null, to: null }
  if (from === null) throw new Refused('draft_lacks_dates')
  if (to !== null && to < from) throw new Refused('draft_ends_before_it_begins')
  return { from, to }
}

/** Pages that stand where an agreement's address would. */
const pagesBesideAgreements: ReadonlySet<string> = new Set(['ny', 'aflevering'])

/** A readable address for an agreement, free among those taken: `havneby-boern-unge-og-familie`. */
export const slugFor = (document: AgreementDocument, taken: ReadonlySet<string>): string => {
  const words = [document.district, document.focusArea ?? document.title].filter(Boolean).join(' ')
  const plain = words
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  const base = plain === '' || pagesBesideAgreements.has(plain) ? 'aftale' : plain
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
