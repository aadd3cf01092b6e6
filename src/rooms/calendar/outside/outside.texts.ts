import type { UnreadReason } from './reading/outside-activity.ts'

type Facts = Readonly<Record<string, string | number>>

const reasonsDa: Record<UnreadReason, string> = {
  no_start: 'Der står ikke, hvornår den begynder',
  not_a_moment: 'Tidspunktet kan ikke læses',
  ends_first: 'Den slutter, før den begynder',
  lasts_too_long: 'Den varer mere end 14 dage',
  bad_rule: 'Det kan ikke læses, hvordan den gentages',
  too_often: 'Den gentages for tit til at være en aktivitet',
  cut_off: 'Filen stopper midt i den',
  is_private: 'Den er markeret som privat og er ikke taget med',
  has_cpr: 'Der står noget, der ligner et CPR-nummer. Den er ikke taget med',
  too_many: 'Der er flere, end Brobyg følger i én kalender',
}

const reasonsEn: Record<UnreadReason, string> = {
  no_start: 'It does not say when it begins',
  not_a_moment: 'The time cannot be read',
  ends_first: 'It ends before it begins',
  lasts_too_long: 'It lasts more than 14 days',
  bad_rule: 'How it repeats cannot be read',
  too_often: 'It repeats too often to be an activity',
  cut_off: 'The file stops in the middle of it',
  is_private: 'It is marked private and is left out',
  has_cpr: 'Something in it looks like a CPR number. It is left out',
  too_many: 'There are more than Brobyg follows in one calendar',
}

/** What stands in the way of a calendar; each also as a status after "Har ikke svaret siden …". */
const refusalsDa = {
  address_wrong: 'Det er ikke en adresse, der kan hentes. Den begynder med https:// eller webcal://.',
  address_has_password:
    'Der står et brugernavn eller en adgangskode i adressen. Brug den offentlige eller hemmelige iCal-adresse.',
  address_not_secure: 'Adressen er ikke sikker. Prøv den samme med https:// foran.',
  address_inside: 'Adressen fører ind på et lukket net og kan ikke hentes.',
  address_port: (facts: Facts) =>
    `Adressen bruger port ${facts['port']}. Brobyg henter kun fra almindelige web-adresser.`,
  host_unknown: 'Der er ingen server med det navn.',
  no_answer: 'Serveren svarer ikke.',
  certificate_wrong: 'Serverens certifikat er ikke i orden.',
  too_slow: 'Serveren er for længe om at svare.',
  too_large: (facts: Facts) => `Kalenderen fylder mere end ${facts['megabytes']} MB.`,
  packed_wrongly: 'Svaret er pakket, så det ikke kan åbnes.',
  redirects_too_often: 'Adressen sender videre for mange gange.',
  answers: (facts: Facts) => statusDa(Number(facts['status'])),
  calendar_empty: 'Der står ingenting i kalenderen.',
  is_a_page: 'Det er en hjemmeside, ikke en kalender. Find adressen, der hedder iCal, ICS eller “abonnér”.',
  not_a_calendar: 'Det er ikke en kalender.',
  source_too_slow: 'Kalenderen er for længe om at blive læst.',
  source_too_heavy: 'Kalenderen er for tung at læse.',
  followed_already: 'Den kalender følger I allerede.',
  calendar_not_found: 'Kalenderen er der ikke længere.',
  file_missing: 'Skriv en adresse, eller vælg en fil.',
  changed_meanwhile: 'En anden har ændret det imens. Se det igen, og ret så.',
}

const statusDa = (status: number): string => {
  if (status === 404 || status === 410) return `Siden svarer ${status}: kalenderen er der ikke.`
  if (status === 401 || status === 403) return `Siden svarer ${status}: kalenderen er ikke åben for andre.`
  if (status === 429) return 'Siden svarer 429: den beder os vente.'
  return `Siden svarer ${status}.`
}

const refusalsEn: typeof refusalsDa = {
  address_wrong: 'That is no address that can be fetched. It begins with https:// or webcal://.',
  address_has_password: 'There is a user name or password in the address. Use the public or the secret iCal address.',
  address_not_secure: 'The address is not secure. Try the same with https:// before it.',
  address_inside: 'The address leads into a closed network and cannot be fetched.',
  address_port: (facts: Facts) =>
    `The address uses port ${facts['port']}. Brobyg only fetches from usual web addresses.`,
  host_unknown: 'There is no server of that name.',
  no_answer: 'The server does not answer.',
  certificate_wrong: 'There is something wrong with the server’s certificate.',
  too_slow: 'The server takes too long to answer.',
  too_large: (facts: Facts) => `The calendar takes more than ${facts['megabytes']} MB.`,
  packed_wrongly: 'The answer is packed so that it cannot be opened.',
  redirects_too_often: 'The address sends us on too many times.',
  answers: (facts: Facts) => statusEn(Number(facts['status'])),
  calendar_empty: 'There is nothing in the calendar.',
  is_a_page: 'That is a web page, not a calendar. Look for the address called iCal, ICS or “subscribe”.',
  not_a_calendar: 'That is not a calendar.',
  source_too_slow: 'The calendar takes too long to read.',
  source_too_heavy: 'The calendar is too heavy to read.',
  followed_already: 'You follow that calendar already.',
  calendar_not_found: 'The calendar is no longer there.',
  file_missing: 'Write an address, or choose a file.',
  changed_meanwhile: 'Somebody has changed it meanwhile. Look at it again, then change it.',
}

