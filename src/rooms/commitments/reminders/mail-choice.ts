import type { Language } from '../../../platform/language.ts'

/** Which mails a person wants. */
export interface MailChoice {
  readonly wantsWeekly: boolean
  readonly wantsWarnings: boolean
  readonly language: Language
}

/** Who has not chosen gets no weekly mail, but a word before something runs out. */
export const usualMailChoice: MailChoice = { wantsWeekly: false, wantsWarnings: true, language: 'da' }
