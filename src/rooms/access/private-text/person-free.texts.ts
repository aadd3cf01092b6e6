export const personFreeTexts = {
  da: {
    hint: 'Skriv tema, sted og handling. Ingen skal kunne kendes: hverken på navn, alder, adresse eller familie.',
    title: (count: number) =>
      count === 1 ? 'Ét sted kan fortælle, hvem nogen er' : `${count} steder kan fortælle, hvem nogen er`,
    write: 'Skriv for eksempel',
    instead:
      'Skriv tema, sted og handling i stedet, for eksempel »uro ved kiosken om aftenen, klubben følger op«. Er der bekymring for en bestemt, hører det ikke til her, men i en underretning.',
    fileName: (found: readonly string[]) =>
      `Filens navn kan fortælle, hvem nogen er: ${found.map((one) => `»${one}«`).join(', ')}. Kald den efter tema og dato, for eksempel »Referat 2026-03-04«.`,
    yours: 'Det er et råd. Du afgør selv, om teksten skal ændres.',
    kinds: {
      name: 'Det ligner et navn.',
      known_person: 'Det er navnet på en, Brobyg kender.',
      initials_with_age: 'Forbogstaver med alder eller klasse kan kendes af dem, der bor i området.',
      age_with_place: 'En alder eller klasse sammen med et sted peger på én person.',
      relation: 'En persons familie kan kendes, også uden navn.',
      description: 'Det peger på én person eller familie, også uden navn.',
      pronoun: '»Han« og »hun« handler om én person. Skriv om sagen eller om de unge som gruppe.',
      address: 'En adresse med husnummer eller etage peger på dem, der bor der. Vejens navn er nok.',
      birthday: 'En fødselsdag eller et fødselsår peger på én person. Aldersgruppen er nok.',
      cpr: 'Det ligner et CPR-nummer, og det kan ikke gemmes.',
      phone: 'Det ligner et telefonnummer.',
      mail: 'Det er en mailadresse.',
      handle: 'Det ligner en profil på sociale medier.',
      plate: 'Det ligner en nummerplade.',
      case_number: 'Det ligner nummeret på en sag, en elev eller et lejemål, som kan slås op.',
    },
  },
  en: {
    hint: 'Write subject, place and action. Nobody must be recognisable: not by name, age, address or family.',
    title: (count: number) =>
      count === 1 ? 'One place may tell who somebody is' : `${count} places may tell who somebody is`,
    write: 'Write for example',
    instead:
      'Write subject, place and action instead, for example “noise by the kiosk in the evening, the club follows up”. Worry about one certain person does not belong here but in a notification to the authorities.',
    fileName: (found: readonly string[]) =>
      `The name of the file may tell who somebody is: ${found.map((one) => `“${one}”`).join(', ')}. Name it after subject and date, for example “Minutes 2026-03-04”.`,
    yours: 'This is advice. Whether to change the text is up to you.',
    kinds: {
      name: 'This looks like a name.',
      known_person: 'This is the name of somebody Brobyg knows.',
      initials_with_age: 'Initials with an age or a class can be recognised by those who live in the area.',
      age_with_place: 'An age or a class together with a place points to one person.',
      relation: "A person's family can be recognised, also without a name.",
      description: 'This points to one person or family, also without a name.',
      pronoun: '“He” and “she” are about one person. Write about the matter, or about the young as a group.',
      address: 'An address with a number or a floor points to those who live there. The name of the street is enough.',
      birthday: 'A day or year of birth points to one person. The age group is enough.',
      cpr: 'This looks like a CPR number, and it cannot be stored.',
      phone: 'This looks like a phone number.',
      mail: 'This is a mail address.',
      handle: 'This looks like a profile on social media.',
      plate: 'This looks like a number plate.',
      case_number: 'This looks like the number of a case, a pupil or a home, which can be looked up.',
    },
  },
}
