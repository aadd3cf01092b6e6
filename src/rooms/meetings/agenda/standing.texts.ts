/** The program's own standing items. */
export const standingKeys = [
  'may_share',
  'since_last',
  'themes',
  'calendar',
  'promises',
  'proposals',
  'anchoring',
  'next_meeting',
  'other',
] as const

export type StandingKey = (typeof standingKeys)[number]

/** By key; a point without a body is its title alone. */
type Points = Readonly<Record<StandingKey, { readonly title: string; readonly body?: string }>>

const pointsDa: Points = {
  may_share: {
    title: 'Hvad må vi dele her?',
    body: 'Vi taler om temaer, steder og det, vi gør. Ikke om enkelte børn, unge eller familier.',
  },
  since_last: { title: 'Siden sidst', body: 'Opfølgninger fra sidste møde.' },
  themes: { title: 'Temaer i området', body: 'Hvad ser vi, hvor, og hvad gør vi?' },
  calendar: {
    title: 'Kalenderen: hvad falder sammen?',
    body: 'Kommende aktiviteter for de samme børn på samme tid.',
  },
  promises: { title: 'Løfter, der er på vej til at blive brudt' },
  proposals: { title: 'Ønsker om ændring af aftalen', body: 'Forslag, der er forelagt forummet.' },
  anchoring: { title: 'Forankring', body: 'Hvem fører det videre, når planen slutter, og hvornår?' },
  next_meeting: { title: 'Næste møde', body: 'Dato, sted og hvem der indkalder.' },
  other: { title: 'Eventuelt' },
}

const pointsEn: Points = {
  may_share: {
    title: 'What may we share here?',
    body: 'We talk of themes, places and what we do. Not of single children, young people or families.',
  },
  since_last: { title: 'Since last time', body: 'Follow-ups from the last meeting.' },
  themes: { title: 'Themes in the area', body: 'What do we see, where, and what do we do?' },
  calendar: {
    title: 'The calendar: what falls together?',
    body: 'Coming activities for the same children at the same time.',
  },
  promises: { title: 'Promises about to be broken' },
  proposals: { title: 'Wishes to change the agreement', body: 'Proposals put to the forum.' },
  anchoring: { title: 'Anchoring', body: 'Who carries it on when the plan ends, and when?' },
  next_meeting: { title: 'Next meeting', body: 'Date, place and who calls.' },
  other: { title: 'Any other business' },
}

export const standingTexts = { da: { points: pointsDa }, en: { points: pointsEn } }
