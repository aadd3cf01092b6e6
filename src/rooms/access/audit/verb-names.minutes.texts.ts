/** What was done to minutes, decisions and follow-ups, as `verb-names.texts.ts` tells the rest. */
const verbsDa: Readonly<Record<string, string>> = {
  'minutes.decision_written': 'skrev en beslutning i et referat',
  'follow_up.done': 'noterede en opfølgning som gjort',
  'follow_up.reopened': 'noterede en opfølgning som ikke gjort alligevel',
  'follow_up.written': 'skrev en opfølgning i et referat',
  'minutes.meeting_not_held': 'noterede, at et møde ikke blev holdt',
  'minutes.approved': 'godkendte et referat',
  'minutes.objected': 'gjorde indvending mod et referat',
  'minutes.published': 'lagde et referat frem for alle',
  'minutes.reopened': 'begyndte en ny udgave af et referat',
  'minutes.sent': 'sendte et referat',
  'minutes.stood': 'lod et referat gælde, som ingen gjorde indvending mod',
  'minutes.unpublished': 'tog et referat ind igen',
  'minutes.written': 'skrev i et referat',
  'minutes.presence_noted': 'noterede, hvem der kom til et møde',
}

const verbsEn: Readonly<Record<string, string>> = {
  'minutes.decision_written': 'wrote a decision in minutes',
  'follow_up.done': 'noted a follow-up as done',
  'follow_up.reopened': 'noted a follow-up as not done after all',
  'follow_up.written': 'wrote a follow-up in minutes',
  'minutes.meeting_not_held': 'noted that a meeting was not held',
  'minutes.approved': 'approved minutes',
  'minutes.objected': 'objected to minutes',
  'minutes.published': 'let everybody read minutes',
  'minutes.reopened': 'began a new edition of minutes',
  'minutes.sent': 'sent minutes',
  'minutes.stood': 'let minutes stand that nobody objected to',
  'minutes.unpublished': 'took minutes back from being open to all',
  'minutes.written': 'wrote in minutes',
  'minutes.presence_noted': 'noted who came to a meeting',
}

export const minutesVerbTexts = { da: verbsDa, en: verbsEn }
