import type { AgreedActivity, AgreementDocument } from '../agreement-format.ts'
import { readAmounts } from '../reader/read-amounts.ts'
import { readReservations } from '../reader/read-reservations.ts'
import type { AnswerLine } from '../reader/read-sections.ts'

/** Reads the amounts and reservations anew in the activities whose text changed; those that stand word for word keep what was read. */
export const rereadFigures = (before: AgreementDocument, after: AgreementDocument): AgreementDocument => {
  const stood = new Map(before.activities.map((activity) => [activity.id, activity]))
  const plans = after.frames.map(({ plan }) => plan)
  return {
    ...after,
    activities: after.activities.map((activity) =>
      isSameText(stood.get(activity.id), activity) ? activity : reread(activity, stood.get(activity.id), plans),
    ),
  }
}

const isSameText = (one: AgreedActivity | undefined, other: AgreedActivity): boolean =>
  one !== undefined &&
  one.sections.length === other.sections.length &&
  one.sections.every(({ text }, at) => text === other.sections[at]?.text)

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
