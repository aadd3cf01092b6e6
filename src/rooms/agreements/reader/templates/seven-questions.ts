import type { FormTemplate } from '../form-template.ts'

/** Copenhagen's contract on housing-social cooperation: an overall part, then seven questions for every activity. */
export const sevenQuestions: FormTemplate = {
  id: 'seven-questions/1',
  documentTitles: [
    'Kontrakt om boligsocialt samarbejde',
    'Samarbejdskontrakt',
    'Boligsocial kontrakt',
    'Aftale om boligsocialt samarbejde',
    'Samarbejdsaftale',
    'Delaftale',
  ],
  parts: [
    { part: 'contents', wordings: ['Indhold', 'Indholdsfortegnelse'] },
    {
      part: 'preamble',
      wordings: [
        'Samarbejdet mellem kommunen og boligsociale helhedsplaner',
        'Samarbejdet mellem kommune og boligorganisationer',
        'Indledning',
        'Baggrund for kontrakten',
        'Forord',
        'Om kontrakten',
      ],
    },
    { part: 'overall', wordings: ['Overordnet om indsatsområdet', 'Overordnet del', 'Generelt om indsatsområdet'] },
    {
      part: 'goals',
      wordings: [
        'Hvilke overordnede mål har indsatsområdet? (Max tre)',
        'Indsatsområdets overordnede mål',
        'Overordnede mål',
        'Mål for indsatsområdet',
      ],
    },
    {
      part: 'policyGoals',
      wordings: [
        "Hvilke overordnede mål fra 'Politik for Udsatte Byområder' understøtter indsatsområdet?",
        "Indsatsområdet understøtter overordnede mål fra 'Politik for Udsatte Byområder'",
        'Mål i Politik for Udsatte Byområder',
        'Hvilke mål i politikken understøttes',
      ],
    },
    {
      part: 'sharedActivities',
      wordings: [
        'Aktiviteter som kommune og boligorganisationer samarbejder om under indsatsområdet?',
        'Hvilke aktiviteter samarbejdes der om?',
        'Fælles aktiviteter under indsatsområdet',
        'Oversigt over aktiviteter',
      ],
    },
    {
      part: 'parties',
      wordings: [
        'Boligorganisationer og forvaltninger involveret i indsatsområdet. Herunder markering af kontaktpersoner på ledelsesniveau.',
        'Boligorganisationer og forvaltninger involveret i indsatsområdet',
        'Involverede boligorganisationer og forvaltninger',
        'Kontaktpersoner på ledelsesniveau',
        'Aftalens parter',
      ],
    },
    {
      part: 'frame',
      wordings: [
        'Indsatsområdets samlede økonomiske ramme i den boligsociale helhedsplan',
        'Indsatsområdets samlede økonomiske ramme',
        'Samlet økonomisk ramme',
        'Økonomisk ramme',
      ],
    },
    {
      part: 'coordination',
      wordings: [
        'Overordnet koordinering af indsatsen',
        'Overordnet koordination af indsatsområdet',
        'Koordinering af indsatsen',
        'Koordinering',
      ],
    },
    {
      part: 'activities',
      wordings: [
        'Aktiviteter og netværk under indsatsområdet',
        'Aktiviteter under indsatsområdet',
        'Aktiviteter og netværk',
        'Beskrivelse af aktiviteter',
      ],
    },
    {
      part: 'otherParties',
      wordings: [
        'Øvrige parter involveret i indsatsområdet',
        'Øvrige samarbejdsparter involveret i indsatsområdet',
        'Øvrige samarbejdspartnere',
        'Andre samarbejdspartnere involveret i indsatsområdet',
        'Øvrige parter',
      ],
    },
    {
      part: 'otherActivities',
      wordings: [
        'Øvrige aktiviteter under indsatsområdet',
        'Øvrige aktiviteter og netværk under indsatsområdet',
        'Andre aktiviteter under indsatsområdet',
        'Øvrige aktiviteter',
      ],
    },
  ],
  questions: [
    {
      kind: 'purpose',
      name: 'formål',
      isUsual: true,
      wordings: [
        'Hvordan understøtter aktiviteten indsatsområdets overordnede mål? (Herunder kort beskrivelse af aktiviteten)',
        'Hvordan understøtter aktiviteten indsatsområdets overordnede mål og målene i Politik for Udsatte Byområder? (Herunder kort beskrivelse af aktiviteten)',
        'Hvordan understøtter aktiviteten målene?',
        'Kort beskrivelse af aktiviteten',
        'Beskrivelse af aktiviteten',
        'Aktivitetens formål',
        'Formål',
      ],
    },
    {
      kind: 'posts',
      name: 'medarbejdere',
      isUsual: true,
      wordings: [
        'Hvilke medarbejderfunktioner fra henholdsvis kommune og boligorganisationer indgår i den fælles aktivitet/netværk? Herunder kontaktperson',
        'Hvilke medarbejderfunktioner fra kommune og boligorganisationer indgår?',
        'Hvilke medarbejdere indgår i aktiviteten?',
        'Medarbejderfunktioner',
        'Kontaktpersoner',
        'Deltagende medarbejdere',
      ],
    },
    {
      kind: 'responsibilities',
      name: 'ansvar og roller',
      isUsual: true,
      wordings: [
        'Ansvar og rollefordeling. Hvem gør hvad hvornår?',
        'Ansvar og rollefordeling',
        'Ansvars- og rollefordeling',
        'Hvem gør hvad hvornår?',
        'Roller og ansvar',
        'Opgavefordeling',
      ],
    },
    {
      kind: 'economy',
      name: 'økonomi',
      isUsual: false,
      wordings: [
        'Økonomi',
        'Aktivitetens økonomi',
        'Økonomi og ressourcer',
        'Finansiering',
        'Hvad koster aktiviteten?',
        'Budget',
      ],
    },
    {
      kind: 'venues',
      name: 'lokaler',
      isUsual: true,
      wordings: [
        'Hvilke eventuelle lokaliteter benyttes til indsatsen? Lokaler og fysiske rammer som fx gårdrum eller bemandede legepladser.',
        'Hvilke eventuelle lokaliteter benyttes til indsatsen?',
        'Lokaler og fysiske rammer som fx gårdrum eller bemandede legepladser.',
        'Hvor foregår aktiviteten?',
        'Lokaler og fysiske rammer',
        'Lokaliteter',
        'Lokaler',
      ],
    },
    {
      kind: 'anchoring',
      name: 'forankring',
      isUsual: true,
      wordings: [
        'Hvordan skal aktiviteten, samarbejdet og/eller metodeudviklingen forankres i boligorganisation og/eller kommune?',
        'Hvordan forankres aktiviteten?',
        'Hvordan skal samarbejdet forankres?',
        'Forankring af aktiviteten',
        'Forankring',
      ],
    },
    {
      kind: 'revision',
      name: 'revision',
      isUsual: true,
      wordings: [
        'Revision af aftalen',
        'Revidering af aftalen',
        'Revision',
        'Hvordan revideres aftalen?',
        'Ændring af aftalen',
      ],
    },
  ],
  partyHeadings: [
    {
      kind: 'housing_organisation',
      wordings: ['Boligorganisationer', 'Boligorganisation', 'Boligselskaber', 'Boligforeninger'],
    },
    {
      kind: 'department',
      wordings: ['Forvaltninger', 'Forvaltning', 'Kommunale forvaltninger', 'Kommunen', 'Kommune'],
    },
    { kind: 'association', wordings: ['Foreninger', 'Frivillige organisationer', 'Frivillige foreninger'] },
    { kind: 'club', wordings: ['Klubber', 'Klubber og institutioner'] },
    { kind: 'other', wordings: ['Øvrige', 'Andre', 'Andre parter', 'Øvrige parter', 'Samarbejdspartnere'] },
  ],
  activityNameLabels: [
    'Navn på aktivitet/netværk',
    'Navn på aktivitet',
    'Aktivitetens navn',
    'Aktivitet',
    'Netværk',
    'Titel',
    'Navn',
  ],
  subActivityWords: ['Delaktivitet', 'Underaktivitet', 'Delindsats', 'Delprojekt'],
  instructions: [
    'Aktiviteter/netværk, hvor kommunen ikke er involveret, fx aktiviteter som udelukkende er på boligafdelingsniveau',
    'Herunder kort beskrivelse af aktiviteten',
    'Kort beskrivelse',
    'Beskrivelse',
  ],
}
