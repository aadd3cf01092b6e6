const warningsDa = {
  past: 'Dagen er gået',
  holiday: 'Helligdag',
  christmas: 'Lige op til jul',
  summer: 'Midt i sommerferien',
}
const warningsEn: typeof warningsDa = {
  past: 'The day is past',
  holiday: 'Public holiday',
  christmas: 'Just before Christmas',
  summer: 'In the middle of the summer holidays',
}
const meaningsDa = {
  easter: 'lige så langt fra påske',
  weekday_of_month: 'samme ugedag i måneden',
  iso_week: 'samme uge i ferien',
}
const meaningsEn: typeof meaningsDa = {
  easter: 'as far from Easter',
  weekday_of_month: 'the same weekday of the month',
  iso_week: 'the same week of the holidays',
}

export const traditionTexts = {
  da: {
    title: 'Sidste års traditioner',
    lead: 'Sæt kryds ved det, I vil holde igen. Datoen er et forslag; ret den, hvis den ikke passer.',
    nothing: 'I har ikke holdt noget enkeltstående det sidste halvandet år.',
    was: (day: string) => `Sidst ${day}`,
    take: (title: string) => `Hold ${title} igen`,
    day: 'Ny dag',
    dayOf: (title: string) => `Ny dag for ${title}`,
    meanings: meaningsDa,
    warnings: warningsDa,
    placeTaken: 'Stedet er optaget den dag',
    beside: (titles: string) => `Samtidig i området: ${titles}`,
    save: 'Sæt dem i kalenderen',
    byItself: 'Kommer af sig selv',
    byItselfNext: (day: string) => `næste gang ${day}`,
    copied: 'Ligger i kalenderen',
    laid: (count: number) => (count === 1 ? 'Én er lagt i kalenderen.' : `${count} er lagt i kalenderen.`),
    withoutPlace: (count: number) =>
      count === 1 ? 'Én af dem kunne ikke få stedet.' : `${count} af dem kunne ikke få stedet.`,
    undo: 'Fortryd',
    undone: (count: number) => (count === 1 ? 'Den er taget ud igen.' : `${count} er taget ud igen.`),
    nothing_picked: 'Sæt kryds ved mindst én.',
    too_late_to_undo: 'Det kan ikke fortrydes mere. Åbn aktiviteten, og afslut den.',
    not_a_day: 'Skriv en dag, der findes, ud for hvert kryds.',
  },
  en: {
    title: 'Last year’s traditions',
    lead: 'Tick what you want to hold again. The day is suggested; change it if it does not fit.',
    nothing: 'You have held nothing that took place once in the last year and a half.',
    was: (day: string) => `Last ${day}`,
    take: (title: string) => `Hold ${title} again`,
    day: 'New day',
    dayOf: (title: string) => `New day of ${title}`,
    meanings: meaningsEn,
    warnings: warningsEn,
    placeTaken: 'The place is taken that day',
    beside: (titles: string) => `At the same time in the area: ${titles}`,
    save: 'Put them in the calendar',
    byItself: 'Comes by itself',
    byItselfNext: (day: string) => `next ${day}`,
    copied: 'In the calendar',
    laid: (count: number) => (count === 1 ? 'One is in the calendar.' : `${count} are in the calendar.`),
    withoutPlace: (count: number) =>
      count === 1 ? 'One of them could not have its place.' : `${count} of them could not have their place.`,
    undo: 'Undo',
    undone: (count: number) => (count === 1 ? 'It is taken out again.' : `${count} are taken out again.`),
    nothing_picked: 'Tick at least one.',
    too_late_to_undo: 'It can no longer be undone. Open the activity and end it.',
    not_a_day: 'Write a day that exists beside each tick.',
  },
}
