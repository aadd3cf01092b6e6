import type {
  AgreedActivity,
  AgreementDocument,
  Contact,
  ReadCommitment,
  ReaderQuestion,
} from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import type { Reservation } from '../reservation.ts'
import type { NextSpan, PeriodToCarry } from './next-period.ts'
import { nextPeriodTexts } from './next-period.texts.ts'
import { type Shift, shiftDay, shiftNotation, shiftSpan, shiftTo, shiftYears } from './shift-days.rules.ts'
import { type Stretch, withoutSentences } from './without-sentence.rules.ts'

interface Carrying {
  readonly period: PeriodToCarry
  readonly kept: ReadonlySet<string>
  readonly span: NextSpan
  readonly shift: Shift
}

const notes = nextPeriodTexts.da

/**
 * The agreement as it begins its next period: its days moved, the promises chosen and no others, reservations that are over left
 * out, holders as they are today. `kept` holds reading ids. What a person must look at comes as questions, in Danish like the rest
 * of the document.
 */
export const carryDocument = (
  period: PeriodToCarry,
  { kept, span }: Pick<Carrying, 'kept' | 'span'>,
): AgreementDocument => {
  const { document } = period.version
  const carrying: Carrying = { period, kept, span, shift: shiftTo(document.validDuring, span) }
  const activities = document.activities.map((activity) => carryActivity(activity, carrying))
  const { refresh } = period
  return {
    ...document,
    signedOn: null,
    caseNumber: null,
    documentNumber: null,
    validDuring: { from: span.from, to: span.to },
    contacts: document.contacts.map(refresh),
    coordination: document.coordination && {
      ...document.coordination,
      lead: document.coordination.lead && refresh(document.coordination.lead),
    },
    frames: document.frames.map((frame) => ({
      ...frame,
      during: frame.during && shiftSpan(frame.during, carrying.shift),
    })),
    activities: activities.map(({ activity }) => activity),
    otherActivities: document.otherActivities.map((other) => ({
      ...other,
      validDuring: other.validDuring && shiftSpan(other.validDuring, carrying.shift),
      commitments: promisesOf(other.id, carrying).map(({ promise }) => promise),
    })),
    signatories: document.signatories.map((signatory) => ({ ...signatory, name: null, signedOn: null })),
    questions: [
      ...wholeQuestions(document, period, carrying.shift),
      ...activities.flatMap(({ questions }) => questions),
    ],
  }
}

const activityOf = (readingId: string): string => readingId.split('/')[0] ?? ''

interface CarriedText {
  readonly promise: ReadCommitment
  /** The sentence as it stood. */
  readonly was: string
}

/** The promises of an activity that come along, as last corrected, their days moved. */
const promisesOf = (activityId: string, { period, kept, shift }: Carrying): CarriedText[] => {
  const old = period.version.document.validDuring
  return period.promises.flatMap(({ commitment }) => {
    if (activityOf(commitment.readingId) !== activityId || !kept.has(commitment.readingId)) return []
    const { kind, text, owedBy, owedTo, notation, within, sourceLine: line } = commitment
    const promise: ReadCommitment = {
      id: commitment.readingId,
      kind,
      text: shiftYears(text, old, shift),
      owedBy: [...owedBy],
      owedTo: [...owedTo],
      notation: shiftNotation(notation, old, shift),
      within: within && { ...within },
      source: { line, toLine: line, page: null },
    }
    return [{ promise, was: text }]
  })
}

