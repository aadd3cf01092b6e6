import type {
  AgreedActivity,
  AgreedAmount,
  AgreementDocument,
  AgreementReservation,
  Contact,
} from '../agreement-format.ts'
import type { Chapter, FormRow, Line, Part } from './description.ts'
import { documentTexts } from './document.texts.ts'
import type { DocumentLanguage, DocumentTexts } from './document.texts.ts'
import { dayInWords, moneyInWords, printable } from './document-words.ts'
import { linesOf, paragraphOf } from './lines.ts'
import type { NotePlaces } from './lines.ts'

/** The chapter of activities: each with its form, sub-activities right after the activity they belong to. */
export const describeActivities = (
  agreement: AgreementDocument,
  notes: NotePlaces,
  language: DocumentLanguage,
): Chapter => ({
  heading: documentTexts[language].activities,
  parts: activitiesInOrder(agreement.activities).flatMap(({ activity, isPartOfAnother }): Part[] => [
    {
      kind: 'heading',
      level: isPartOfAnother ? 3 : 2,
      text: titleOf(activity, language),
      inContents: !isPartOfAnother,
    },
    ...servesOf(activity, language),
    ...agesOf(activity, language),
    { kind: 'form', rows: formOf(activity, notes, language) },
  ]),
})

export const titleOf = (
  activity: { title: string; role?: AgreedActivity['role'] },
  language: DocumentLanguage,
): string => {
  const texts = documentTexts[language]
  const title = printable(activity.title) || texts.activity
  return activity.role === 'sub_agreement' ? texts.subAgreement(title) : title
}

/** Parents in their order, each followed by all that belongs to it; whatever hangs on nothing stands by itself. */
const activitiesInOrder = (activities: AgreedActivity[]) => {
  const ids = new Set(activities.map((activity) => activity.id))
  const reached = new Set<AgreedActivity>()
  const ordered: { activity: AgreedActivity; isPartOfAnother: boolean }[] = []
  const add = (activity: AgreedActivity, isPartOfAnother: boolean): void => {
    if (reached.has(activity)) return
    reached.add(activity)
    ordered.push({ activity, isPartOfAnother })
    for (const child of activities.filter((other) => other.parentId === activity.id)) add(child, true)
  }
  for (const activity of activities) if (activity.parentId === null || !ids.has(activity.parentId)) add(activity, false)
  for (const activity of activities) add(activity, false)
  return ordered
}

/** The focus areas an activity serves, where the agreement has several. */
const servesOf = ({ role, focusAreas }: AgreedActivity, language: DocumentLanguage): Part[] =>
  role === 'activity' && focusAreas.length > 1
    ? [{ kind: 'remark', text: documentTexts[language].serves(printable(focusAreas.join(', '))) }]
    : []

const agesOf = ({ ages }: AgreedActivity, language: DocumentLanguage): Part[] =>
  ages === null || (ages.from === null && ages.to === null)
    ? []
    : [{ kind: 'remark', text: documentTexts[language].ages(ages.from, ages.to) }]

/** The answers as they stand, and a row for each kind of fact that no answer tells. */
const formOf = (activity: AgreedActivity, notes: NotePlaces, language: DocumentLanguage): FormRow[] => {
  const texts = documentTexts[language]
  const rows = activity.sections.map((section) => ({
    question: printable(section.heading) || texts.sectionKinds[section.kind],
    answer: linesOf(section.text, notes),
  }))
  const lacks = (kind: AgreedActivity['sections'][number]['kind']) =>
    activity.sections.every((section) => section.kind !== kind)
  const extra: FormRow[] = []
  if (lacks('posts') && lacks('responsible')) {
    extra.push({
      question: texts.sectionKinds.posts,
      answer: activity.contacts.map((one) => itemOf(contactInWords(one, texts))),
    })
  }
  if (lacks('economy')) {
    extra.push({
      question: texts.sectionKinds.economy,
      answer: activity.amounts.map((one) => itemOf(amountInWords(one, language))),
    })
  }
  if (lacks('venues')) {
    extra.push({
      question: texts.sectionKinds.venues,
      answer: activity.venues.map(({ name, area }) => itemOf(area === null ? name : `${name}, ${area}`)),
    })
  }
  extra.push({
    question: texts.reservations,
    answer: untoldReservations(activity).map((one) => reservationLine(one, language)),
  })
  return [...rows, ...extra.filter((row) => row.answer.length > 0)]
}

export const itemOf = (text: string): Line => ({ ...paragraphOf(text), kind: 'item', level: 1 })

/** A contact on one line: part, plan, unit, post and holder, whichever are known. */
export const contactInWords = (contact: Contact, texts: DocumentTexts): string =>
  [contact.party, contact.plan, contact.unit, contact.post, holderInWords(contact, texts)].filter(Boolean).join(', ')

/** The holder's name, marked where the post is held for the time being. */
export const holderInWords = ({ holder, provisional }: Contact, texts: DocumentTexts): string =>
  holder === null ? '' : provisional ? texts.holderForNow(holder) : holder

/** The sum alone, marked where it is approximate. */
export const sumInWords = ({ amountOere, approximate }: AgreedAmount, language: DocumentLanguage): string => {
  const money = moneyInWords(amountOere, language)
  return approximate ? documentTexts[language].approximately(money) : money
}

/** What an amount is counted by, in words where the document has a word for it. */
export const perInWords = (per: string | null, texts: DocumentTexts): string => {
  const word = Object.entries(texts.periods).find(([key]) => key === per)
  return word?.[1] ?? per ?? ''
}

const amountInWords = (amount: AgreedAmount, language: DocumentLanguage): string => {
  const texts = documentTexts[language]
  const per = amount.per === null ? '' : ` ${texts.per.toLowerCase()} ${perInWords(amount.per, texts)}`
  return `${sumInWords(amount, language)}${per}`
}

const untoldReservations = (activity: AgreedActivity): AgreementReservation[] =>
  activity.reservations.filter(({ text }) => activity.sections.every((section) => !section.text.includes(text)))

const reservationLine = ({ text, until }: AgreementReservation, language: DocumentLanguage): Line =>
  itemOf(until === null ? text : `${text} (${documentTexts[language].until(dayInWords(until, language))})`)
