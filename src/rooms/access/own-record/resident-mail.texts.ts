/** The words of the mails to residents. They name nobody and no purpose. */
export const residentMailTexts = {
  da: {
    hello: 'Hej',
    openSubject: 'Se, hvad Brobyg har skrevet om dig',
    openBefore: 'Nogen har bedt om at se, hvad der står om den her mailadresse i Brobyg. Er det dig, så åbn siden her.',
    openLink: 'Se, hvad der står om mig',
    openAfter: 'Linket virker én gang og i 15 minutter. Var det ikke dig, så lad det ligge: så sker der ingenting.',
    answerSubject: 'Vi vil gerne have dit svar',
    answerBefore:
      'En medarbejder vil gerne dele oplysninger for at hjælpe, og det bestemmer du. Læs, hvad det er, og svar ja eller nej.',
    answerLink: 'Læs og svar',
    answerAfter: (lastDay: string) => `Linket virker til og med ${lastDay}. Du kan altid sige fra igen bagefter.`,
  },
  en: {
    hello: 'Hello',
    openSubject: 'See what Brobyg has written about you',
    openBefore: 'Somebody asked to see what Brobyg keeps about this mail address. If it was you, open the page here.',
    openLink: 'See what is kept about me',
    openAfter: 'The link works once and for 15 minutes. If it was not you, leave it: nothing happens.',
    answerSubject: 'We would like your answer',
    answerBefore:
      'A worker would like to share information in order to help, and you decide. Read what it is, and answer yes or no.',
    answerLink: 'Read and answer',
    answerAfter: (lastDay: string) => `The link works until ${lastDay}. You can always change your mind afterwards.`,
  },
}
