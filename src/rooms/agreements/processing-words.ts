import { type Language, pick } from '../../platform/language.ts'
import type { HeldPost } from '../parties/index.ts'
import { postWords } from '../parties/index.ts'
import type { PartyRole, ProcessingActivity } from './processing.ts'
import { processingTexts } from './processing.texts.ts'

/** "a, b og c". */
export const listInWords = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'da' ? 'da-DK' : 'en-GB', { type: 'conjunction' }).format(names)

const withRole = ({ roles }: ProcessingActivity, role: PartyRole): string[] =>
  [...roles].flatMap(([party, own]) => (own === role ? [party] : []))

/** The controllers, a line for those on their own and one for those who are it jointly. */
export const controllersInWords = (activity: ProcessingActivity, language: Language): string[] => {
  const words = pick(processingTexts, language)
  const lines = (['joint', 'own'] as const).flatMap((role) => {
    const parties = withRole(activity, role)
    if (parties.length === 0) return []
    const how = parties.length > 1 || role === 'joint' ? `, ${words.rolesOf[role]}` : ''
    return [`${listInWords(parties, language)}${how}.`]
  })
  return lines.length > 0 ? lines : [words.noController]
}

/** Those who only receive. */
export const recipientsInWords = (activity: ProcessingActivity, language: Language): string => {
  const recipients = withRole(activity, 'recipient')
  return recipients.length === 0
    ? pick(processingTexts, language).noRecipients
    : `${listInWords(recipients, language)}.`
}

/** Those the data is about: "børn 7–13 år". */
export const subjectsInWords = ({ subjects }: ProcessingActivity, language: Language): string[] => {
  const words = pick(processingTexts, language)
  return subjects.map(({ kind, ages }) =>
    ages === null ? words.subjects[kind] : `${words.subjects[kind]} ${words.ages(ages.from, ages.to)}`,
  )
}

export const dataInWords = ({ data }: ProcessingActivity, language: Language): string[] =>
  data.map((kind) => pick(processingTexts, language).data[kind])

/** The purpose between quotation marks, with a mark where it goes on; null where the agreement states none. */
export const quotedPurpose = ({ purpose }: ProcessingActivity, language: Language): string | null => {
  if (purpose === null) return null
  const text = purpose.isWhole ? purpose.quote : `${purpose.quote} …`
  return language === 'da' ? `»${text}«` : `“${text}”`
}

/** Who watches over the data, in words. */
export const officersInWords = (officers: readonly HeldPost[], language: Language): string => {
  const words = pick(processingTexts, language)
  const names = officers.map((officer) => `${officer.name} (${postWords(officer)})`)
  return names.length === 0 ? words.noOfficer : words.officer(listInWords(names, language))
}

/** The names of an activity that stand for no party, once each, in quotation marks. */
export const unsettledIn = ({ steps }: ProcessingActivity, language: Language): string | null => {
  const names = [...new Set(steps.flatMap(({ unsettled }) => unsettled))]
  if (names.length === 0) return null
  return listInWords(
    names.map((name) => (language === 'da' ? `»${name}«` : `“${name}”`)),
    language,
  )
}
