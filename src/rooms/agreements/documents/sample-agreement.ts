// Test support: an agreement of our own words, in the form, with something of everything a document must show.
import type {
  AgreedActivity,
  AgreementDocument,
  AgreementSection,
  Contact,
  PartyKind,
  ReadCommitment,
  SectionKind,
} from '../agreement-format.ts'

const at = (line: number) => ({ line, toLine: line, page: null })

const contact = (kind: PartyKind, party: string, post: string | null, holder: string | null): Contact => ({
  party,
  kind,
  plan: null,
  unit: null,
  post,
  holder,
  provisional: holder !== null,
  source: at(20),
})

const ofPlan = (plan: string, who: Contact): Contact => ({ ...who, plan })

const section = (kind: SectionKind, heading: string, lines: string[]): AgreementSection => ({
  kind,
  heading,
  text: lines.join('\n'),
  source: at(40),
})

const commitment = (
  told: Pick<ReadCommitment, 'id' | 'kind' | 'text' | 'notation' | 'owedBy'> & { owedTo?: string[] },
): ReadCommitment => ({ owedTo: [], within: null, source: at(50), ...told })

const blank = { contacts: [], ages: null, venues: [], amounts: [], reservations: [], commitments: [], source: at(30) }

const workshops: AgreedActivity = {
  ...blank,
  id: 'a1',
  parentId: null,
  role: 'activity',
  focusAreas: [],
  title: 'Skure og sejl: værksteder ved kajen',
  ages: { from: 9, to: 14 },
  sections: [
    section('purpose', 'Hvad er formålet, og hvordan støtter aktiviteten de fælles mål?', [
      'Børn mellem 9 og 14 år bygger, maler og sejler sammen med voksne, der kan et håndværk. Værkstederne flytter rundt mellem de fire kvarterer, så ingen har langt at gå.',
      'Et værksted er en smagsprøve. Det er lykkedes, når et barn bagefter selv finder vej til Sejlklubben Lanternen eller kulturhuset Pakhuset og bliver der.¹',
    ]),
    section('posts', 'Hvem deltager fra kommune og boligorganisationer? Kontaktpersoner', [
      'Boligorganisationer',
      '• Kajens Boliger, helhedsplanen Bølgen: projektkoordinator, pt. Ida Holt',
      '• Lodsgårdens Boligforening, helhedsplanen Fyret: boligsocial medarbejder, pt. Noor Rahimi',
      'Forvaltninger',
      '• Kulturforvaltningen, Pakhuset: daglig leder, pt. Esben Thorup',
    ]),
    section('responsibilities', 'Hvem gør hvad, og hvornår?', [
      'Pakhuset',
      '• holder op til 4 værksteder om året i hvert kvarter',
      '• finder håndværkere og materialer:',
      '  • træ, lærred og maling',
      '  • redningsveste i alle størrelser',
      '• skriver programmet, så det ligger klart hvert år i marts og september',
      'Bølgen og Fyret',
      '• fortæller børn og forældre om værkstederne',
      '• følger de børn, der vil videre, til klubben de første to gange',
      'Parterne mødes tre gange om året og ellers efter behov. De skiftes til at kalde ind.',
    ]),
    section('economy', 'Økonomi', [
      'Et værksted koster 6.500 kr. Bølgen betaler 18.000 kr. om året til Pakhuset for aftenvagt, kvartalsvis bagud.',
    ]),
    section('venues', 'Hvor foregår det?', [
      'Pavillonen på Rebslagerplads, beboerlokalet i Lodsgården og bådskuret ved Østmolen.',
    ]),
    section('anchoring', 'Hvordan forankres det?', [
      'Pakhuset overtager aftenvagten fra august 2027, hvis en fælles evaluering i juni 2026 viser fast fremmøde.',
    ]),
    section('revision', 'Revision af aftalen', ['Boligsocialt Forum Havneby']),
  ],
  venues: [{ name: 'Pavillonen', area: 'Rebslagerplads', source: at(60) }],
  amounts: [
    {
      amountOere: 650_000,
      per: 'workshop',
      payer: null,
      payee: null,
      approximate: false,
      text: '6.500 kr.',
      source: at(61),
    },
    {
      amountOere: 1_800_000,
      per: 'year',
      payer: 'Bølgen',
      payee: 'Pakhuset',
      approximate: true,
      text: '18.000 kr.',
      source: at(61),
    },
  ],
  reservations: [
    { text: 'Aftenvagten bortfalder, hvis Pakhusets bevilling ikke fornys.', until: '2027-08-01', source: at(62) },
  ],
  commitments: [
    commitment({
      id: 'a1/k1',
      kind: 'session',
      text: 'Pakhuset holder op til 4 værksteder om året i hvert kvarter.',
      notation: 'FREQ=YEARLY;COUNT_PER_PERIOD<=4',
      owedBy: ['Pakhuset'],
    }),
    commitment({
      id: 'a1/k2',
      kind: 'meeting',
      text: 'Parterne mødes tre gange om året.',
      notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=3',
      owedBy: ['Pakhuset', 'Bølgen', 'Fyret'],
    }),
    commitment({
      id: 'a1/k3',
      kind: 'payment',
      text: 'Bølgen betaler for aftenvagt, kvartalsvis bagud.',
      notation: 'PAYMENT=QUARTERLY;TIMING=IN_ARREARS',
      owedBy: ['Bølgen'],
      owedTo: ['Pakhuset'],
    }),
  ],
}

