import type { ResidentLanguage } from '../../../platform/resident-language.ts'

/** The addresses of the residents' pages. */
export const residentPaths = {
  list: '/',
  happening: (occurrenceId: string): string => `/det-sker/${occurrenceId}`,
  signUp: (occurrenceId: string): string => `/det-sker/${occurrenceId}/tilmeld`,
  ownSignUp: (token: string): string => `/tilmelding/${token}`,
  help: '/hjaelp',
  poster: '/plakat',
  inCalendar: (occurrenceId: string): string => `/kalender/gang/${occurrenceId}.ics`,
  speak: (language: ResidentLanguage, path: string): string => `/sprog/${language}?til=${encodeURIComponent(path)}`,
}
