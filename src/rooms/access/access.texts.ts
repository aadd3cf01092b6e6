import type { Relation } from './relation.ts'

type Facts = Readonly<Record<string, string | number>>

const whoMayDa: Record<Relation, string> = {
  self: 'personen selv',
  post_holder: 'dem, der har funktionen',
  circle: 'kredsen om personen',
  organiser: 'arrangøren',
  venue_keeper: 'dem, der har stedet',
  named: 'dem, aktiviteten nævner',
  signatory: 'dem, der i dag handler for en organisation, som er part i aftalen',
  party: 'aftalens parter',
  organisation: 'organisationen selv',
  lead: 'tovholderen',
  data_protection: 'databeskyttelsesrådgiveren',
  administrator: 'administratoren',
  program: 'Brobyg selv',
  holder: 'dem, der har en funktion i samarbejdet',
  anyone: 'alle',
}

const whoMayEn: Record<Relation, string> = {
  self: 'the person themselves',
  post_holder: 'those who hold the post',
  circle: 'the circle around the person',
  organiser: 'the organiser',
  venue_keeper: 'those who have the venue',
  named: 'those the activity names',
  signatory: 'those who act today for an organisation that is party to the agreement',
  party: 'the parties to the agreement',
  organisation: 'the organisation itself',
  lead: 'the lead',
  data_protection: 'the data protection officer',
  administrator: 'the administrator',
  program: 'Brobyg itself',
  holder: 'those who hold a post in the cooperation',
  anyone: 'everyone',
}

const joined = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`

const listed = (whoMay: string | number | undefined, words: Record<string, string>, and: string): string =>
  joined(
    String(whoMay)
      .split(' ')
      .flatMap((relation) => (relation === 'program' ? [] : (words[relation] ?? []))),
    and,
  )

export const accessTexts = {
  da: {
    signIn: 'Log ind',
    signOut: 'Log ud',
    signInTitle: 'Hvem er du i dag?',
    signInIntro:
      'Vælg en person, og se Brobyg med deres øjne. Det kan du kun, mens Brobyg prøves af; i drift logger du ind som dig selv.',
    actAs: (name: string) => `Fortsæt som ${name}`,
    nobodyYet: 'Der er ingen personer endnu. Skriv, hvem du er, så kan du komme i gang.',
    addYourself: 'Skriv dig ind',
    yourName: 'Dit navn',
    yourPost: 'Din funktion',
    yourOrganisation: 'Din organisation',
    begin: 'Begynd',
    castRefused: 'Valg af person er lukket i drift.',
    sign_in_first: 'Log ind for at se det her.',
    not_permitted: ({ whoMay }: Facts) => `Det har du ikke adgang til. Det har kun ${listed(whoMay, whoMayDa, 'og')}.`,
    session_not_found: 'Den indlogning er allerede afsluttet.',
    cast_not_empty: 'Der er allerede personer her. Vælg en af dem, eller bed om at blive inviteret.',
    whyTitle: 'Hvorfor ser jeg den her side?',
    asVisitor: 'Du er ikke logget ind.',
    asPost: (post: string | null) =>
      post === null ? 'Du er logget ind, men har ingen funktion i dag.' : `Du er logget ind som ${post}.`,
    why: {
      self: 'Siden er om dig selv.',
      post_holder: 'Du har den funktion, siden handler om.',
      circle: 'Du er i kredsen om den, det handler om.',
      named: 'Aftalen nævner din funktion i den her aktivitet.',
      organiser: 'I arrangerer det selv.',
      venue_keeper: 'I har stedet.',
      signatory: 'Din organisation er part i aftalen.',
      party: 'I er part i aftalen.',
      organisation: 'Det hører til din organisation.',
      lead: 'Du er tovholder for forummet.',
      data_protection: 'Du er databeskyttelsesrådgiver.',
      administrator: 'Du er administrator.',
      program: 'Du er Brobyg selv.',
      holder: 'Du har en funktion i samarbejdet.',
      anyone: 'Siden er åben for alle.',
    },
    whoMay: whoMayDa,
    others: (who: readonly string[]) => `Andre, der kan se den: ${joined(who, 'og')}.`,
    othersAll: 'Alle kan se den.',
    onlyYou: 'Kun du kan se den.',
    person_unknown: 'Personen findes ikke længere. Vælg en anden.',
    provider_not_found: 'Den måde at logge ind på findes ikke her.',
    identity_not_found: 'Den konto er allerede fjernet.',
    cast_closed: 'Du kan ikke vælge en person her. Rigtig indlogning er ikke sat op endnu.',
  },
  en: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    signInTitle: 'Who are you today?',
    signInIntro:
      'Choose a person and see Brobyg through their eyes. The choice exists only while Brobyg is being tried out; in production people really sign in.',
    actAs: (name: string) => `Continue as ${name}`,
    nobodyYet: 'There are no people yet. Write who you are to begin.',
    addYourself: 'Add yourself',
    yourName: 'Your name',
    yourPost: 'Your post',
    yourOrganisation: 'Your organisation',
    begin: 'Begin',
    castRefused: 'Choosing a person is closed in production.',
    sign_in_first: 'Sign in to see this.',
    not_permitted: ({ whoMay }: Facts) =>
      `You have no access to this. It is only for ${listed(whoMay, whoMayEn, 'and')}.`,
    session_not_found: 'That session has already ended.',
    cast_not_empty: 'There are people here already. Choose one of them, or ask to be invited.',
    whyTitle: 'Why do I see this page?',
    asVisitor: 'You are not signed in.',
    asPost: (post: string | null) =>
      post === null ? 'You are signed in, but hold no post today.' : `You are signed in as ${post}.`,
    why: {
      self: 'The page is about yourself.',
      post_holder: 'You hold the post the page is about.',
      circle: 'You are in the circle around the one it is about.',
      named: 'The agreement names your post in this activity.',
      organiser: 'You arrange it yourselves.',
      venue_keeper: 'You have the venue.',
      signatory: 'Your organisation is party to the agreement.',
      party: 'You are party to the agreement.',
      organisation: 'It belongs to your organisation.',
      lead: 'You lead the forum.',
      data_protection: 'You are the data protection officer.',
      administrator: 'You are the administrator.',
      program: 'You are Brobyg itself.',
      holder: 'You hold a post in the cooperation.',
      anyone: 'The page is open to all.',
    },
    whoMay: whoMayEn,
    others: (who: readonly string[]) => `Others who can see it: ${joined(who, 'and')}.`,
    othersAll: 'Everyone can see it.',
    onlyYou: 'Only you can see it.',
    person_unknown: 'That person is no longer here. Choose another.',
    provider_not_found: 'There is no such way to sign in here.',
    identity_not_found: 'That account has already been removed.',
    cast_closed: 'In production nobody can choose a person. Real sign-in is not set up here.',
  },
}
