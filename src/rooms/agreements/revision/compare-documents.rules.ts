import type { AgreementDocument } from '../agreement-format.ts'

/** A section that two documents do not have alike; null where one of them has none. `key` tells it from every other: `a3.1/2`. */
export interface ChangedSection {
  readonly key: string
  readonly activityId: string
  /** Null for an activity outside the form, whose text is all there is. */
  readonly section: number | null
  readonly activity: string
  readonly heading: string | null
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two documents as far as a proposal can change them. */
export interface DocumentChanges {
  readonly sections: readonly ChangedSection[]
  /** The last days in force, where they differ. */
  readonly end: { readonly before: string | null; readonly after: string | null } | null
}

/** A section with the name of its activity, as `listSections` finds it. */
export interface PlacedSection {
  readonly activityId: string
  readonly section: number | null
  readonly activity: string
  readonly heading: string | null
  readonly text: string
}

/** Every section of the document by its key, in the order of the text. */
export const listSections = (document: AgreementDocument): Map<string, PlacedSection> =>
  new Map(
    [...formSections(document), ...otherSections(document)].map((section) => [
      `${section.activityId}/${section.section ?? 0}`,
      section,
    ]),
  )

const formSections = ({ activities }: AgreementDocument): PlacedSection[] =>
  activities.flatMap(({ id, title, sections }) =>
    sections.map(({ heading, text }, section) => ({ activityId: id, section, activity: title, heading, text })),
  )

const otherSections = ({ otherActivities }: AgreementDocument): PlacedSection[] =>
  otherActivities.map(({ id, title, text }) => ({
    activityId: id,
    section: null,
    activity: title,
    heading: null,
    text,
  }))

/** What changes from one document to the other, in the order of the text. */
export const compareDocuments = (before: AgreementDocument, after: AgreementDocument): DocumentChanges => {
  const [old, young] = [listSections(before), listSections(after)]
  const keys = new Set([...old.keys(), ...young.keys()])
  const sections = [...keys].flatMap((key): ChangedSection[] => {
    const [was, became] = [old.get(key), young.get(key)]
    const place = became ?? was
    if (place === undefined || was?.text === became?.text) return []
    const { text: _, ...named } = place
    return [{ key, ...named, before: was?.text ?? null, after: became?.text ?? null }]
  })
  const [from, to] = [before.validDuring?.to ?? null, after.validDuring?.to ?? null]
  const inOrder = [...young.keys()]
  return {
    sections: sections.toSorted((a, b) => inOrder.indexOf(a.key) - inOrder.indexOf(b.key)),
    end: from === to ? null : { before: from, after: to },
  }
}

/** Whether two documents are alike as far as a proposal can change them. */
export const isUnchanged = ({ sections, end }: DocumentChanges): boolean => sections.length === 0 && end === null
