import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import type { ResidentLanguage } from '../../../platform/resident-language.ts'
import { formLine } from '../../../web/form-text.ts'
import { mostChildren, type SignUpFacts } from '../../calendar/index.ts'
import type { SignUpRefusal } from '../words/resident-words.ts'

/** What stands in the form. */
export interface SignUpTyped {
  readonly navn: string
  readonly kontakt: string
  readonly antal: string
  /** The secret the form came with: sent twice, it is one sign-up. */
  readonly noegle: string
}

type SignUpField = 'navn' | 'kontakt' | 'antal' | 'hjemmeside'

export interface ReadSignUp {
  readonly typed: SignUpTyped
  readonly errors: ReadonlyMap<SignUpField, SignUpRefusal>
  /** Null where something is wrong. */
  readonly facts: SignUpFacts | null
}

/** Reads the form: a name, one way to reach them, how many. A field that nobody sees gives robots away. */
export const readSignUpForm = (form: FormData, language: ResidentLanguage): ReadSignUp => {
  const typed = {
    navn: formLine(form, 'navn').slice(0, 100),
    kontakt: formLine(form, 'kontakt').slice(0, 254),
    antal: formLine(form, 'antal').slice(0, 10),
    noegle: formLine(form, 'noegle'),
  }
  const errors = new Map<SignUpField, SignUpRefusal>()
  const contact = contactOf(typed.kontakt)
  const children = /^\d{1,2}$/.test(typed.antal) ? Number(typed.antal) : 0
  if (typed.navn === '') errors.set('navn', 'no_name')
  if (contact === null) errors.set('kontakt', 'not_reachable')
  if (children < 1 || children > mostChildren) errors.set('antal', 'not_a_number')
  if (formLine(form, 'hjemmeside') !== '') errors.set('hjemmeside', 'looks_like_robot')
  const isRight = errors.size === 0 && contact !== null
  return { typed, errors, facts: isRight ? { guardian: typed.navn, ...contact, children, language } : null }
}

const contactOf = (text: string): Pick<SignUpFacts, 'phone' | 'email'> | null => {
  if (isMailAddress(text)) return { email: text, phone: null }
  const digits = text.replaceAll(/\D/g, '').length
  return /^\+?[\d ()-]+$/.test(text) && digits >= 8 && digits <= 15 ? { email: null, phone: text } : null
}