const clubs: AgreedActivity = {
  ...blank,
  id: 'a2',
  parentId: null,
  role: 'activity',
  focusAreas: [],
  title: 'Klubberne og helhedsplanerne',
  sections: [
    section('purpose', 'Hvad er formålet?', [
      'Klubber og helhedsplaner kender hinandens uge, så de ikke kalder på de samme børn den samme aften.',
    ]),
  ],
}

const clubEvenings: AgreedActivity = {
  ...blank,
  id: 'a2.1',
  parentId: 'a2',
  role: 'activity',
  focusAreas: [],
  title: 'Delaktivitet: Fritidsklubben Molen og Bølgen',
  sections: [
    section('purpose', 'Hvad er formålet?', [
      'Unge, der hænger ud på kajen om aftenen, møder en voksen fra klubben, de kender i forvejen.',
    ]),
    section('responsibilities', 'Hvem gør hvad, og hvornår?', [
      'Molen sender en gang om ugen (torsdag kl. 17–20) en medarbejder til Pavillonen.²',
      'Bølgen låser op, laver mad og rydder op. Talt fremmøde skrives ned, aldrig navne.',
    ]),
  ],
  contacts: [
    contact('club', 'Fritidsklubben Molen', 'leder', 'Sune Agerskov'),
    ofPlan('Bølgen', contact('housing_organisation', 'Kajens Boliger', 'ungemedarbejder', null)),
  ],
  commitments: [
    commitment({
      id: 'a2.1/k1',
      kind: 'presence',
      text: 'Molen sender en gang om ugen en medarbejder til Pavillonen.',
      notation: 'FREQ=WEEKLY;COUNT_PER_PERIOD=1;BYDAY=TH;TIME=17:00-20:00',
      owedBy: ['Molen'],
    }),
  ],
}

