import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import type { Day } from '../../../platform/day.ts'
import type { ConsentForm, GuardianForm } from './ask-for-consent.ts'
import { decidesForThemselves } from './consent.rules.ts'

export type ConsentFormError = 'missing' | 'birthWrong' | 'guardianMissing' | 'mailWrong' | 'chooseOne'

/** Reads what was typed, one field at a time; `all` gives every value of a name. */
export interface TypedForm {
  one(name: string): string
  all(name: string): readonly string[]
}

export interface ReadConsentForm {
  /** null where something is wrong. */
  readonly form: ConsentForm | null
  readonly errors: ReadonlyMap<string, ConsentFormError>
}

/** Reads the form that asks for a consent; about somebody known where `knownSubjectId` says whom. */
export const readConsentForm = (typed: TypedForm, knownSubjectId: string | null, today: Day): ReadConsentForm => {
  const errors = new Map<string, ConsentFormError>()
  const needed = (name: string): string => {
    const text = typed.one(name).trim()
    if (text === '') errors.set(name, 'missing')
    return text
  }
  const about = knownSubjectId === null ? readPeople(typed, today, errors) : { subjectId: knownSubjectId }
  const dataKinds = typed.all('oplysning')
  if (dataKinds.length === 0) errors.set('oplysning', 'chooseOne')
  const [, side, id] = /^(post|org):([0-9a-f-]{36})$/.exec(needed('modtager')) ?? []
  const consentPurpose = needed('formaal')
  const purpose = needed('ord')
  const until = readDay(needed('til'))
  if (until === null) errors.set('til', 'missing')
  if (errors.size > 0 || until === null || id === undefined) return { form: null, errors }
  const recipient = { postId: side === 'post' ? id : null, organisationId: side === 'org' ? id : null }
  const isMaterial = typed.one('vaesentlig') === 'ja'
  return { form: { about, dataKinds, recipient, consentPurpose, purpose, isMaterial, until }, errors }
}

const readPeople = (typed: TypedForm, today: Day, errors: Map<string, ConsentFormError>) => {
  const called = typed.one('navn').trim()
  if (called === '') errors.set('navn', 'missing')
  const birthMonth = readBirthMonth(typed, errors)
  const person = { called, birthMonth, mail: readMail(typed, 'mail', errors), phone: textOrNull(typed.one('telefon')) }
  const guardians = [1, 2].flatMap((number) => readGuardian(typed, number, errors))
  const decides =
    birthMonth === null || decidesForThemselves(Temporal.PlainYearMonth.from(birthMonth), today) || errors.has('aar')
  if (!decides && !guardians.some(({ holdsCustody }) => holdsCustody)) errors.set('vaerge1navn', 'guardianMissing')
  return { person, guardians }
}

const readBirthMonth = (typed: TypedForm, errors: Map<string, ConsentFormError>): string | null => {
  const month = typed.one('maaned')
  if (month === 'voksen') return null
  const year = typed.one('aar').trim()
  if (/^(?:0[1-9]|1[0-2])$/.test(month) && /^(?:19|20)\d{2}$/.test(year)) return `${year}-${month}`
  errors.set('aar', 'birthWrong')
  return null
}

const readGuardian = (typed: TypedForm, number: number, errors: Map<string, ConsentFormError>): GuardianForm[] => {
  const called = typed.one(`vaerge${number}navn`).trim()
  if (called === '') return []
  const mail = readMail(typed, `vaerge${number}mail`, errors)
  const phone = textOrNull(typed.one(`vaerge${number}telefon`))
  return [{ called, mail, phone, holdsCustody: typed.one(`vaerge${number}del`) === 'ja' }]
}

const readMail = (typed: TypedForm, name: string, errors: Map<string, ConsentFormError>): string | null => {
  const mail = textOrNull(typed.one(name))
  if (mail !== null && !isMailAddress(mail)) errors.set(name, 'mailWrong')
  return mail
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** A day as a form sends it, or null. */
export const readDay = (text: string): Day | null => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}
