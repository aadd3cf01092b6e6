/** What was done in groups that meet, as `verb-names.texts.ts` tells the rest. */
const verbsDa: Readonly<Record<string, string>> = {
  'agenda.changed': 'ændrede en dagsorden',
  'agenda.sent': 'sendte en dagsorden',
  'convenor.handed_over': 'gav opgaven med at indkalde videre',
  'group.changed': 'ændrede det, en gruppe har aftalt',
  'group.made': 'oprettede en gruppe, der mødes',
  'groups.read': 'læste grupperne ud af en aftale',
  'invitation.answered': 'svarede på en indkaldelse',
  'item.proposed': 'foreslog et punkt til et møde',
  'meeting.called': 'indkaldte til et møde',
  'meeting.cancelled': 'aflyste et møde',
  'meeting.moved': 'flyttede et møde',
  'meeting.planned': 'lagde et møde i kalenderen',
  'seat.added': 'gav nogen en plads i en gruppe',
  'seat.changed': 'rettede en plads i en gruppe',
  'seat.ended': 'lod en plads i en gruppe slutte',
  'standing_items.changed': 'ændrede gruppens faste punkter',
  'turn.skipped': 'sprang en tur over',
  'turn.swapped': 'byttede tur',
}

const verbsEn: Readonly<Record<string, string>> = {
  'agenda.changed': 'changed an agenda',
  'agenda.sent': 'sent an agenda',
  'convenor.handed_over': 'handed over the calling of meetings',
  'group.changed': 'changed what a group has agreed',
  'group.made': 'made a group that meets',
  'groups.read': 'read the groups of an agreement',
  'invitation.answered': 'answered an invitation to a meeting',
  'item.proposed': 'proposed an item for a meeting',
  'meeting.called': 'called a meeting',
  'meeting.cancelled': 'called a meeting off',
  'meeting.moved': 'moved a meeting',
  'meeting.planned': 'put a meeting in the calendar',
  'seat.added': 'gave somebody a seat in a group',
  'seat.changed': 'corrected a seat in a group',
  'seat.ended': 'ended a seat in a group',
  'standing_items.changed': 'changed the standing items of a group',
  'turn.skipped': 'skipped a turn',
  'turn.swapped': 'swapped turns',
}

export const meetingVerbTexts = { da: verbsDa, en: verbsEn }
