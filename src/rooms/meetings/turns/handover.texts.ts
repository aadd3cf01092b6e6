/** About somebody else calling the meetings some day. */
export const handoverTexts = {
  da: {
    title: 'Hvem indkalder fremover?',
    named: 'nævnt i aftalen',
    nobody: 'kan ikke logge ind',
    wantedOn: 'Tag over senest',
    wantedHint: 'Gruppen bliver mindet om det to måneder før. Lad feltet stå tomt for ingen dag.',
    save: 'Gem dagen',
    set: 'Sæt en dag for overdragelsen',
    isSet: (day: string) => `En anden tager over senest ${day}.`,
    saved: 'Dagen er gemt.',
  },
  en: {
    title: 'Who calls from then on?',
    named: 'named in the agreement',
    nobody: 'cannot sign in',
    wantedOn: 'To take over by',
    wantedHint: 'The group is reminded two months before. Leave it empty for no day.',
    save: 'Save the day',
    set: 'Set a day for the hand-over',
    isSet: (day: string) => `Somebody else takes over by ${day}.`,
    saved: 'The day is saved.',
  },
}
