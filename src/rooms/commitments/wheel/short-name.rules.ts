import type { CommitmentKind } from '../../agreements/index.ts'

/** Endings of Danish words for things that happen: a word of the promise that ends so is what the thing is called. */
const happenings =
  /(?:møde|møder|mødet|møderne|kursus|kurset|kurser|aften|aftener|aftenen|dag|dagen|dage|messe|messen|messer|fest|festen|fester|workshop|workshops|workshoppen|værksted|værkstedet|værksteder|seminar|seminarer|konference|turnering|turneringer|rådgivning|rådgivningen|ture|tur|lejr|lejre|koncert|ferie|udflugter|udflugt|uge|hus|café|cafe|caféen|samtaler|rundtur|besøg|cup|træning|netværk|skrivelse|rapport|rapporten|evaluering|evalueringen|statusnotat|opgørelse|regnskab|plan|program|programmet|faktura|regning|kalender|hold|holdet|undervisning)$/iu

/** What looks like a happening and is only a time. */
const onlyTimes =
  /^(?:(?:efter|for|man|tirs|ons|tors|fre|lør|søn|hver|arbejds|skole|ferie|i|en|to|tre|fire|fem|ti|til)?(?:dag|dage|dagen|middag|middage|middagen)|uge|aften|aftener|aftenen|år|samtidig|plan|hus|møde|mødet|helhedsplan|boligorganisation)$/iu

/** What a promise of these kinds is about is not what it is: a payment for a course is a payment. */
const namedByKind: ReadonlySet<CommitmentKind> = new Set(['payment', 'staffing', 'availability', 'notice', 'presence'])

const evaluates = /^evaluer(?:e|er|es|et)$/iu

/**
 * What a promise is called where there is little room: the word in it for the thing that happens ("Jobmesse",
 * "Koordineringsmøder"), else its kind in a word.
 */
export const shortName = (text: string, kind: CommitmentKind, kindWord: string): string => {
  if (namedByKind.has(kind)) return capitalised(kindWord)
  const words = text.split(/[^\p{L}\p{N}-]+/u).filter(Boolean)
  if (words.some((word) => evaluates.test(word))) return 'Evaluering'
  const found = words.find((word) => word.length > 4 && happenings.test(word) && !onlyTimes.test(word))
  return capitalised(found ?? kindWord)
}

/** An activity's title without what follows a dash, colon or bracket: "Værftet på besøg – prøveværksteder" → "Værftet på besøg". */
export const shortTitle = (title: string): string => title.split(/\s+[–—-]\s+|[:(]/u)[0]?.trim() ?? title

const capitalised = (word: string): string => word.slice(0, 1).toLocaleUpperCase('da') + word.slice(1)
