export const signInMailTexts = {
  da: {
    subject: 'Log ind i Brobyg',
    hello: (name: string) => `Kære ${name}`,
    helloAll: 'Hej',
    intro: 'Her er linket, du bad om. Åbn det i den browser, hvor du bad om det. Det virker én gang, i 15 minutter.',
    introMany: (count: number) =>
      `${count} personer har den her mailadresse. Vælg dit eget link, og åbn det i den browser, hvor du bad om det. Det virker én gang, i 15 minutter.`,
    signIn: 'Log ind',
    signInAs: (name: string) => `Log ind som ${name}`,
    opensOnce: 'Virker én gang, i 15 minutter',
    newPasskeySubject: 'Du har fået en ny adgangsnøgle til Brobyg',
    newPasskeyIntro:
      'Der er lavet en adgangsnøgle, som logger ind som dig. Har du ikke selv gjort det, så log ind, fjern den, og afslut de indlogninger, du ikke kender.',
    seePasskeys: 'Se dine adgangsnøgler',
    whyNewPasskey: 'Du får mailen hver gang, så ingen kan lave en uden at du ved det.',
    why: 'Har du ikke selv bedt om linket, så gør ingenting. Ingen kan bruge det fra en anden browser.',
  },
  en: {
    subject: 'Sign in to Brobyg',
    hello: (name: string) => `Dear ${name}`,
    helloAll: 'Hello',
    intro: 'Here is the link you asked for. Open it in the browser where you asked. It works once, for 15 minutes.',
    introMany: (count: number) =>
      `${count} people have this mail address. Choose your own link and open it in the browser where you asked. It works once, for 15 minutes.`,
    signIn: 'Sign in',
    signInAs: (name: string) => `Sign in as ${name}`,
    opensOnce: 'Works once, for 15 minutes',
    newPasskeySubject: 'You have a new passkey for Brobyg',
    newPasskeyIntro:
      'A passkey has been made that signs in as you. If you did not make it yourself, sign in, remove it, and end the sessions you do not know.',
    seePasskeys: 'See your passkeys',
    whyNewPasskey: 'You get this mail every time, so that nobody can make one without your knowing.',
    why: 'If you did not ask for the link, do nothing. Nobody can use it from another browser.',
  },
}
