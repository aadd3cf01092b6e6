export const listTexts = {
  da: {
    title: 'Aftaler',
    intro: 'Her er det, parterne har lovet hinanden. Åbn en aftale, og se løfterne sætning for sætning.',
    readNew: 'Læs en aftale ind',
    empty: 'Her kommer aftalerne til at stå. Begynd med at læse en ind: et Word-dokument, en PDF eller ren tekst.',
    emptyForVisitors: 'Der er ingen offentlige aftaler endnu. Er du part i en, så log ind.',
  },
  en: {
    title: 'Agreements',
    intro:
      'This is what the parties have promised each other. Open an agreement and see the promises sentence by sentence.',
    readNew: 'Read an agreement in',
    empty: 'The agreements will stand here. Begin by reading one in: a Word document, a PDF or plain text.',
    emptyForVisitors: 'There are no public agreements yet. If you are party to one, sign in.',
  },
}
