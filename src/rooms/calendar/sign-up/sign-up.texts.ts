export const signUpTexts = {
  da: {
    title: 'Tilmeldte',
    none: 'Ingen er tilmeldt endnu.',
    counted: (children: number, places: number | null) =>
      places === null ? `${children} børn kommer.` : `${children} børn kommer til ${places} pladser.`,
    waiting: (children: number) => `${children} børn venter på en plads.`,
    name: 'Forælder eller værge',
    reach: 'Mail eller telefon',
    children: 'Børn',
    state: 'Plads',
    states: { coming: 'kommer', waiting: 'venter' },
    ring: 'Vi kan ikke skrive til den, der kun gav et telefonnummer. Ring selv, hvis noget ændrer sig.',
    privacy: 'Listen slettes 30 dage efter aktiviteten. Skriver du den ud, så smid den væk bagefter.',
  },
  en: {
    title: 'Signed up',
    none: 'Nobody has signed up yet.',
    counted: (children: number, places: number | null) =>
      places === null ? `${children} children are coming.` : `${children} children are coming to ${places} places.`,
    waiting: (children: number) => `${children} children wait for a place.`,
    name: 'Parent or guardian',
    reach: 'Mail or phone',
    children: 'Children',
    state: 'Place',
    states: { coming: 'coming', waiting: 'waiting' },
    ring: 'We cannot write to those who gave a phone number only. Ring them yourself if something changes.',
    privacy: 'The list is deleted 30 days after the activity. If you print it, throw it away afterwards.',
  },
}
