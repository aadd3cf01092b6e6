/** The languages people in the cooperation read the pages in; residents' further languages come with their pages. */
export type Language = 'da' | 'en'

export const languages: readonly Language[] = ['da', 'en']

/** The words of a room in the reader's language. */
export const pick = <Words>(texts: Record<Language, Words>, language: Language): Words => texts[language]
