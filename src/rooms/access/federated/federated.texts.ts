export const federatedTexts = {
  da: {
    signInAt: (label: string) => `Log ind med ${label}`,
    backToSignIn: 'Til siden, hvor du logger ind',
    identity_unknown: {
      title: 'Vi kender dig ikke endnu',
      sentence: (label: string) =>
        `${label} har vist os, hvem du er, men ingen har skrevet dig ind i samarbejdet. Bed tovholderen om at invitere dig.`,
    },
    identity_changed: {
      title: 'Din konto er en anden end før',
      sentence: (label: string) =>
        `Du plejer at logge ind med en anden konto hos ${label}. Log ind på en anden måde, og fjern den gamle konto under dine indstillinger.`,
    },
    sign_in_not_proven: {
      title: 'Vi kunne ikke se, hvem du er',
      sentence: (label: string) =>
        `Svaret fra ${label} kunne ikke bruges. Måske tog det for lang tid, eller siden blev åbnet to gange. Prøv igen.`,
    },
    identity_provider_away: {
      title: 'Du kan ikke logge ind lige nu',
      sentence: (label: string) => `${label} svarer ikke. Prøv igen om lidt, eller log ind på en anden måde.`,
    },
    accounts: 'Konti hos organisationer',
    accountsHint: 'Du kan logge ind med dem her. Fjern en, hvis den ikke er din mere.',
    noAccounts: 'Du har ikke logget ind gennem en organisation endnu.',
    bound: (moment: string) => `første gang ${moment}`,
    lastUsed: (moment: string) => `sidst ${moment}`,
    remove: 'Fjern',
    removeNamed: (label: string) => `Fjern kontoen hos ${label}`,
  },
  en: {
    signInAt: (label: string) => `Sign in with ${label}`,
    backToSignIn: 'To the page where you sign in',
    identity_unknown: {
      title: 'We do not know you yet',
      sentence: (label: string) =>
        `${label} has shown us who you are, but nobody has added you to the cooperation. Ask the lead to invite you.`,
    },
    identity_changed: {
      title: 'Your account is not the one you had',
      sentence: (label: string) =>
        `You have signed in with another account at ${label} before. Sign in another way, and remove the old account in your settings.`,
    },
    sign_in_not_proven: {
      title: 'We could not see who you are',
      sentence: (label: string) =>
        `The answer from ${label} could not be used. It may have taken too long, or the page was opened twice. Try again.`,
    },
    identity_provider_away: {
      title: 'You cannot sign in right now',
      sentence: (label: string) => `${label} does not answer. Try again in a moment, or sign in another way.`,
    },
    accounts: 'Accounts at organisations',
    accountsHint: 'You can sign in with these. Remove one that is no longer yours.',
    noAccounts: 'You have not signed in through an organisation yet.',
    bound: (moment: string) => `first ${moment}`,
    lastUsed: (moment: string) => `last ${moment}`,
    remove: 'Remove',
    removeNamed: (label: string) => `Remove the account at ${label}`,
  },
}
