import type { DataKind, PartyRole, SubjectKind } from './processing.ts'

const subjectsDa: Record<SubjectKind, string> = {
  children: 'børn',
  young: 'unge',
  children_and_young: 'børn og unge',
  parents: 'forældre og andre, der har forældremyndigheden',
  volunteers: 'frivillige',
  residents: 'beboere',
  staff: 'parternes medarbejdere',
}

const subjectsEn: Record<SubjectKind, string> = {
  children: 'children',
  young: 'young people',
  children_and_young: 'children and young people',
  parents: 'parents and others with custody',
  volunteers: 'volunteers',
  residents: 'residents',
  staff: "the parties' staff",
}

const dataDa: Record<DataKind, string> = {
  work_contact: 'medarbejderes navn, funktion, telefon og mail på arbejdet',
  child_name: 'barnets eller den unges fornavn og alder',
  guardian_contact: 'kontaktoplysninger på den, der har forældremyndigheden',
  resident_name: 'beboerens navn og kontaktoplysninger',
  wish: 'hvad barnet, den unge eller beboeren ønsker at prøve',
  job: 'den unges navn, alder, ønsker til job og kontaktoplysninger',
  counts: 'antal fremmødte; ingen bliver skrevet op',
  volunteer: 'frivilliges navn, kontaktoplysninger, og om der er indhentet børneattest',
}

const dataEn: Record<DataKind, string> = {
  work_contact: "staff's name, post, phone and mail at work",
  child_name: "the child's or young person's first name and age",
  guardian_contact: 'contact of the one who has custody',
  resident_name: "the resident's name and contact",
  wish: 'what the child, young person or resident wishes to try',
  job: "the young person's name, age, wishes for a job and contact",
  counts: 'how many came; nobody is written down',
  volunteer: "volunteers' name and contact, and whether their record was checked",
}

const rolesDa: Record<PartyRole, string> = {
  own: 'selvstændig dataansvarlig',
  joint: 'fælles dataansvarlig',
  recipient: 'modtager',
  none: 'ingen del i det',
}

const rolesEn: Record<PartyRole, string> = {
  own: 'controller of its own',
  joint: 'joint controller',
  recipient: 'recipient',
  none: 'no part in it',
}

