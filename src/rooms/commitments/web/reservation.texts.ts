export const reservationTexts = {
  da: {
    reservation: 'Forbehold',
    reservations: 'Forbehold',
    hanging: (count: number) =>
      count === 0
        ? 'Intet løfte hænger på det.'
        : count === 1
          ? '1 løfte hænger på det.'
          : `${count} løfter hænger på det.`,
    hangingTitle: 'Løfter, der hænger på det',
    noDate: 'Det har ingen dato. Løfterne regnes som sædvanligt, til nogen siger, at det er slut.',
    safeUntil: (day: string) => `Sikkert til ${day}. Derefter venter løfterne på svar.`,
    waits: (day: string) => `Datoen ${day} er gået. Løfterne venter på, at nogen siger, om det fortsætter.`,
    goesOn: (day: string) => `Det fortsætter. Sagt ${day}.`,
    ended: (day: string) => `Slut ${day}.`,
    settle: 'Sig, hvad det blev til',
    outcome: 'Hvad blev det til?',
    outcomeGoesOn: 'Det fortsætter',
    outcomeEnded: 'Det er slut',
    lastDay: 'Sidste dag, hvis det er slut',
    lastDayHint: 'Den sidste dag, løfterne gælder.',
    not_a_day: 'Skriv en dag, der findes.',
    needed: 'Skriv noget her.',
    save: 'Gem',
    seeIt: 'Se forbeholdet',
  },
  en: {
    reservation: 'Reservation',
    reservations: 'Reservations',
    hanging: (count: number) =>
      count === 0
        ? 'No promise hangs on it.'
        : count === 1
          ? '1 promise hangs on it.'
          : `${count} promises hang on it.`,
    hangingTitle: 'Promises that hang on it',
    noDate: 'It has no date. The promises are judged as usual until somebody says that it ended.',
    safeUntil: (day: string) => `Safe until ${day}. After that the promises wait for an answer.`,
    waits: (day: string) => `Its date, ${day}, has passed. The promises wait until somebody says whether it goes on.`,
    goesOn: (day: string) => `It goes on. Said ${day}.`,
    ended: (day: string) => `Ended ${day}.`,
    settle: 'Say what became of it',
    outcome: 'What became of it?',
    outcomeGoesOn: 'It goes on',
    outcomeEnded: 'It has ended',
    lastDay: 'Last day, if it has ended',
    lastDayHint: 'The last day the promises apply.',
    not_a_day: 'Write a day that exists.',
    needed: 'Write something here.',
    save: 'Save',
    seeIt: 'See the reservation',
  },
}
