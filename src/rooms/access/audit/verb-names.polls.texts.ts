/** What was done with polls about when to meet, with calendars kept elsewhere, with agendas that fill themselves, and about who calls, as `verb-names.texts.ts` tells the rest. */
const verbsDa: Readonly<Record<string, string>> = {
  'agenda.fetched': 'hentede forslag til en dagsorden',
  'convenor.handover_wanted': 'satte en dag for, hvornår en anden indkalder',
  'known_calendar.ended': 'slettede en egen kalender, da den sidste funktion sluttede',
  'known_calendar.followed': 'lod Brobyg se, hvornår deres egen kalender er optaget',
  'known_calendar.removed': 'fjernede deres egen kalender',
  'poll.answered': 'svarede på, hvornår de kan mødes',
  'poll.asked': 'spurgte, hvornår en gruppe kan mødes',
  'poll.closed': 'lukkede en afstemning om tid',
  'poll.reminded': 'mindede dem, der ikke har svaret på en afstemning om tid',
}

const verbsEn: Readonly<Record<string, string>> = {
  'agenda.fetched': 'fetched suggestions for an agenda',
  'convenor.handover_wanted': 'set a day by which somebody else calls',
  'known_calendar.ended': 'deleted somebody’s own calendar when their last post ended',
  'known_calendar.followed': 'let Brobyg see when their own calendar is busy',
  'known_calendar.removed': 'removed their own calendar',
  'poll.answered': 'answered when they can meet',
  'poll.asked': 'asked when a group can meet',
  'poll.closed': 'closed a poll about a time',
  'poll.reminded': 'reminded those who have not answered a poll about a time',
}

export const pollVerbTexts = { da: verbsDa, en: verbsEn }
