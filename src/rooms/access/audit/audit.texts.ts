import type { FaultKind } from './audit-entry.ts'
import type { impersonalActors } from './trail-filter.ts'

type Impersonal = Record<(typeof impersonalActors)[number], string>
type FaultWords = Record<FaultKind, (which: string, lane: number) => string>

const faultsDa: FaultWords = {
  changed: (which, lane) => `Linje ${which} i kæde ${lane} er ændret, eller linjen før den er skrevet om`,
  missing: (which, lane) => `Linje ${which} i kæde ${lane} mangler`,
  reordered: (which, lane) => `Linje ${which} i kæde ${lane} står et andet sted end dér, hvor den blev skrevet`,
  added: (which, lane) => `Linje ${which} i kæde ${lane} er føjet til bagefter`,
  head: (which, lane) => `Kæde ${lane} passer ikke med sit eget kontroltal (linje ${which})`,
  rewritten: (which, lane) => `Kæde ${lane} er skrevet om: linje ${which} er en anden end den, der blev noteret`,
}

const faultsEn: FaultWords = {
  changed: (which, lane) => `entry ${which} of lane ${lane} is changed, or the one before it was written anew`,
  missing: (which, lane) => `entry ${which} of lane ${lane} is missing`,
  reordered: (which, lane) => `entry ${which} of lane ${lane} is reordered: it does not stand where it was written`,
  added: (which, lane) => `entry ${which} of lane ${lane} was added afterwards`,
  head: (which, lane) => `the head of lane ${lane} (number ${which}) does not agree with its entries`,
  rewritten: (which, lane) => `lane ${lane} was rewritten: entry ${which} is not the one that was noted`,
}

const impersonalDa: Impersonal = {
  system: 'Brobyg selv',
  'sign-in-desk': 'Indgangen',
  visitor: 'En, der ikke var logget ind,',
}

const impersonalEn: Impersonal = {
  system: 'Brobyg itself',
  'sign-in-desk': 'The front door',
  visitor: 'Somebody who was not signed in',
}

/** What an entry is told in, on the page, in the file and on the command line. */
export const auditTexts = {
  da: {
    fault: faultsDa,
    impersonal: impersonalDa,
    unknownPerson: 'en person, der ikke findes mere',
    unknownVerb: (verb: string) => `gjorde noget (${verb})`,
    idNumber: (end: string) => `nr. …${end}`,
    postIn: (title: string, place: string) => `${title} i ${place}`,
    columns:
      'Tidspunkt|Hvem|Gjorde hvad|Om hvem|hvem (id)|funktion (id)|handling|ting|ting (id)|om (id)|fakta|forespørgsel|kæde|linje|kontroltal',
  },
  en: {
    fault: faultsEn,
    impersonal: impersonalEn,
    unknownPerson: 'a person who is no longer here',
    unknownVerb: (verb: string) => `did something (${verb})`,
    idNumber: (end: string) => `no. …${end}`,
    postIn: (title: string, place: string) => `${title} in ${place}`,
    columns:
      'Moment|Who|Did what|About whom|who (id)|post (id)|verb|thing|thing (id)|about (id)|facts|request|lane|number|hash',
  },
}
