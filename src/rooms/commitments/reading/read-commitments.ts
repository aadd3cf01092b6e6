import { splitClauses } from '../../agreements/index.ts'
import type {
  AgreedActivity,
  AgreementDocument,
  AgreementSection,
  Clause,
  OtherActivity,
  ReadCommitment,
  ReaderQuestion,
  SourcePlace,
} from '../../agreements/index.ts'
import { readAct } from './act.ts'
import { namedAfter, subjectOf } from './people.ts'
import { resolveNames } from './resolve.ts'
import { shapeOf } from './sentence-shape.ts'
import { readFootnotes } from './read-footnotes.ts'
import { readClauses } from './read-clause.ts'
import type { FoundPromise } from './read-clause.ts'
import { readSection } from './section-reading.ts'
import { questionsAbout } from './questions.ts'
import { rostersOf } from './roster.ts'
import type { Roster } from './roster.ts'
import { settleOwners } from './settle-owners.ts'
import type { SectionPromises } from './settle-owners.ts'

/**
 * Reads the promises out of an agreement's sections: fills `commitments` of every activity and other activity, and appends
 * the questions a person must settle. What was there before is read anew; everything else stays as it was.
 * Pure; takes time linear in the agreement's text. Never throws.
 */
export const readCommitments = (agreement: AgreementDocument): AgreementDocument => {
  const rosterOf = rostersOf(agreement)
  const readers = agreement.activities.map((activity) => readActivity(agreement, activity, rosterOf(activity)))
  const others = agreement.otherActivities.map((activity) => readOther(activity, rosterOf(null)))
  const questions = [...readers, ...others].flatMap((read) => read.questions)
  return {
    ...agreement,
    activities: agreement.activities.map((activity, index) => ({
      ...activity,
      commitments: readers[index]?.commitments ?? [],
    })),
    otherActivities: agreement.otherActivities.map((activity, index) => ({
      ...activity,
      commitments: others[index]?.commitments ?? [],
    })),
    questions: [...agreement.questions, ...questions],
  }
}

interface ReadActivity {
  commitments: ReadCommitment[]
  questions: ReaderQuestion[]
}

const readActivity = (agreement: AgreementDocument, activity: AgreedActivity, roster: Roster): ReadActivity => {
  const sections = activity.sections.map(({ kind, text }, section) => ({
    section,
    promises: readSection(splitClauses(text), kind, roster),
  }))
  const footnotes = readFootnotes(agreement, activity, roster)
  const unsure = settleOwners([...sections, ...footnotes.map(({ promises }) => ({ section: -1, promises }))], roster)
  const placed = sections.flatMap(({ section, promises }) => placePromises(activity, section, promises))
  const noted = footnotes.flatMap(({ promises, source }) =>
    promises.map((promise) => ({ promise, within: null, source })),
  )
  return numbered(activity.id, `activities.${activity.id}`, [...placed, ...noted], unsure)
}

interface Placed {
  promise: FoundPromise
  within: ReadCommitment['within']
  source: SourcePlace
}

const placePromises = (activity: AgreedActivity, section: number, promises: readonly FoundPromise[]): Placed[] => {
  const place = activity.sections[section]
  if (place === undefined) return []
  const placeOf = placesIn(place)
  return promises.map((promise) => ({
    promise,
    within: { section, from: promise.from, to: promise.to },
    source: placeOf(promise.from),
  }))
}

/**
 * The line of the source at an offset of a section's text, asked for in order of text: the paragraph's own line where the
 * section has as many lines as its text has paragraphs, else the whole section's place.
 */
const placesIn = ({ source, text }: AgreementSection): ((from: number) => SourcePlace) => {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)]
  if (source.toLine - source.line + 1 !== starts.length) return () => ({ ...source })
  let paragraph = 0
  return (from) => {
    while ((starts[paragraph + 1] ?? Infinity) <= from) paragraph++
    return { ...source, line: source.line + paragraph, toLine: source.line + paragraph }
  }
}

const readOther = (activity: OtherActivity, roster: Roster): ReadActivity => {
  const clauses = splitClauses(activity.text)
  const promises = readClauses(clauses, 'purpose', roster)
  const sections: SectionPromises[] = [{ section: 0, promises }]
  settleOwners(sections, withoutParties(roster))
  const host = hostIn(clauses, roster)
  for (const promise of promises) if (promise.owedBy.length === 0) promise.owedBy = host
  const placed = promises.map((promise): Placed => ({ promise, within: null, source: { ...activity.source } }))
  return numbered(activity.id, `otherActivities.${activity.id}`, placed, [])
}

/** Who carries an activity that is only told of: the first who acts in its text, or by whom it is done; else the plans it names. */
const hostIn = (clauses: readonly Clause[], roster: Roster): string[] => {
  for (const { text } of clauses) {
    const act = readAct(text)
    const by = act.shape.isPassive ? [] : subjectOf(act, roster)
    const named = by.length > 0 ? by : namedAfter(shapeOf(text), /^(?:af)$/u, roster)
    if (named.length > 0) return resolveNames(named, roster)
  }
  const told = clauses.map(({ text }) => text.toLowerCase()).join(' ')
  return roster.allPlans.filter((plan) => told.includes(plan.toLowerCase())).map((plan) => `helhedsplanen ${plan}`)
}

/** An activity outside the cooperation is owed by those it names, never by all parties of the agreement. */
const withoutParties = (roster: Roster): Roster => ({ ...roster, near: [] })

const numbered = (
  id: string,
  about: string,
  placed: readonly Placed[],
  unsure: readonly FoundPromise[],
): ReadActivity => {
  const commitments = placed.map(({ promise, within, source }, index): ReadCommitment => ({
    id: `${id}/k${index + 1}`,
    kind: promise.kind,
    text: promise.text,
    owedBy: promise.owedBy,
    owedTo: promise.owedTo,
    notation: promise.notation,
    within,
    source,
  }))
  const guessed = new Set(unsure)
  const asked = placed.flatMap(({ promise }, index) => (guessed.has(promise) ? (commitments[index] ?? []) : []))
  return { commitments, questions: questionsAbout(about, asked) }
}