const carryActivity = (
  activity: AgreedActivity,
  carrying: Carrying,
): { activity: AgreedActivity; questions: ReaderQuestion[] } => {
  const { period, kept, shift } = carrying
  const own = period.promises
    .map(({ commitment }) => commitment)
    .filter(({ readingId }) => activityOf(readingId) === activity.id)
  const gone = own.filter(({ readingId }) => !kept.has(readingId))
  const stays = own.filter(({ readingId }) => kept.has(readingId))
  const lapsed = period.lapsed.filter(({ activityId }) => activityId === activity.id)
  const carried = promisesOf(activity.id, carrying)
  const sections = activity.sections.map((section, at) => {
    const cut = [...within(gone, at), ...lapsed.flatMap((reservation) => sentenceOf(section.text, reservation))]
    const text = withoutSentences(section.text, cut, within(stays, at))
    return { ...section, text: carried.reduce((told, { was, promise }) => told.replace(was, () => promise.text), text) }
  })
  const old = period.version.document.validDuring
  return {
    activity: {
      ...activity,
      sections,
      contacts: activity.contacts.map(period.refresh),
      reservations: activity.reservations
        .filter(({ text }) => !lapsed.some((reservation) => reservation.text === text))
        .map((reservation) => ({
          ...reservation,
          text: shiftYears(reservation.text, old, shift),
          until: reservation.until && shiftDay(reservation.until, shift),
        })),
      commitments: placed(
        carried.map(({ promise }) => promise),
        sections,
      ),
    },
    questions: activityQuestions(activity, lapsed, carried),
  }
}

const within = (commitments: readonly Commitment[], section: number): Stretch[] =>
  commitments.flatMap((commitment) => (commitment.within?.section === section ? [commitment.within] : []))

const sentenceOf = (text: string, reservation: Reservation): Stretch[] => {
  const from = text.indexOf(reservation.text)
  return from < 0 ? [] : [{ from, to: from + reservation.text.length }]
}

/** Where each sentence stands now that others have gone; each place is taken once. */
const placed = (promises: readonly ReadCommitment[], sections: readonly { text: string }[]): ReadCommitment[] => {
  const ends = new Map<number, number>()
  return promises.map((promise) => {
    const section = promise.within?.section
    const text = section === undefined ? undefined : sections[section]?.text
    if (section === undefined || text === undefined) return { ...promise, within: null }
    const behind = text.indexOf(promise.text, ends.get(section) ?? 0)
    const from = behind >= 0 ? behind : text.indexOf(promise.text)
    if (from < 0) return { ...promise, within: null }
    const to = from + promise.text.length
    ends.set(section, to)
    return { ...promise, within: { section, from, to } }
  })
}

const wholeQuestions = (
  document: AgreementDocument,
  { holders, refresh }: PeriodToCarry,
  shift: Shift,
): ReaderQuestion[] => {
  const about = (contact: Contact) =>
    contact.post !== null && contact.holder !== null && refresh(contact).holder === null
  const vacant = [...new Set(document.contacts.filter(about).map(({ post }) => post ?? ''))]
  return [
    { about: 'signedOn', text: notes.noteSigning, source: null },
    ...document.frames.flatMap(({ plan, amountOere }, at) =>
      amountOere === null ? [] : [{ about: `frames.${at}`, text: notes.noteFrame(plan), source: null }],
    ),
    ...vacant.map((post) => ({ about: 'contacts', text: notes.noteVacant(post), source: null })),
    ...(holders.length > 0 ? [{ about: 'contacts', text: notes.noteHolders(holders.length), source: null }] : []),
    ...document.otherActivities.flatMap(({ title, validDuring }, at) =>
      validDuring === null || (shift.years === 0 && shift.days === 0)
        ? []
        : [{ about: `otherActivities.${at}`, text: notes.noteOther(title), source: null }],
    ),
  ]
}

const activityQuestions = (
  activity: AgreedActivity,
  lapsed: readonly Reservation[],
  carried: readonly CarriedText[],
): ReaderQuestion[] => [
  ...lapsed.map(({ text }) => ({
    about: `activities.${activity.id}`,
    text: notes.noteLapsed(text),
    source: null,
  })),
  ...carried
    .filter(({ promise, was }) => promise.text !== was)
    .map(({ promise }) => ({
      about: `activities.${activity.id}.commitments.${promise.id}`,
      text: notes.noteMoved(promise.text),
      source: null,
    })),
]
