export const listTexts = {
  da: {
    title: 'Aftaler',
    intro: 'Her er det, parterne har lovet hinanden. Åbn en aftale, og se løfterne sætning for sætning.',
    readNew: 'Læs en aftale ind',
    search: 'Søg i aftalerne',
    searchHint: 'Navn, indsatsområde, bydel, sagsnummer eller dokumentnummer.',
    find: 'Søg',
    showAll: 'Vis alle',
    noneFound: (words: string) => `Ingen aftaler passer på »${words}«.`,
    journal: 'Journalen for alle aftaler',
    empty: 'Her kommer aftalerne til at stå. Begynd med at læse en ind: et Word-dokument, en PDF eller ren tekst.',
    emptyForVisitors: 'Der er ingen offentlige aftaler endnu. Er du part i en, så log ind.',
  },
  en: {
    title: 'Agreements',
    intro:
      'This is what the parties have promised each other. Open an agreement and see the promises sentence by sentence.',
    readNew: 'Read an agreement in',
    search: 'Search the agreements',
    searchHint: 'Name, focus area, district, case number or document number.',
    find: 'Search',
    showAll: 'Show all',
    noneFound: (words: string) => `No agreement matches “${words}”.`,
    journal: 'The journal of all agreements',
    empty: 'The agreements will stand here. Begin by reading one in: a Word document, a PDF or plain text.',
    emptyForVisitors: 'There are no public agreements yet. If you are party to one, sign in.',
  },
}
