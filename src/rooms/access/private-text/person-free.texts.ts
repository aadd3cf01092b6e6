export const personFreeTexts = {
  da: {
    hint: 'Skriv om emner, steder og ønsker. Ingen skal kunne kendes: hverken på navn, alder eller adresse.',
    title: (count: number) =>
      count === 1 ? 'Ét sted kan fortælle, hvem nogen er' : `${count} steder kan fortælle, hvem nogen er`,
    write: 'Skriv for eksempel',
    yours: 'Det er et råd. Du afgør selv, om teksten skal ændres.',
    kinds: {
      name: 'Det ligner et navn.',
      known_person: 'Det er navnet på en, Brobyg kender.',
      initials_with_age: 'Forbogstaver med alder eller klasse kan kendes af dem, der bor i området.',
      age_with_place: 'En alder eller klasse sammen med et sted peger på én person.',
      relation: 'En persons familie kan kendes, også uden navn.',
      address: 'En adresse med husnummer eller etage peger på dem, der bor der. Vejens navn er nok.',
      cpr: 'Det ligner et CPR-nummer, og det kan ikke gemmes.',
      phone: 'Det ligner et telefonnummer.',
      mail: 'Det er en mailadresse.',
    },
  },
  en: {
    hint: 'Write of subjects, places and wishes. Nobody must be recognisable: not by name, age or address.',
    title: (count: number) =>
      count === 1 ? 'One place may tell who somebody is' : `${count} places may tell who somebody is`,
    write: 'Write for example',
    yours: 'This is advice. Whether to change the text is up to you.',
    kinds: {
      name: 'This looks like a name.',
      known_person: 'This is the name of somebody Brobyg knows.',
      initials_with_age: 'Initials with an age or a class can be recognised by those who live in the area.',
      age_with_place: 'An age or a class together with a place points to one person.',
      relation: "A person's family can be recognised, also without a name.",
      address: 'An address with a number or a floor points to those who live there. The name of the street is enough.',
      cpr: 'This looks like a CPR number, and it cannot be stored.',
      phone: 'This looks like a phone number.',
      mail: 'This is a mail address.',
    },
  },
}
