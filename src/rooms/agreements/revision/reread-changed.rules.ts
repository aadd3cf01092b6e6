import type { AgreedActivity, AgreementDocument, Contact } from '../agreement-format.ts'
import { mergeRead } from '../guide/merge-read.rules.ts'
import { isOfNames, readByHand } from '../guide/read-by-hand.rules.ts'
import { readAmounts } from '../reader/read-amounts.ts'
import { readReservations } from '../reader/read-reservations.ts'
import type { AnswerLine } from '../reader/read-sections.ts'
import { findTemplate } from '../reader/templates.ts'

/** Reads contacts, amounts and reservations anew in the activities whose text changed; those that stand word for word keep what was read. */
export const rereadChanged = (before: AgreementDocument, after: AgreementDocument): AgreementDocument => {
  const stood = new Map(before.activities.map((activity) => [activity.id, activity]))
  const plans = after.frames.map(({ plan }) => plan)
  return {
    ...after,
    activities: after.activities.map((activity) =>
      isSameText(stood.get(activity.id), activity)
        ? activity
        : reread(withContacts(after, activity, stood.get(activity.id)), stood.get(activity.id), plans),
    ),
  }
}

const isSameText = (one: AgreedActivity | undefined, other: AgreedActivity): boolean =>
  one !== undefined &&
  one.sections.length === other.sections.length &&
  one.sections.every(({ text }, at) => text === other.sections[at]?.text)

/**
 * The activity with whom its text now names: who it newly names comes, who it names no more goes, and whom a person corrected by hand stays,
 * unless the text names another in the post. In a form unknown here, contacts stay as they are.
 */
const withContacts = (
  document: AgreementDocument,
  activity: AgreedActivity,
  stood: AgreedActivity | undefined,
): AgreedActivity => {
  const template = findTemplate(document.template)
  if (template === undefined || namesIn(activity) === namesIn(stood)) return activity
  const before = stood === undefined ? [] : readByHand(document, stood, template).contacts
  const now = readByHand(document, activity, template).contacts
  const contacts = mergeRead(activity.contacts, before, now)
  const come = contacts.filter((contact) => !activity.contacts.includes(contact))
  const isReplaced = (contact: Contact) =>
    activity.contacts.includes(contact) &&
    !before.some((read) => isSame(read, contact)) &&
    come.some(isSamePostAs(contact))
  return { ...activity, contacts: contacts.filter((contact) => !isReplaced(contact)) }
}

const namesIn = (activity: AgreedActivity | undefined): string =>
  (activity?.sections ?? []).flatMap(({ kind, text }) => (isOfNames(kind) ? [text] : [])).join('\n\n')

const isSame = (one: Contact, other: Contact): boolean => isSamePostAs(one)(other) && one.holder === other.holder

const isSamePostAs =
  ({ party, plan, unit, post }: Contact) =>
  (other: Contact): boolean =>
    post !== null && post === other.post && party === other.party && plan === other.plan && unit === other.unit

const reread = (
  activity: AgreedActivity,
  stood: AgreedActivity | undefined,
  plans: readonly string[],
): AgreedActivity => {
  const names = [...new Set([...activity.contacts.flatMap(({ party, unit, plan }) => [party, unit, plan]), ...plans])]
  const known = names.filter((name) => name !== null)
  const lines = activity.sections.filter(({ kind }) => kind !== 'posts').flatMap(linesOf)
  const amounts = readAmounts(lines, known)
  const reservations = lines.flatMap((line) => readReservations([line]))
  const fromNotes = noted(stood)
  return {
    ...activity,
    amounts: [
      ...amounts.map((amount) => stood?.amounts.find(({ text }) => text === amount.text) ?? amount),
      ...(stood?.amounts ?? []).filter(fromNotes),
    ],
    reservations: [
      ...reservations.map(
        ({ text, until, source }) => stood?.reservations.find((one) => one.text === text) ?? { text, until, source },
      ),
      ...(stood?.reservations ?? []).filter(fromNotes),
    ],
  }
}

/** Whether something was read in a footnote: in none of the activity's sections. */
const noted = (activity: AgreedActivity | undefined) => {
  const sections = (activity?.sections ?? []).map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ')
  return ({ text }: { text: string }): boolean => !sections.includes(text.replaceAll(/\s+/g, ' '))
}

const linesOf = ({ text, source }: { text: string; source: AnswerLine['place'] }): AnswerLine[] =>
  text.split('\n').flatMap((line) => {
    const bullet = /^( *)• /.exec(line)
    const words = line.slice(bullet?.[0].length ?? 0).trim()
    const depth = bullet === null ? 0 : 1 + Math.floor((bullet[1] ?? '').length / 2)
    return words === '' ? [] : [{ text: words, bullet: depth, lead: null, place: source }]
  })