const statusEn = (status: number): string => {
  if (status === 404 || status === 410) return `The site answers ${status}: the calendar is not there.`
  if (status === 401 || status === 403) return `The site answers ${status}: the calendar is not open to others.`
  if (status === 429) return 'The site answers 429: it asks us to wait.'
  return `The site answers ${status}.`
}

const agoDa = (minutes: number): string => {
  if (minutes < 2) return 'lige nu'
  if (minutes < 90) return `for ${minutes} minutter siden`
  if (minutes < 48 * 60) return `for ${Math.round(minutes / 60)} timer siden`
  return `for ${Math.round(minutes / 1440)} dage siden`
}

const agoEn = (minutes: number): string => {
  if (minutes < 2) return 'just now'
  if (minutes < 90) return `${minutes} minutes ago`
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} hours ago`
  return `${Math.round(minutes / 1440)} days ago`
}

export const outsideTexts = {
  da: {
    title: 'Kalendere, I følger',
    lead: 'Har I allerede en kalender et andet sted? Så følger Brobyg den. I retter dér, og det kommer her af sig selv.',
    none: 'Der følges ingen kalendere endnu.',
    toFollow: 'Følg en kalender, I allerede har',
    followNew: 'Følg en ny kalender',
    address: 'Kalenderens adresse (iCal)',
    addressHint:
      'I Google: Indstillinger → Integrer kalender → Hemmelig adresse i iCal-format. I Outlook: Del → Udgiv → ICS.',
    file: 'Eller en fil, én gang',
    fileHint: 'En .ics-fil, højst 10 MB. Den følges ikke bagefter.',
    name: 'Navn her',
    nameHint: 'Lad feltet stå tomt for at bruge kalenderens eget.',
    look: 'Hent og vis mig den først',
    choices: 'Det gælder for alt i kalenderen',
    fetched: (ago: string, count: number) => `Hentet ${ago} · ${count === 1 ? 'én aktivitet' : `${count} aktiviteter`}`,
    fromFile: (count: number) => `Taget ind fra en fil · ${count === 1 ? 'én aktivitet' : `${count} aktiviteter`}`,
    failing: (since: string, why: string) => `Har ikke svaret som ventet siden ${since}. ${why}`,
    givenUp: (since: string, why: string) => `Følges ikke længere: har ikke svaret siden ${since}. ${why}`,
    paused: 'På pause',
    notReadCount: (count: number) => (count === 1 ? 'Én kunne ikke tages med' : `${count} kunne ikke tages med`),
    ago: agoDa,
    nextAt: (when: string) => `Hentes igen ${when}.`,
    from: 'Fra',
    foundTitle: 'Det fandt Brobyg',
    found: (count: number) => (count === 1 ? 'Én aktivitet' : `${count} aktiviteter`),
    foundTimes: (count: number) => (count === 1 ? 'én gang i alt' : `${count} gange i alt de næste 14 måneder`),
    foundNothing: 'Der er ingenting i kalenderen de næste 14 måneder. Du kan følge den alligevel.',
    past: (count: number) => (count === 1 ? 'Én er forbi og tages ikke med.' : `${count} er forbi og tages ikke med.`),
    nextFive: 'De næste',
    allDay: 'hele dagen',
    unreadTitle: 'Det kunne ikke tages med',
    unreadMore: (count: number) => `Og ${count} til.`,
    untitled: 'Uden navn',
    reasons: reasonsDa,
    unknownZones: (zones: string) => `Tidszonen ${zones} kendes ikke; tiderne er læst som danske.`,
    cut: 'Filen er ikke hel: den stopper uden slutning.',
    confirm: 'Følg kalenderen',
    confirmFile: 'Læg det i kalenderen',
    discard: 'Fortryd',
    fetchNow: 'Hent nu',
    pause: 'Hold pause',
    resume: 'Følg den igen',
    end: 'Stop med at følge',
    endHint: 'Det, der kommer, går ud af kalenderen. Det, der er holdt, bliver stående.',
    change: 'Ret det, der gælder for alt',
    save: 'Gem',
    saved: 'Det er gemt.',
    isEnded: 'Kalenderen følges ikke længere.',
    activitiesTitle: 'Det, der følges',
    leftOut: 'Vises ikke',
    // On an activity that came from a calendar
    followedFrom: (name: string) => `Den følges fra ${name}. Ret den dér, så kommer det her af sig selv.`,
    seeCalendar: 'Se kalenderen',
    leaveOut: 'Vis den ikke her',
    showAgain: 'Vis den igen',
    isLeftOut: 'Den vises ikke for beboerne.',
    promiseLabel: 'Løftet, den indfrier',
    noPromise: 'Intet løfte',
    promiseSave: 'Gem løftet',
    mail: {
      subject: (name: string) => `${name} følges ikke længere`,
      hello: (name: string) => `Kære ${name}`,
      intro: (name: string) =>
        `Kalenderen ${name} har ikke svaret i 30 dage, så Brobyg er holdt op med at spørge. Det, der står i kalenderen, bliver stående. Ret adressen, eller stop med at følge den.`,
      link: 'Se kalenderen',
      why: 'Du får mailen, fordi du bad Brobyg følge kalenderen.',
    },
    ...refusalsDa,
  },
  en: {
    title: 'Calendars you follow',
    lead: 'Do you keep a calendar elsewhere already? Then Brobyg follows it. You change things there, and they come here by themselves.',
    none: 'No calendars are followed yet.',
    toFollow: 'Follow a calendar you already keep',
    followNew: 'Follow another calendar',
    address: 'The calendar’s address (iCal)',
    addressHint:
      'In Google: Settings → Integrate calendar → Secret address in iCal format. In Outlook: Share → Publish → ICS.',
    file: 'Or a file, once',
    fileHint: 'An .ics file, at most 10 MB. It is not followed afterwards.',
    name: 'Name here',
    nameHint: 'Leave it empty to use the calendar’s own.',
    look: 'Fetch it and show me first',
    choices: 'This goes for everything in the calendar',
    fetched: (ago: string, count: number) => `Fetched ${ago} · ${count === 1 ? 'one activity' : `${count} activities`}`,
    fromFile: (count: number) => `Taken in from a file · ${count === 1 ? 'one activity' : `${count} activities`}`,
    failing: (since: string, why: string) => `Has not answered as it should since ${since}. ${why}`,
    givenUp: (since: string, why: string) => `Followed no longer: has not answered since ${since}. ${why}`,
    paused: 'Paused',
    notReadCount: (count: number) => (count === 1 ? 'One could not be taken over' : `${count} could not be taken over`),
    ago: agoEn,
    nextAt: (when: string) => `Fetched again ${when}.`,
    from: 'From',
    foundTitle: 'What Brobyg found',
    found: (count: number) => (count === 1 ? 'One activity' : `${count} activities`),
    foundTimes: (count: number) => (count === 1 ? 'once in all' : `${count} times in all in the next 14 months`),
    foundNothing: 'There is nothing in the calendar for the next 14 months. You can follow it all the same.',
    past: (count: number) => (count === 1 ? 'One is over and left out.' : `${count} are over and left out.`),
    nextFive: 'The next ones',
    allDay: 'all day',
    unreadTitle: 'What could not be taken over',
    unreadMore: (count: number) => `And ${count} more.`,
    untitled: 'Without a name',
    reasons: reasonsEn,
    unknownZones: (zones: string) => `The time zone ${zones} is not known; its times are read as Danish.`,
    cut: 'The file is not whole: it stops without an end.',
    confirm: 'Follow the calendar',
    confirmFile: 'Put it in the calendar',
    discard: 'Cancel',
    fetchNow: 'Fetch now',
    pause: 'Pause',
    resume: 'Follow it again',
    end: 'Stop following',
    endHint: 'What is to come goes out of the calendar. What was held stays.',
    change: 'Change what goes for everything',
    save: 'Save',
    saved: 'It is saved.',
    isEnded: 'The calendar is followed no longer.',
    activitiesTitle: 'What is followed',
    leftOut: 'Not shown',
    followedFrom: (name: string) => `It is followed from ${name}. Change it there, and it comes here by itself.`,
    seeCalendar: 'See the calendar',
    leaveOut: 'Do not show it here',
    showAgain: 'Show it again',
    isLeftOut: 'It is not shown to residents.',
    promiseLabel: 'The promise it keeps',
    noPromise: 'No promise',
    promiseSave: 'Save the promise',
    mail: {
      subject: (name: string) => `${name} is followed no longer`,
      hello: (name: string) => `Dear ${name}`,
      intro: (name: string) =>
        `The calendar ${name} has not answered for 30 days, so Brobyg has stopped asking. What stands in the calendar stays. Correct the address, or stop following it.`,
      link: 'See the calendar',
      why: 'You get this mail because you asked Brobyg to follow the calendar.',
    },
    ...refusalsEn,
  },
}
