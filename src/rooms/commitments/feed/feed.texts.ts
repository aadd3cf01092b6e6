export const feedTexts = {
  da: {
    name: 'Løfter · Brobyg',
    description: 'De frister, dine poster skylder det kommende år.',
    due: (promise: string) => `Frist: ${promise}`,
    term: (words: string) => `Aftalt: ${words}.`,
    period: (words: string) => `Gælder ${words}.`,
    owedBy: (names: string) => `Skylder: ${names}.`,
  },
  en: {
    name: 'Promises · Brobyg',
    description: 'The deadlines your posts owe in the coming year.',
    due: (promise: string) => `Due: ${promise}`,
    term: (words: string) => `Agreed: ${words}.`,
    period: (words: string) => `Concerns ${words}.`,
    owedBy: (names: string) => `Owed by: ${names}.`,
  },
}