/** An invented agreement of the fictional district Havneby. */
export const sampleAgreement: AgreementDocument = {
  format: 'brobyg-agreement/1',
  template: 'seven-questions/1',
  source: { name: 'havneby.txt', mediaType: 'text/plain', sha256: 'a'.repeat(64), lines: 120 },
  title: 'Aftale om boligsocialt samarbejde i Havneby',
  municipality: 'Sundvig Kommune',
  district: 'Havneby',
  leadParty: 'By- og Miljøforvaltningen',
  focusArea: 'Børn, unge og familie',
  signedOn: '2024-11-29',
  caseNumber: '2024-004417',
  documentNumber: '2024-118230-3',
  validDuring: { from: '2025-01-01', to: '2028-12-31' },
  preamble: [
    'Sundvig Kommune og de almene boligorganisationer i Havneby har hver deres halvdel af arbejdet for de samme familier. Her står, hvem der gør hvad, så de to halvdele mødes.',
    'Aftalen følges af Boligsocialt Forum Havneby, som kan ændre den, når parterne er enige.',
  ],
  goals: [
    {
      text: 'Flere børn og unge fra de fire kvarterer har en fast plads i en klub, forening eller på et hold.',
      source: at(10),
    },
    {
      text: 'Familier, der har brug for hjælp, finder den tæt på, hvor de bor, og før det bliver svært.',
      source: at(11),
    },
  ],
  policyGoals: [{ text: 'Havnebys børn klarer sig som byens børn i øvrigt', source: at(12) }],
  contacts: [
    ofPlan('Bølgen', contact('housing_organisation', 'Kajens Boliger', 'projektkoordinator', 'Ida Holt')),
    ofPlan(
      'Fyret',
      contact('housing_organisation', 'Lodsgårdens Boligforening', 'sekretariatsleder', 'Jens-Ole Brandt'),
    ),
    contact('department', 'Kulturforvaltningen', 'kulturchef', 'Pernille Aagaard'),
    contact('department', 'Socialforvaltningen', 'områdechef', 'Malik Østergård'),
    contact('association', 'Sejlklubben Lanternen', null, 'Grethe Lund'),
  ],
  frames: [
    {
      plan: 'Bølgen',
      during: { from: '2025-01-01', to: '2028-12-31' },
      amountOere: 138_623_500,
      text: 'Bølgen, 2025-28: kr. 1.386.235',
      source: at(25),
    },
    {
      plan: 'Fyret',
      during: { from: '2025-01-01', to: '2028-12-31' },
      amountOere: null,
      text: 'Fyret, 2025-28: ingen økonomi',
      source: at(26),
    },
  ],
  coordination: {
    forum: 'Boligsocialt Forum Havneby',
    lead: contact('department', 'By- og Miljøforvaltningen', 'bydelskoordinator', 'Anton Kjær'),
  },
  activities: [workshops, clubEvenings, clubs],
  otherParties: [
    { name: 'Natteravnene i Havneby', contact: 'Åse Bjerregaard', email: 'aase@natteravnene.example', source: at(90) },
  ],
  otherActivities: [
    {
      id: 'o1',
      title: 'Lommepengehold',
      text: 'Bølgen har hver sommer et hold på otte unge, der passer de grønne områder mod lommepenge.',
      validDuring: { from: '2025-05-01', to: null },
      commitments: [],
      source: at(95),
    },
  ],
  attachments: [],
  signatories: [],
  footnotes: [
    { mark: '1', text: 'Et barn regnes som fast, når det kommer tre måneder efter første besøg.', source: at(100) },
    {
      mark: '2',
      text: 'Stillingen er bevilget til og med 2026. Derefter søges den lagt i klubbens drift.',
      source: at(101),
    },
  ],
  questions: [{ about: 'frames.1.amountOere', text: 'Er det rigtigt, at Fyret ikke har midler her?', source: at(26) }],
  trace: { lines: 120, mapped: 118, unmapped: [3, 4] },
}

/** The sample with its activities told many times over: about 20 pages. */
export const longSampleAgreement: AgreementDocument = {
  ...sampleAgreement,
  activities: Array.from({ length: 7 }, (_, round) =>
    sampleAgreement.activities.map((activity) => ({
      ...activity,
      id: `${round}.${activity.id}`,
      parentId: activity.parentId === null ? null : `${round}.${activity.parentId}`,
    })),
  ).flat(),
}
