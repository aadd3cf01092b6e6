export const heldTexts = {
  da: {
    title: 'Blev det holdt?',
    lead: 'Ét tryk er nok. Det tæller for de løfter, aktiviteterne indfrier.',
    nothing: 'Der er intet at svare på. Alt fra de sidste fire uger er besvaret.',
    howMany: 'Hvor mange kom?',
    wasHeld: 'Det blev holdt',
    wasNot: 'Det blev det ikke',
    keepsPromise: 'indfrier et løfte',
    thanks: 'Tak, det er skrevet ned.',
    not_a_count: 'Skriv et helt tal, eller lad feltet stå tomt.',
    toAnswer: (count: number) =>
      count === 1 ? 'Én gang venter på svar: Blev den holdt?' : `${count} gange venter på svar: Blev de holdt?`,
  },
  en: {
    title: 'Was it held?',
    lead: 'One tap is enough. It counts for the promises the activities keep.',
    nothing: 'There is nothing to answer. All of the last four weeks is answered.',
    howMany: 'How many came?',
    wasHeld: 'It was held',
    wasNot: 'It was not',
    keepsPromise: 'keeps a promise',
    thanks: 'Thank you, it is noted.',
    not_a_count: 'Write a whole number, or leave it empty.',
    toAnswer: (count: number) =>
      count === 1 ? 'One time waits for an answer: was it held?' : `${count} times wait for an answer: were they held?`,
  },
}
