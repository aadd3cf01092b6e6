import type { AgreedActivity, AgreementDocument, AgreementSection, ReadCommitment } from '../agreement-format.ts'
import type { Correction } from '../draft.rules.ts'
import type { PlacedBlock } from '../reader/find-parts.ts'
import type { FormTemplate } from '../reader/form-template.ts'
import { questionsFor } from '../reader/raise-questions.ts'
import { readContacts } from '../reader/read-contacts.ts'
import { readCoordination, readGoals } from '../reader/read-overall.ts'
import { answerText, appendLines } from '../reader/read-sections.ts'
import type { GuideStep } from './guide-step.ts'
import { mergeRead } from './merge-read.rules.ts'
import { readByHand } from './read-by-hand.rules.ts'
import { withActivities } from './with-activities.rules.ts'
import { byHand, typedBlocks, typedParties } from './typed-blocks.rules.ts'

/** What reading an answer needs: the template, and the room further on that knows promises. */
export interface AnswerReading {
  readonly template: FormTemplate
  readonly readPromises: (document: AgreementDocument) => AgreementDocument
}

/** The correction of the draft that an answer comes to; null where the draft says so already. */
export const correctionBy = (
  document: AgreementDocument,
  step: GuideStep,
  text: string,
  reading: AnswerReading,
): Correction | null => {
  if (step.asks === 'part') return partCorrection(document, step, text, reading.template)
  if (step.asks === 'activities') {
    const became = withActivities(document, step.activityId, text)
    return became === null ? null : { path: 'activities', was: document.activities, became }
  }
  const at = document.activities.findIndex(({ id }) => id === step.activityId)
  const was = document.activities[at]
  if (was === undefined) return null
  return { path: `activities.${at}`, was, became: withAnswer(document, was, { step, text }, reading) }
}

const partCorrection = (
  document: AgreementDocument,
  { part }: GuideStep & { asks: 'part' },
  text: string,
  template: FormTemplate,
): Correction => {
  const blocks = typedBlocks(text)
  if (part === 'parties') {
    const lines = appendLines([], typedParties(text), false)
    return { path: 'contacts', was: document.contacts, became: readContacts(lines, template, document.district) }
  }
  if (part === 'attachments') {
    const became = blocks.map((block) => ({ title: block.text, source: byHand }))
    return { path: 'attachments', was: document.attachments, became }
  }
  const placed = blocks.map((block): PlacedBlock => ({ part, block, isPartHeading: false }))
  if (part === 'goals') return { path: 'goals', was: document.goals, became: readGoals(placed, 'goals') }
  return { path: 'coordination', was: document.coordination, became: readCoordination(placed, template) }
}

interface Answer {
  readonly step: GuideStep & { asks: 'question' }
  readonly text: string
}

/** The stretch with the answer in its place, and what is read from its text; what a person corrected by hand stays. */
const withAnswer = (
  document: AgreementDocument,
  activity: AgreedActivity,
  answer: Answer,
  reading: AnswerReading,
): AgreedActivity => {
  const changed = { ...activity, sections: withSection(activity, answer, reading.template) }
  const before = readAgain(document, activity, reading)
  const after = readAgain(document, changed, reading)
  return {
    ...changed,
    contacts: mergeRead(activity.contacts, before.contacts, after.contacts),
    ages: activity.ages === null || sameAges(activity, before) ? after.ages : activity.ages,
    venues: mergeRead(activity.venues, before.venues, after.venues),
    amounts: mergeRead(activity.amounts, before.amounts, after.amounts),
    reservations: mergeRead(activity.reservations, before.reservations, after.reservations),
    commitments: mergeRead(activity.commitments, before.commitments, after.commitments, withoutPlace),
  }
}

const sameAges = (one: AgreedActivity, other: AgreedActivity): boolean =>
  one.ages?.from === other.ages?.from && one.ages?.to === other.ages?.to

/** A promise found anew is the same one wherever it now stands. */
const withoutPlace = ({ kind, text, owedBy, owedTo, notation }: ReadCommitment) => ({
  kind,
  text,
  owedBy,
  owedTo,
  notation,
})

const withSection = (activity: AgreedActivity, { step, text }: Answer, template: FormTemplate): AgreementSection[] => {
  const told = answerText(appendLines([], typedBlocks(text), false))
  const at = activity.sections.findIndex(({ kind }) => kind === step.kind)
  if (at >= 0)
    return told === ''
      ? activity.sections.toSpliced(at, 1)
      : activity.sections.map((section, other) => (other === at ? { ...section, text: told } : section))
  if (told === '') return activity.sections
  const order = questionsFor(activity.role, template).map(({ kind }) => kind)
  const place = order.indexOf(step.kind)
  const next = activity.sections.findIndex(({ kind }) => order.indexOf(kind) > place)
  const section: AgreementSection = { kind: step.kind, heading: step.heading, text: told, source: byHand }
  return activity.sections.toSpliced(next < 0 ? activity.sections.length : next, 0, section)
}

/** The stretch with everything its text alone tells. */
const readAgain = (document: AgreementDocument, activity: AgreedActivity, reading: AnswerReading): AgreedActivity => {
  const read = readByHand(document, activity, reading.template)
  const whole = reading.readPromises({
    ...document,
    activities: document.activities.map((one) =>
      one.id === activity.id ? { ...read, sections: activity.sections } : one,
    ),
  })
  const commitments = whole.activities.find(({ id }) => id === activity.id)?.commitments ?? []
  return { ...read, commitments: commitments.map((commitment) => ({ ...commitment, id: '', source: byHand })) }
}
