/** The languages residents read these pages in. What is written of an activity stays as its organiser wrote it. */
export const residentLanguages = ['da', 'en', 'ar', 'so', 'tr', 'ur'] as const

export type ResidentLanguage = (typeof residentLanguages)[number]

/** Each language by its own name. */
export const languageNames: Readonly<Record<ResidentLanguage, string>> = {
  da: 'Dansk',
  en: 'English',
  ar: 'العربية',
  so: 'Soomaali',
  tr: 'Türkçe',
  ur: 'اردو',
}

/** The way a language is written. */
export const directionOf = (language: ResidentLanguage): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'ur' ? 'rtl' : 'ltr'

/** The language called so; Danish where it is none of ours. */
export const toResidentLanguage = (asked: string | undefined): ResidentLanguage =>
  residentLanguages.find((language) => language === asked) ?? 'da'
