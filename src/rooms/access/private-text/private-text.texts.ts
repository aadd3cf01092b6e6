type Facts = Readonly<Record<string, string | number>>

export const privateTexts = {
  da: {
    cpr_not_allowed:
      'Der står noget, der ligner et CPR-nummer, i teksten. Brobyg gemmer ikke CPR-numre. Slet nummeret, og send igen.',
    cpr_in_document: (facts: Facts) =>
      `Der står noget, der ligner et CPR-nummer, i dokumentet (${facts['count'] === 1 ? 'linje' : 'linjerne'} ${facts['lines'] ?? ''}). Brobyg gemmer ikke CPR-numre, så intet er gemt. Slet nummeret i dokumentet, og send det igen.`,
    cpr_inside_file:
      'Der ligger noget, der ligner et CPR-nummer, skjult i filen. Brobyg gemmer ikke CPR-numre, så intet er gemt. Gem dokumentet som ren tekst eller ny PDF, og send det igen.',
    form_unreadable: 'Formularen kom ikke helt frem. Gå tilbage, og send den igen.',
    cprTitle: 'Slet CPR-nummeret først',
    cprIntro:
      'Der står noget, der ligner et CPR-nummer, i det, du sendte. Brobyg gemmer ikke CPR-numre, så intet er gemt.',
    cprWhere: 'Her står det',
    cprInField: (field: string) => `Feltet »${field}«`,
    cprInFileName: (field: string) => `Filens navn i feltet »${field}«`,
    cprSendWithout: 'Send uden nummeret',
    cprSendHint: 'Så bliver nummeret til prikker, og resten bliver sendt, som du skrev det.',
    cprBack: 'Du kan også gå tilbage i din browser: Din tekst står der endnu. Slet nummeret, og send igen.',
    cprRename: 'Giv filen et navn uden nummeret. Gå så tilbage i din browser, vælg filen, og send igen.',
    cprMistaken: 'Er det ikke et CPR-nummer? Skriv det på en anden måde, for eksempel med ord imellem.',
  },
  en: {
    cpr_not_allowed:
      'Something in the text looks like a CPR number. Brobyg keeps no CPR numbers. Delete the number and send again.',
    cpr_in_document: (facts: Facts) =>
      `Something in the document looks like a CPR number (${facts['count'] === 1 ? 'line' : 'lines'} ${facts['lines'] ?? ''}). Brobyg keeps no CPR numbers, so nothing is stored. Delete the number in the document and send it again.`,
    cpr_inside_file:
      'Something that looks like a CPR number is hidden inside the file. Brobyg keeps no CPR numbers, so nothing is stored. Save the document as plain text or a new PDF and send it again.',
    form_unreadable: 'The form did not arrive whole. Go back and send it again.',
    cprTitle: 'Delete the CPR number first',
    cprIntro: 'Something you sent looks like a CPR number. Brobyg keeps no CPR numbers, so nothing is stored.',
    cprWhere: 'It stands here',
    cprInField: (field: string) => `The field “${field}”`,
    cprInFileName: (field: string) => `The name of the file in the field “${field}”`,
    cprSendWithout: 'Send without the number',
    cprSendHint: 'The number turns into dots, and the rest is sent as you wrote it.',
    cprBack: 'Or go back in your browser: your text is still there. Delete the number and send again.',
    cprRename: 'Give the file a name without the number. Then go back in your browser, choose the file and send again.',
    cprMistaken: 'Not a CPR number? Write it in another way, for example with words in between.',
  },
}
