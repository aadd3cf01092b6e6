export const listTexts = {
  da: {
    title: 'Aftaler',
    intro: 'Her er det, parterne har lovet hinanden. Åbn en aftale, og se løfterne sætning for sætning.',
    readNew: 'Læs en aftale ind',
    empty: 'Her kommer aftalerne til at stå. Begynd med at læse en ind: et Word-dokument, en PDF eller ren tekst.',
    emptyForVisitors: 'Der er ingen offentlige aftaler endnu. Er du part i en, så log ind.',
    frontTitle: (partnership: string) => `Samarbejdet i ${partnership}`,
    frontIntro:
      'Kommunen og boligorganisationerne har lovet hinanden at hjælpes ad om børn, unge og familier. Her kan alle se, hvad de har lovet.',
  },
  en: {
    title: 'Agreements',
    intro:
      'This is what the parties have promised each other. Open an agreement and see the promises sentence by sentence.',
    readNew: 'Read an agreement in',
    empty: 'The agreements will stand here. Begin by reading one in: a Word document, a PDF or plain text.',
    emptyForVisitors: 'There are no public agreements yet. If you are party to one, sign in.',
    frontTitle: (partnership: string) => `The cooperation in ${partnership}`,
    frontIntro:
      'The municipality and the housing organisations have promised each other to help children, young people and families. Here everyone can see what they promised.',
  },
}
