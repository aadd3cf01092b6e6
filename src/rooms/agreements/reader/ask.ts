import type { AgreementDocument, Contact, ReaderQuestion, SourcePlace } from '../agreement-format.ts'
import { type QuestionName, questionTexts } from './questions.texts.ts'

/** An agreement as read, before its questions are raised. */
export type Asked = Omit<AgreementDocument, 'questions'>

/** A contact with the path that leads to it. */
export interface ContactAt {
  contact: Contact
  about: string
}

/** Words a question in Danish, the language of the forms. */
export const ask = (
  name: QuestionName,
  facts: Record<string, string | number>,
  at: { about: string; source: SourcePlace | null },
): ReaderQuestion => ({ about: at.about, text: questionTexts.da[name](facts), source: at.source })

/** Whole øre as Danes write kroner: 81081081 becomes "810.810,81". */
export const kroner = (oere: number): string => {
  const whole = Math.trunc(oere / 100)
  const rest = Math.abs(oere % 100)
  const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/gu, '.')
  return rest === 0 ? grouped : `${grouped},${String(rest).padStart(2, '0')}`
}

/** Names in a row as Danes list them: "a, b og c". */
export const enumerated = (names: string[]): string => new Intl.ListFormat('da', { type: 'conjunction' }).format(names)

/** Names in quotes, in a row. */
export const listed = (names: string[]): string => enumerated(names.map((name) => `»${name}«`))

/** Every contact of an agreement, the management first. */
export const contactsOf = (agreement: Asked): ContactAt[] => [
  ...agreement.contacts.map((contact, at) => ({ contact, about: `contacts.${at}` })),
  ...[agreement.coordination?.lead ?? null].flatMap((contact) =>
    contact === null ? [] : [{ contact, about: 'coordination.lead' }],
  ),
  ...agreement.activities.flatMap((activity) =>
    activity.contacts.map((contact, at) => ({ contact, about: `activities.${activity.id}.contacts.${at}` })),
  ),
]
