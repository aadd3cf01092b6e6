import { commitmentKindTexts } from '../../agreements/index.ts'

const both = (one: string, other: string) => (other === '' ? one : `${one} → ${other}`)

export const revisionTexts = {
  da: {
    kinds: commitmentKindTexts.da,
    hello: (name: string) => `Kære ${name}`,
    mailSubject: (agreement: string) => `Dine løfter ændrer sig: ${agreement}`,
    mailIntro: (agreement: string, from: string) =>
      `Aftalen om ${agreement} er ændret fra ${from}. Det her ændrer sig for dig:`,
    mailSeeAgreement: 'Se hele aftalen',
    mailWhy: 'Du får mailen, fordi dine poster skylder det, eller det skyldes dem.',
    owes: both,
    ownerUnknown: 'ukendt ansvarlig',
    nobody: 'ingen nævnt',
    noTerm: 'ingen frist læst',
    addedOne: 'Nyt løfte',
    droppedOne: 'Bortfalder',
    termMoved: (before: string, after: string) => `Før: ${before}. Nu: ${after}.`,
    ownerMoved: (before: string, after: string) => `Skyldes af ${after} i stedet for ${before}.`,
    receiverMoved: (before: string, after: string) => `Skyldes til ${after} i stedet for ${before}.`,
    kindMoved: (before: string, after: string) => `Læses nu som ${after}, før som ${before}.`,
    costsMore: (sum: string) => `Prisen stiger med ${sum}.`,
    costsLess: (sum: string) => `Prisen falder med ${sum}.`,
  },
  en: {
    kinds: commitmentKindTexts.en,
    hello: (name: string) => `Dear ${name}`,
    mailSubject: (agreement: string) => `Your promises change: ${agreement}`,
    mailIntro: (agreement: string, from: string) =>
      `The agreement on ${agreement} is changed from ${from}. This changes for you:`,
    mailSeeAgreement: 'See the whole agreement',
    mailWhy: 'You get this mail because your posts owe it, or it is owed to them.',
    owes: both,
    ownerUnknown: 'owner unknown',
    nobody: 'nobody named',
    noTerm: 'no term read',
    addedOne: 'New promise',
    droppedOne: 'Lapses',
    termMoved: (before: string, after: string) => `Before: ${before}. Now: ${after}.`,
    ownerMoved: (before: string, after: string) => `Owed by ${after} instead of ${before}.`,
    receiverMoved: (before: string, after: string) => `Owed to ${after} instead of ${before}.`,
    kindMoved: (before: string, after: string) => `Now read as ${after}, before as ${before}.`,
    costsMore: (sum: string) => `The price rises by ${sum}.`,
    costsLess: (sum: string) => `The price falls by ${sum}.`,
  },
}