export const processingTexts = {
  da: {
    protection: 'Databeskyttelse',
    title: 'Fortegnelse over behandlingsaktiviteter',
    intro: (day: string) =>
      `Skrevet af Brobyg ud fra de aftaler, der er i kraft ${day}, efter databeskyttelsesforordningens artikel 30, stk. 1.`,
    proposal:
      'Det her er et forslag. Brobyg læser, hvem der lover hvad; parterne afgør selv, hvem der er dataansvarlig, og skal bekræfte det.',
    matrixTitle: 'Hvem er dataansvarlig?',
    matrixIntro: (day: string) =>
      `Den part, der skylder et løfte, er dataansvarlig for det, den gør. Skylder flere det sammen, er de det i fællesskab. Som aftalerne er ${day}.`,
    empty: 'Der er ingen aftaler i kraft den dag.',
    sheet: 'Hent som regneark (.xlsx)',
    print: 'Siden kan skrives ud.',
    toMatrix: 'Se, hvem der er dataansvarlig',
    toRecord: 'Se fortegnelsen',
    parts: {
      controllers: '(a) Dataansvarlige, og hvem de kan kontaktes gennem',
      purposes: '(b) Formål',
      categories: '(c) Registrerede og oplysninger',
      recipients: '(d) Modtagere',
      transfers: '(e) Overførsel til tredjelande',
      limits: '(f) Frister for sletning',
      security: '(g) Sikkerhed',
    },
    rolesOf: { own: 'hver for sig', joint: 'i fællesskab' },
    officer: (names: string) => `Databeskyttelsesrådgiver: ${names}.`,
    noOfficer: 'Ingen har hvervet som databeskyttelsesrådgiver i Brobyg i dag.',
    processor: (partnership: string) => `Databehandler: den, der driver Brobyg for ${partnership}.`,
    noController: 'Aftalen siger ikke, hvem der gør det. Det skal parterne afgøre.',
    purposeOf: 'Aftalen siger om formålet:',
    noPurpose: 'Aftalen siger ikke noget om formålet. Det skal parterne skrive.',
    subjects: subjectsDa,
    ages: (from: number | null, to: number | null) =>
      from === null ? `til ${to} år` : to === null ? `fra ${from} år` : `${from}–${to} år`,
    data: dataDa,
    noRecipients: 'Ingen ud over dem, der er dataansvarlige.',
    noTransfers:
      'Ingen. Brobyg sender ikke oplysningerne videre; de ligger dér, hvor Brobyg drives, og det skal være i EU eller EØS.',
    limitsOf: 'Aftalen siger:',
    noLimits: 'Aftalen sætter ingen frist. Parterne skal aftale en; indtil da gælder Brobygs egne regler for sletning.',
    securityWords: [
      'Hver kommunes oplysninger ligger for sig, og databasen selv afviser den, der ikke må se en række.',
      'Adgang følger af den funktion, man har i dag, og ender, når den ender.',
      'Alt, der skrives og læses om en person, står i en logbog, hvor det ses, hvis nogen har rettet i den.',
      'CPR-numre gemmes ikke.',
      'Der tages krypteret sikkerhedskopi hver nat.',
    ],
    securityMore: 'Det hele står i SECURITY.md, med de prøver, der viser det.',
    roles: rolesDa,
    shortRoles: { own: 'selvstændig', joint: 'fælles', recipient: 'modtager', none: 'ingen del i det' },
    activity: 'Aktivitet',
    agreement: 'Aftale',
    legend: 'Tegnene betyder',
    unsettled: 'Skal afgøres',
    unsettledAbout: (activity: string, names: string) => `${activity}: aftalen nævner ${names}. Hvilken part er det?`,
    sheetName: 'Fortegnelse',
    matrixSheetName: 'Dataansvar',
  },
  en: {
    protection: 'Data protection',
    title: 'Record of processing activities',
    intro: (day: string) =>
      `Written by Brobyg from the agreements in force on ${day}, under article 30(1) of the General Data Protection Regulation.`,
    proposal:
      'This is a proposal. Brobyg reads who promises what; the parties themselves settle who is controller, and must confirm it.',
    matrixTitle: 'Who is the controller?',
    matrixIntro: (day: string) =>
      `The party that owes a promise is controller for what it does. Where several owe it together, they are so jointly. As the agreements are on ${day}.`,
    empty: 'No agreement is in force that day.',
    sheet: 'Take as a spreadsheet (.xlsx)',
    print: 'The page can be printed.',
    toMatrix: 'See who is the controller',
    toRecord: 'See the record',
    parts: {
      controllers: '(a) Controllers, and through whom they are reached',
      purposes: '(b) Purposes',
      categories: '(c) Data subjects and data',
      recipients: '(d) Recipients',
      transfers: '(e) Transfers to third countries',
      limits: '(f) Time limits for erasure',
      security: '(g) Security',
    },
    rolesOf: { own: 'each on its own', joint: 'jointly' },
    officer: (names: string) => `Data protection officer: ${names}.`,
    noOfficer: 'Nobody has the duty of data protection officer in Brobyg today.',
    processor: (partnership: string) => `Processor: whoever runs Brobyg for ${partnership}.`,
    noController: 'The agreement does not say who does it. The parties must settle that.',
    purposeOf: 'The agreement says of its purpose:',
    noPurpose: 'The agreement says nothing of the purpose. The parties must write it.',
    subjects: subjectsEn,
    ages: (from: number | null, to: number | null) =>
      from === null ? `up to ${to}` : to === null ? `from ${from}` : `aged ${from}–${to}`,
    data: dataEn,
    noRecipients: 'None beside the controllers.',
    noTransfers:
      'None. Brobyg passes nothing on; the data stays where Brobyg is run, and that must be in the EU or the EEA.',
    limitsOf: 'The agreement says:',
    noLimits:
      "The agreement sets no limit. The parties must agree on one; until then Brobyg's own rules of deletion hold.",
    securityWords: [
      "Each municipality's data is kept apart, and the database itself refuses whoever may not see a row.",
      'Access follows from the post one holds today, and ends when it ends.',
      'All that is written and read of a person stands in an audit trail in which tampering is seen.',
      'CPR numbers are not kept.',
      'An encrypted backup is made every night.',
    ],
    securityMore: 'All of it stands in SECURITY.md, with the tests that show it.',
    roles: rolesEn,
    shortRoles: { own: 'of its own', joint: 'joint', recipient: 'recipient', none: 'no part in it' },
    activity: 'Activity',
    agreement: 'Agreement',
    legend: 'What the signs mean',
    unsettled: 'To be settled',
    unsettledAbout: (activity: string, names: string) =>
      `${activity}: the agreement names ${names}. Which party is that?`,
    sheetName: 'Record',
    matrixSheetName: 'Controllers',
  },
}
