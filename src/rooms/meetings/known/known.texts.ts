const manyDa = (busy: number): string => (busy === 1 ? 'Én optaget tid' : `${busy} optagne tider`)
const manyEn = (busy: number): string => (busy === 1 ? 'One busy time' : `${busy} busy times`)

/** The calendar one keeps elsewhere, and what the others are told of it. */
export const knownTexts = {
  da: {
    title: 'Min kalender',
    toMine: 'Min kalender',
    toMineBroken: 'Min kalender kan ikke hentes',
    lead: 'Vis Brobyg den kalender, du bruger i forvejen. Så foreslår den mødedage, hvor du kan.',
    keepsTitle: 'Hvad Brobyg gemmer',
    keeps: [
      'Kun hvornår du er optaget det næste år: fra og til.',
      'Aldrig hvad du laver, hvor eller med hvem.',
      'De andre ser kun et tal: “2 af 7 har andet i kalenderen”.',
      'Det, der står som ledigt, aflyst eller afslået, tæller ikke.',
    ],
    address: 'Din kalenders hemmelige iCal-adresse',
    addressHint: 'Den begynder med https:// eller webcal://. Brobyg viser den aldrig igen.',
    whereTitle: 'Her finder du adressen',
    where: [
      [
        'Outlook',
        'På nettet: Indstillinger → Kalender → Delte kalendere → Publicer en kalender. Vælg “Kan se, når jeg er optaget”, og kopiér ICS-linket.',
      ],
      [
        'Google',
        'På en computer: Indstillinger → vælg din kalender → Integrer kalender → Hemmelig adresse i iCal-format.',
      ],
      ['Apple', 'I Kalender: Del kalender → Offentlig kalender → kopiér linket.'],
    ] satisfies readonly (readonly [string, string])[],
    follow: 'Brug min kalender',
    followed: 'Brobyg bruger nu din kalender, når der foreslås mødedage.',
    fetched: 'Din kalender er hentet.',
    removed: 'Din kalender er fjernet. Adressen og alle optagne tider er slettet.',
    host: 'Kalender hos',
    fetchedAt: 'Sidst hentet',
    count: 'Det næste år',
    busy: manyDa,
    unread: (count: number) =>
      count === 1 ? 'Én begivenhed kunne ikke læses.' : `${count} begivenheder kunne ikke læses.`,
    nextAt: 'Hentes igen',
    failing: (since: string) => `Din kalender har ikke kunnet hentes siden ${since}.`,
    countsUntil: (moment: string) => `Det, Brobyg ved, tæller med til ${moment}.`,
    countsNoMore: 'Den tæller ikke længere med, og de optagne tider er slettet.',
    givenUp: 'Brobyg prøver ikke længere. Tryk Hent nu, eller indsæt en ny adresse.',
    fetchNow: 'Hent nu',
    remove: 'Fjern min kalender',
    removeHint: 'Fjerner du den, slettes adressen og alle optagne tider med det samme.',
    other: 'Brug en anden adresse',
    elsewhere: (busy: number, members: number) => `${busy} af ${members} har andet i kalenderen`,
    allFree: 'ingen har andet i kalenderen',
    knownCount: (known: number, members: number) =>
      known === 0
        ? 'Ingen af medlemmerne har vist Brobyg deres kalender.'
        : `${known} af ${members} medlemmer har vist Brobyg deres kalender.`,
    calendar_cut: 'Filen stopper, før kalenderen er slut.',
  },
  en: {
    title: 'My calendar',
    toMine: 'My calendar',
    toMineBroken: 'My calendar cannot be fetched',
    lead: 'Show Brobyg the calendar you already keep. Then it proposes days for meetings on which you can come.',
    keepsTitle: 'What Brobyg keeps',
    keeps: [
      'Only when you are busy in the year to come: from and to.',
      'Never what you do, where or with whom.',
      'The others see a number alone: “2 of 7 have something else in the calendar”.',
      'What is marked free, called off or declined does not count.',
    ],
    address: 'The secret iCal address of your calendar',
    addressHint: 'It begins with https:// or webcal://. Brobyg never shows it again.',
    whereTitle: 'Where to find the address',
    where: [
      [
        'Outlook',
        'On the web: Settings → Calendar → Shared calendars → Publish a calendar. Choose “Can view when I’m busy”, and copy the ICS link.',
      ],
      [
        'Google',
        'On a computer: Settings → choose your calendar → Integrate calendar → Secret address in iCal format.',
      ],
      ['Apple', 'In Calendar: Share calendar → Public calendar → copy the link.'],
    ] satisfies readonly (readonly [string, string])[],
    follow: 'Use my calendar',
    followed: 'Brobyg now uses your calendar when days for meetings are proposed.',
    fetched: 'Your calendar has been fetched.',
    removed: 'Your calendar is removed. The address and all busy times are deleted.',
    host: 'Calendar at',
    fetchedAt: 'Last fetched',
    count: 'The year to come',
    busy: manyEn,
    unread: (count: number) => (count === 1 ? 'One event could not be read.' : `${count} events could not be read.`),
    nextAt: 'Fetched again',
    failing: (since: string) => `Your calendar could not be fetched since ${since}.`,
    countsUntil: (moment: string) => `What Brobyg knows counts until ${moment}.`,
    countsNoMore: 'It no longer counts, and the busy times are deleted.',
    givenUp: 'Brobyg no longer tries. Press Fetch now, or paste a new address.',
    fetchNow: 'Fetch now',
    remove: 'Remove my calendar',
    removeHint: 'If you remove it, the address and all busy times are deleted at once.',
    other: 'Use another address',
    elsewhere: (busy: number, members: number) => `${busy} of ${members} have something else in the calendar`,
    allFree: 'nobody has anything else in the calendar',
    knownCount: (known: number, members: number) =>
      known === 0
        ? 'None of the members has shown Brobyg their calendar.'
        : `${known} of ${members} members have shown Brobyg their calendar.`,
    calendar_cut: 'The file stops before the calendar ends.',
  },
}
