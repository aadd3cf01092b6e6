/** The words of the archive: its report, its two notes for the reader, and what its files are. */
export const exportTexts = {
  da: {
    title: 'Aflevering',
    volume: (number: number, of: number) => `Aflevering, bind ${number} af ${of}`,
    allPlans: 'Alle helhedsplaner',
    plan: 'Helhedsplan',
    asOf: 'Som det var den',
    madeAt: 'Taget ud',
    agreements: 'Aftaler',
    versions: 'Udgaver',
    program: 'Program',
    nothing: 'Ingen aftaler var i kraft',
    nothingText: 'Ingen aftaler var trådt i kraft på dagen, så der er ingen aftaler i afleveringen.',
    wordsInForce: (version: number, days: string) => `Her står ordene i udgave ${version}, ${days}.`,
    runningTitle: (partnership: string) => `Aflevering · ${partnership}`,
    files: {
      report: 'Rapport til at læse: hver aftale med løfter, udfald, ændringer og kontakter',
      document: 'Aftalens udgave som JSON (brobyg-agreement/1)',
      pdf: 'Aftalens udgave som PDF, der har samme JSON i sig',
      proposed: 'Aftalens ord, som forslaget ville gøre dem',
      readMe: 'Forklaring til læseren',
    },
    readMe: (told: { partnership: string; plan: string; day: string; program: string }) => `LÆS MIG

Dette er samarbejdet ${told.partnership} (${told.plan}) taget ud af Brobyg,
som det var den ${told.day}. ${told.program}

aflevering.pdf    læs denne: hver aftale, dens løfter og hvad der blev af dem;
                  med mere end 20 aftaler i flere bind: aflevering-1.pdf …
aftaler/          hver udgave af hver aftale som PDF og JSON, og forslagene
data/             alt som tabeller: JSON og CSV med de samme rækker
manifest.json     hver fil med størrelse, SHA-256, antal rækker og kolonner

Sådan er dagen forstået
- Med er de udgaver, der var trådt i kraft. Det, der først skete, blev sagt
  eller blev afgjort senere, er ikke med, heller ikke hvornår noget ender,
  hvis det blev bestemt senere.
- Når et løfte er læst forkert og siden rettet, gælder rettelsen for alle dage,
  ligesom på siderne. Et forslags titel og begrundelse står, som de sidst blev
  skrevet. Sagsnumre har ingen dag og er alle med.
- "outcome" er løftets udfald den sidste dag, det blev bedømt; "state" er
  tilstanden på den valgte dag.

CSV-filerne er UTF-8 med mærke, semikolon mellem cellerne, alle celler i
anførselstegn og linjer, der slutter med CR LF. Lister står i én celle med " | "
imellem. Ja og nej er true og false. Begynder en celle med et tegn, som et
regneark ville tage for en formel, står der ' foran; i JSON står den, som den er.

Om mennesker er kun taget det nødvendige med: navn, arbejdsmail og arbejdstelefon
på dem, der havde en funktion på dagen, og navnene på dem, der satte i kraft og
bekræftede. Aftalernes egne ord er, som parterne skrev dem. Gem filen et sikkert
sted, og slet den, når den ikke skal bruges mere.
`,
  },
  en: {
    title: 'Closing record',
    volume: (number: number, of: number) => `Closing record, volume ${number} of ${of}`,
    allPlans: 'All plans',
    plan: 'Plan',
    asOf: 'As it was on',
    madeAt: 'Taken out',
    agreements: 'Agreements',
    versions: 'Versions',
    program: 'Program',
    nothing: 'No agreements were in force',
    nothingText: 'No agreements had come into force by the day, so there are none in this record.',
    wordsInForce: (version: number, days: string) => `These are the words of version ${version}, ${days}.`,
    runningTitle: (partnership: string) => `Closing record · ${partnership}`,
    files: {
      report: 'A report to read: each agreement with promises, outcome, changes and contacts',
      document: "The agreement's version as JSON (brobyg-agreement/1)",
      pdf: "The agreement's version as PDF, with the same JSON inside",
      proposed: "The agreement's words as the proposal would make them",
      readMe: 'A note to the reader',
    },
    readMe: (told: { partnership: string; plan: string; day: string; program: string }) => `README

This is the partnership ${told.partnership} (${told.plan}) taken out of Brobyg,
as it was on ${told.day}. ${told.program}

aflevering.pdf    read this: each agreement, its promises and what came of them;
                  in volumes where there are over 20: aflevering-1.pdf …
aftaler/          each version of each agreement as PDF and JSON, and proposals
data/             everything as tables: JSON and CSV with the same rows
manifest.json     each file with size, SHA-256, number of rows and columns

How the day is understood
- In it are the versions that had come into force. What only happened, was said
  or was settled later is left out, and so is when something ends where that was
  decided later.
- Where a promise was read wrong and corrected since, the correction holds for
  all days, as on the pages. A proposal's title and reason stand as last written.
  Case numbers have no day, and are all in it.
- "outcome" is what came of a promise on the last day it was judged; "state" is
  how it stood on the chosen day.

The CSV files are UTF-8 with its mark, semicolons between cells, every cell in
quotes, and lines that end with CR LF. Lists stand in one cell with " | " between.
Yes and no are true and false. Where a cell begins with a sign a spreadsheet would
take for a formula, ' stands before it; in the JSON it stands as it is.

Of people only what is needed is in it: name, work mail and work phone of those
who held a post on the day, and the names of those who brought into force and
confirmed. The agreements' own words are as the parties wrote them. Keep the file
in a safe place, and delete it when it is of no more use.
`,
  },
}
