import type { AgreedActivity, AgreementDocument, AgreementSection } from '../agreement-format.ts'
import { freeActivityId } from './change-document.rules.ts'
import { listSections } from './compare-documents.rules.ts'
import { type MergedPiece, mergedText, mergeTexts } from './merge-texts.rules.ts'

/** A section that both changed in the same place: the three wordings side by side, and how far they can be put together. */
export interface MergeConflict {
  readonly key: string
  readonly activity: string
  readonly heading: string | null
  readonly base: string
  readonly mine: string
  readonly theirs: string
  readonly pieces: readonly MergedPiece[]
}

export interface MergedDocument {
  /** Theirs with mine put into it; where a conflict is not chosen, theirs stands. */
  readonly document: AgreementDocument
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Puts a changed document (`mine`) on the version that followed the one it was written against (`base` → `theirs`): what one alone
 * changed is taken from them, what both changed is put together word by word. `chosen` holds the words a person chose for a section.
 */
export const mergeDocuments = (
  base: AgreementDocument,
  mine: AgreementDocument,
  theirs: AgreementDocument,
  chosen: ReadonlyMap<string, string> = new Map(),
): MergedDocument => {
  const [bases, mines] = [listSections(base), listSections(mine)]
  const conflicts: MergeConflict[] = []
  const settle = (key: string, text: string): string => {
    const [was, own] = [bases.get(key), mines.get(key)]
    if (was === undefined || own === undefined || own.text === was.text) return text
    const choice = chosen.get(key)
    if (choice !== undefined) return choice
    const pieces = mergeTexts(was.text, own.text, text)
    const merged = mergedText(pieces)
    if (merged !== null) return merged
    const { activity, heading } = own
    conflicts.push({ key, activity, heading, base: was.text, mine: own.text, theirs: text, pieces })
    return text
  }
  return { document: withAdded(base, mine, settled(theirs, settle, { base, mine })), conflicts }
}

const settled = (
  theirs: AgreementDocument,
  settle: (key: string, text: string) => string,
  { base, mine }: { base: AgreementDocument; mine: AgreementDocument },
): AgreementDocument => {
  const [was, own] = [base.validDuring?.to ?? null, mine.validDuring?.to ?? null]
  return {
    ...theirs,
    validDuring: own === was ? theirs.validDuring : { from: theirs.validDuring?.from ?? null, to: own },
    activities: theirs.activities.map((activity) => ({
      ...activity,
      sections: activity.sections.map((section, at) => ({
        ...section,
        text: settle(`${activity.id}/${at}`, section.text),
      })),
    })),
    otherActivities: theirs.otherActivities.map((activity) => ({
      ...activity,
      text: settle(`${activity.id}/0`, activity.text),
    })),
  }
}

/** What mine added comes after what theirs added. */
const withAdded = (base: AgreementDocument, mine: AgreementDocument, merged: AgreementDocument): AgreementDocument => {
  const stood = new Map(base.activities.map((activity) => [activity.id, activity]))
  const own = new Map(mine.activities.map((activity) => [activity.id, activity]))
  const added = mine.activities.filter(({ id }) => !stood.has(id))
  const activities = merged.activities.map((activity) => ({
    ...activity,
    sections: [...activity.sections, ...sectionsAdded(stood.get(activity.id), own.get(activity.id))],
  }))
  return added.reduce(
    (document, activity) => ({
      ...document,
      activities: [...document.activities, { ...activity, id: freeActivityId(document) }],
    }),
    { ...merged, activities },
  )
}

const sectionsAdded = (stood: AgreedActivity | undefined, own: AgreedActivity | undefined): AgreementSection[] =>
  stood === undefined || own === undefined ? [] : own.sections.slice(stood.sections.length)
