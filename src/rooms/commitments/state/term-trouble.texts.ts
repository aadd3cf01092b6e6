import type { TermTrouble } from './term-trouble.rules.ts'

const da: Record<TermTrouble, string> = {
  quota_is_zero: 'Det lover ingenting: antallet er 0. Skriv mindst 1, eller sig, at sætningen ikke er et løfte.',
  share_over_whole: 'En andel kan højst være 100 %.',
  range_upside_down: 'Det mindste tal er større end det største. Byt dem om.',
  rhythms_exclude_each_other: 'Fristerne modsiger hinanden, så ingen dag passer til dem begge. Vælg den ene.',
  ends_before_it_begins: 'Løftet slutter, før det begynder. Ret dagene.',
  no_such_day: 'Den dag findes ikke i kalenderen.',
  never_within_agreement: 'Fristen ligger uden for aftalens løbetid, så løftet aldrig kan holdes. Ret dagen.',
}

const en: Record<TermTrouble, string> = {
  quota_is_zero: 'It promises nothing: the number is 0. Write at least 1, or say that the sentence is no promise.',
  share_over_whole: 'A share is at most 100 %.',
  range_upside_down: 'The least number is larger than the most. Swap them.',
  rhythms_exclude_each_other: 'The terms contradict each other, so that no day fits them both. Choose one.',
  ends_before_it_begins: 'The promise ends before it begins. Correct the days.',
  no_such_day: 'No calendar has that day.',
  never_within_agreement:
    'The term lies outside the agreement’s days, so the promise can never be kept. Correct the day.',
}

/** What is wrong with a term a person typed, and what to do about it. */
export const termTroubleTexts = { da, en }
