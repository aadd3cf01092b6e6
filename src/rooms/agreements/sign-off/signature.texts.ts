type Facts = Readonly<Record<string, string | number>>

/** What a mail that asks for a confirmation tells. */
interface Asked {
  readonly name: string
  readonly organisation: string
  readonly agreement: string
  readonly version: number
  readonly askedBy: string
}

export const signatureTexts = {
  da: {
    title: 'Tiltrædelse',
    heading: (version: number) => `Tiltrædelse af udgave ${version}`,
    intro:
      'Her siger hver part, at den står bag udgaven. At tiltræde er en erklæring om, hvad parten vil. Det har ingen retsvirkning.',
    seen: 'Det her tiltræder du',
    agreement: 'Aftale',
    version: 'Udgave',
    inForce: 'I kraft',
    span: (from: string | null, to: string | null) =>
      [from === null ? 'altid' : `fra ${from}`, to === null ? '' : `til ${to}`].filter(Boolean).join(' '),
    hash: 'Dokumentets aftryk',
    hashKind: 'SHA-256',
    hashHint:
      'Aftrykket er regnet ud af hele aftalens tekst. Ændres ét tegn, bliver det et andet. Alle parter ser det samme.',
    read: 'Læs udgaven',
    sign: (organisation: string) => `Tiltræd på vegne af ${organisation}`,
    signAs: (name: string, post: string) => `Du gør det som ${name}, ${post}.`,
    signForGood: 'Det kan ikke fortrydes. Kommer der en ny udgave, skal den tiltrædes for sig.',
    signedByOwn: (organisation: string) => `${organisation} har tiltrådt udgaven.`,
    isOver: 'Udgaven gælder ikke længere, så den kan ikke tiltrædes nu.',
    count: (confirmed: number, all: number) => `${confirmed} af ${all} parter har tiltrådt`,
    confirmed: 'Har tiltrådt',
    missing: 'Mangler',
    missingNone: 'Alle parter har tiltrådt.',
    asked: (when: string) => `spurgt ${when}`,
    notAsked: 'ikke spurgt',
    ask: (parties: number) =>
      parties === 1 ? 'Send en mail til den part, der mangler' : `Send en mail til de ${parties} parter, der mangler`,
    askHint: 'Mailen går til dem, aftalen nævner hos parten. Hver part kan spørges én gang om ugen.',
    askRests: 'Alle, der mangler, er spurgt inden for den seneste uge.',
    askedNow: ({ people, parties }: Facts) =>
      `${people === 1 ? '1 person' : `${people} personer`} hos ${parties === 1 ? '1 part' : `${parties} parter`} får en mail.`,
    unreachable: (names: string) => `Brobyg kender ingen mailadresse hos ${names}. Spørg dem selv.`,
    take: 'Tag med',
    pdf: 'PDF med tiltrædelserne',
    json: 'Dokumentet som data (JSON)',
    check: 'Kontrollér en fil',
    others: 'Andre udgaver',
    other: (version: number, span: string) => `Udgave ${version}, ${span}`,
    notSignedThen: 'Ingen part havde tiltrådt den endnu.',
    checkTitle: 'Kontrollér en fil',
    checkHeading: 'Er det den aftale, parterne tiltrådte?',
    checkIntro:
      'Vælg en PDF eller JSON-fil, som Brobyg har skrevet. Du får at vide, om aftalen i filen er den, parterne har tiltrådt. Filen gemmes ikke.',
    checkFile: 'Filen',
    checkFileHint: 'Træk filen hen på feltet, eller vælg den. Højst 20 MB.',
    checkSend: 'Kontrollér filen',
    checkLimits:
      'Kontrollen ser på aftalen som data inde i filen. Er ordene på siderne rettet bagefter, kan det ikke ses her. Hent selv filen i Brobyg, hvis du er i tvivl.',
    isVersion: (version: number) => `Ja. Det er udgave ${version}, tegn for tegn.`,
    isVersionUnsigned: (version: number) =>
      `Det er udgave ${version}, tegn for tegn. Ingen part har tiltrådt den endnu.`,
    isSucceeded: 'Udgaven gælder ikke længere.',
    isNone:
      'Nej. Aftalen i filen er ikke magen til nogen udgave af den her aftale. Noget er ændret, eller det er en anden aftale.',
    carriesNone:
      'Der er ingen aftale som data i filen, så den kan ikke kontrolleres. Brug en PDF eller JSON-fil, Brobyg har skrevet.',
    hashOfFile: 'Filens aftryk',
    chooseFile: 'Vælg en fil først.',
    mail: {
      subject: ({ version, agreement }: Asked) => `Tiltræder I udgave ${version} af ${agreement}?`,
      hello: ({ name }: Asked) => `Kære ${name}`,
      intro: ({ askedBy, organisation, version, agreement }: Asked) =>
        `${askedBy} beder ${organisation} tiltræde udgave ${version} af aftalen »${agreement}«. Det er nok, at én af jer gør det.`,
      link: 'Se udgaven, og tiltræd',
      why: 'Du får mailen, fordi aftalen nævner din funktion. Den sendes højst én gang om ugen.',
    },
    chapter: 'Tiltrædelser',
    chapterIntro: (version: number, from: string | null) =>
      `Disse parter har tiltrådt udgave ${version}${from === null ? '' : `, i kraft fra ${from}`}. En tiltrædelse er en hensigtserklæring uden retsvirkning.`,
    chapterHash: (hash: string) => `Dokumentets aftryk (SHA-256): ${hash}`,
    chapterCheck: (url: string) => `Filen kan kontrolleres på ${url}`,
    chapterParty: 'Part',
    chapterWho: 'Navn',
    chapterPost: 'Funktion',
    chapterWhen: 'Tidspunkt',
    signed_already: ({ who }: Facts) => `${who} har allerede tiltrådt udgaven. Det sker én gang for hver part.`,
    post_not_held_that_day:
      'Du har ikke længere den funktion, du ville tiltræde for. Bed den, der har den i dag, om at gøre det.',
    document_is_another: 'Udgaven er ikke den, du så. Læs den igen, og tiltræd så.',
    version_is_over: 'Udgaven gælder ikke længere, så den kan ikke tiltrædes.',
    nobody_to_mail: 'Brobyg kender ingen mailadresse hos dem, der mangler. Spørg dem selv.',
    asked_lately: 'Alle, der mangler, er spurgt inden for den seneste uge. Prøv igen senere.',
  },
  en: {
    title: 'Confirmation',
    heading: (version: number) => `Confirmation of version ${version}`,
    intro:
      'Here each party says that it stands behind the version. To confirm is to declare what the party intends. It has no legal force.',
    seen: 'This is what you confirm',
    agreement: 'Agreement',
    version: 'Version',
    inForce: 'In force',
    span: (from: string | null, to: string | null) =>
      [from === null ? 'always' : `from ${from}`, to === null ? '' : `to ${to}`].filter(Boolean).join(' '),
    hash: 'Fingerprint of the document',
    hashKind: 'SHA-256',
    hashHint:
      'The fingerprint is worked out from the whole text of the agreement. Change one character, and it is another. Every party sees the same.',
    read: 'Read the version',
    sign: (organisation: string) => `Confirm on behalf of ${organisation}`,
    signAs: (name: string, post: string) => `You do so as ${name}, ${post}.`,
    signForGood: 'It cannot be undone. A new version is confirmed on its own.',
    signedByOwn: (organisation: string) => `${organisation} has confirmed the version.`,
    isOver: 'The version is no longer in force, so it cannot be confirmed now.',
    count: (confirmed: number, all: number) => `${confirmed} of ${all} parties have confirmed`,
    confirmed: 'Have confirmed',
    missing: 'Missing',
    missingNone: 'All parties have confirmed.',
    asked: (when: string) => `asked ${when}`,
    notAsked: 'not asked',
    ask: (parties: number) =>
      parties === 1 ? 'Mail the party that is missing' : `Mail the ${parties} parties that are missing`,
    askHint: 'The mail goes to those the agreement names at the party. Each party can be asked once a week.',
    askRests: 'All who are missing were asked within the last week.',
    askedNow: ({ people, parties }: Facts) =>
      `${people === 1 ? '1 person' : `${people} people`} at ${parties === 1 ? '1 party' : `${parties} parties`} will get a mail.`,
    unreachable: (names: string) => `Brobyg knows no mail address at ${names}. Ask them yourself.`,
    take: 'Take along',
    pdf: 'PDF with the confirmations',
    json: 'The document as data (JSON)',
    check: 'Check a file',
    others: 'Other versions',
    other: (version: number, span: string) => `Version ${version}, ${span}`,
    notSignedThen: 'No party had confirmed it yet.',
    checkTitle: 'Check a file',
    checkHeading: 'Is this the agreement the parties confirmed?',
    checkIntro:
      'Choose a PDF or JSON file that Brobyg wrote. You are told whether the agreement in it is the one the parties confirmed. The file is not kept.',
    checkFile: 'The file',
    checkFileHint: 'Drag the file onto the field, or choose it. 20 MB at most.',
    checkSend: 'Check the file',
    checkLimits:
      'The check looks at the agreement as data inside the file. Words changed on the pages afterwards cannot be seen here. If in doubt, get the file from Brobyg yourself.',
    isVersion: (version: number) => `Yes. It is version ${version}, character by character.`,
    isVersionUnsigned: (version: number) =>
      `It is version ${version}, character by character. No party has confirmed it yet.`,
    isSucceeded: 'The version is no longer in force.',
    isNone:
      'No. The agreement in the file is not the same as any version of this agreement. Something was changed, or it is another agreement.',
    carriesNone:
      'There is no agreement as data in the file, so it cannot be checked. Use a PDF or JSON file that Brobyg wrote.',
    hashOfFile: 'Fingerprint of the file',
    chooseFile: 'Choose a file first.',
    mail: {
      subject: ({ version, agreement }: Asked) => `Do you confirm version ${version} of ${agreement}?`,
      hello: ({ name }: Asked) => `Dear ${name}`,
      intro: ({ askedBy, organisation, version, agreement }: Asked) =>
        `${askedBy} asks ${organisation} to confirm version ${version} of the agreement “${agreement}”. It is enough that one of you does so.`,
      link: 'See the version and confirm',
      why: 'You get this mail because the agreement names your post. It is sent once a week at most.',
    },
    chapter: 'Confirmations',
    chapterIntro: (version: number, from: string | null) =>
      `These parties have confirmed version ${version}${from === null ? '' : `, in force from ${from}`}. A confirmation is a declaration of intent without legal force.`,
    chapterHash: (hash: string) => `Fingerprint of the document (SHA-256): ${hash}`,
    chapterCheck: (url: string) => `The file can be checked at ${url}`,
    chapterParty: 'Party',
    chapterWho: 'Name',
    chapterPost: 'Post',
    chapterWhen: 'Moment',
    signed_already: ({ who }: Facts) => `${who} has already confirmed the version. Each party does so once.`,
    post_not_held_that_day:
      'You no longer hold the post you meant to confirm for. Ask whoever holds it today to do so.',
    document_is_another: 'The version is not the one you saw. Read it again, then confirm.',
    version_is_over: 'The version is no longer in force, so it cannot be confirmed.',
    nobody_to_mail: 'Brobyg knows no mail address at those who are missing. Ask them yourself.',
    asked_lately: 'All who are missing were asked within the last week. Try again later.',
  },
}
