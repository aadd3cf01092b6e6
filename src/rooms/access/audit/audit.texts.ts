import type { FaultKind } from './audit-entry.ts'

const faultsDa: Record<FaultKind, (which: string, lane: number) => string> = {
  changed: (which, lane) => `Linje ${which} i kæde ${lane} er ændret, eller linjen før den er skrevet om`,
  missing: (which, lane) => `Linje ${which} i kæde ${lane} mangler`,
  reordered: (which, lane) => `Linje ${which} i kæde ${lane} står et andet sted end dér, hvor den blev skrevet`,
  added: (which, lane) => `Linje ${which} i kæde ${lane} er føjet til bagefter`,
  head: (which, lane) => `Kæde ${lane} passer ikke med sit eget kontroltal (nr. ${which})`,
  rewritten: (which, lane) => `Kæde ${lane} er skrevet om: linje ${which} er en anden end den, der blev noteret`,
}

const faultsEn: Record<FaultKind, (which: string, lane: number) => string> = {
  changed: (which, lane) => `entry ${which} of lane ${lane} is changed, or the one before it was written anew`,
  missing: (which, lane) => `entry ${which} of lane ${lane} is missing`,
  reordered: (which, lane) => `entry ${which} of lane ${lane} is reordered: it does not stand where it was written`,
  added: (which, lane) => `entry ${which} of lane ${lane} was added afterwards`,
  head: (which, lane) => `the head of lane ${lane} (number ${which}) does not agree with its entries`,
  rewritten: (which, lane) => `lane ${lane} was rewritten: entry ${which} is not the one that was noted`,
}

export const auditTexts = { da: { fault: faultsDa }, en: { fault: faultsEn } }
