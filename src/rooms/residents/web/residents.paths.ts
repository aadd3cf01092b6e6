import type { ResidentLanguage } from '../resident-language.ts'

/** The addresses of the residents' pages. */
export const residentPaths = {
  list: '/',
  happening: (occurrenceId: string): string => `/det-sker/${occurrenceId}`,
  help: '/hjaelp',
  poster: '/plakat',
  inCalendar: (occurrenceId: string): string => `/kalender/gang/${occurrenceId}.ics`,
  speak: (language: ResidentLanguage, path: string): string => `/sprog/${language}?til=${encodeURIComponent(path)}`,
}
