type Facts = Readonly<Record<string, string | number>>

export const paperTexts = {
  da: {
    papers: 'Papirer',
    attach: 'Vedhæft et papir',
    attachSave: 'Vedhæft',
    remove: 'Fjern',
    removeOf: (name: string) => `Fjern ${name}`,
    size: (kilobytes: number) => (kilobytes < 1000 ? `${kilobytes} kB` : `${Math.round(kilobytes / 100) / 10} MB`),
    hint: 'Højst 10 MB: PDF, Word, regneark, tekst eller billede.',
    personFreeHint:
      'Gruppen er personfri: filens navn og tekst læses igennem, så kun PDF, Word og tekst kan vedhæftes.',
    paper_empty: 'Vælg en fil med noget i.',
    paper_too_large: ({ megabytes = 10 }: Facts) => `Filen må højst fylde ${megabytes} MB.`,
    paper_kind: ({ kinds = '' }: Facts) => `Den slags fil kan ikke vedhæftes. Brug ${kinds}.`,
    paper_unreadable: 'Filen kan ikke læses igennem for navne, så den kan ikke vedhæftes i en personfri gruppe.',
    paper_holds_cpr:
      'Filen ser ud til at have et CPR-nummer i sig, og det må ikke gemmes her. Fjern det, og prøv igen.',
    paper_not_found: 'Papiret er der ikke længere.',
  },
  en: {
    papers: 'Papers',
    attach: 'Attach a paper',
    attachSave: 'Attach',
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    size: (kilobytes: number) => (kilobytes < 1000 ? `${kilobytes} kB` : `${Math.round(kilobytes / 100) / 10} MB`),
    hint: 'At most 10 MB: PDF, Word, spreadsheet, text or picture.',
    personFreeHint:
      'The group is person-free: the name and text of the file are looked through, so only PDF, Word and text can be attached.',
    paper_empty: 'Choose a file with something in it.',
    paper_too_large: ({ megabytes = 10 }: Facts) => `The file may be ${megabytes} MB at most.`,
    paper_kind: ({ kinds = '' }: Facts) => `That kind of file cannot be attached. Use ${kinds}.`,
    paper_unreadable: 'The file cannot be looked through for names, so it cannot be attached in a person-free group.',
    paper_holds_cpr: 'The file seems to hold a CPR number, which must not be kept here. Take it out and try again.',
    paper_not_found: 'The paper is there no longer.',
  },
}
